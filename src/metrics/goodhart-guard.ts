import { minimumSample } from '../domain/definitions.ts';
import { wilson } from '../stats/wilson.ts';
import { totalOf } from './in-groups.ts';
import type { Metric } from './metric.ts';
import { rateDifference, type RateDifference } from './rate-difference.ts';
import type { Verdict } from './verdict.ts';

/** Whether a promise is kept in its letter alone. */
export const goodhartGuard: Metric = {
  id: 'goodhart_guard',
  label: 'Kept in the letter',
  question: 'Does anything look good while it is bad?',
  definition:
    'Four comparisons: two-way contact for tried leads, leads answered in time with one attempt and no more, leads and opportunities that convert, before and after a day; and the share of handovers in the last three days of a month against the share of days. Differences with a 95 % interval.',
  leftOut:
    'Handovers whose attempt period is not over, leads and opportunities that have not had their window, months that are not over. Four comparisons are looked at: one in twenty would stand out by chance alone.',
  measure: 'share',
  better: 'neither',
  subject: 'what a promise does to what it does not promise',
};

/** k of n. */
export interface Tally {
  readonly k: number;
  readonly n: number;
}

/** Handovers of one side of the day, as they are counted. */
export interface WorkCounts {
  readonly side: string;
  readonly handovers: number;
  readonly attempts: number;
  readonly tried: number;
  readonly contacted: number;
  readonly in_time: number;
  readonly one_touch: number;
}

/** Leads or opportunities of one side of the day, as they are counted. */
export interface JointCounts {
  readonly joint: string;
  readonly side: string;
  readonly n: number;
  readonly k: number;
}

/** Handovers of one month, as they are counted. */
export interface MonthEndCounts {
  readonly days: number;
  readonly handovers: number;
  readonly late: number;
  readonly late_mature: number;
  readonly late_converted: number;
  readonly other_mature: number;
  readonly other_converted: number;
}

/** A rate on both sides of a day. */
export interface BeforeAndAfter {
  readonly before: Tally;
  readonly after: Tally;
  readonly difference: RateDifference;
}

/** Attempts that reach nobody: more of them, and fewer contacts. */
export interface EmptyAttempts extends BeforeAndAfter {
  /** Attempts a handover; null where there are no handovers. */
  readonly attemptsBefore: number | null;
  readonly attemptsAfter: number | null;
  readonly verdict: Verdict;
}

/** Answered in time, then nothing more. */
export interface OneTouch extends BeforeAndAfter {
  readonly verdict: Verdict;
}

/** More opportunities that fewer deals come of. */
export interface JointsApart {
  readonly l2o: BeforeAndAfter;
  readonly o2d: BeforeAndAfter;
  readonly verdict: Verdict;
}

/** Leads handed over at the end of a month. */
export interface MonthEnd {
  readonly late: Tally;
  /** The share of the days that are the last three of their month. */
  readonly expected: number | null;
  /** Conversion of the others to that of the late ones. */
  readonly quality: BeforeAndAfter;
  readonly verdict: Verdict;
}

/** All checks. */
export interface GoodhartGuard {
  readonly emptyAttempts: EmptyAttempts;
  readonly oneTouch: OneTouch;
  readonly jointsApart: JointsApart;
  readonly monthEnd: MonthEnd;
}

const compare = (before: Tally, after: Tally): BeforeAndAfter => ({
  before,
  after,
  difference: rateDifference(before, after),
});

const perHandover = (work: WorkCounts | undefined): number | null =>
  work === undefined || work.handovers === 0 ? null : work.attempts / work.handovers;

const emptyAttempts = (before: WorkCounts | undefined, after: WorkCounts | undefined): EmptyAttempts => {
  const contact = (work: WorkCounts | undefined): Tally => ({ k: work?.contacted ?? 0, n: work?.tried ?? 0 });
  const compared = compare(contact(before), contact(after));
  const [attemptsBefore, attemptsAfter] = [perHandover(before), perHandover(after)];
  const didRise = attemptsBefore !== null && attemptsAfter !== null && attemptsAfter > attemptsBefore;
  const { verdict, direction } = compared.difference;
  return {
    ...compared,
    attemptsBefore,
    attemptsAfter,
    verdict: verdict === 'probably' && !(didRise && direction === 'down') ? 'usual' : verdict,
  };
};

const oneTouch = (before: WorkCounts | undefined, after: WorkCounts | undefined): OneTouch => {
  const alone = (work: WorkCounts | undefined): Tally => ({ k: work?.one_touch ?? 0, n: work?.in_time ?? 0 });
  const compared = compare(alone(before), alone(after));
  const { verdict, direction } = compared.difference;
  return { ...compared, verdict: verdict === 'probably' && direction === 'down' ? 'usual' : verdict };
};

const jointsApart = (joints: readonly JointCounts[]): JointsApart => {
  const tally = (joint: string, side: string): Tally => {
    const found = joints.find((one) => one.joint === joint && one.side === side);
    return { k: found?.k ?? 0, n: found?.n ?? 0 };
  };
  const [l2o, o2d] = [
    compare(tally('l2o', 'before'), tally('l2o', 'after')),
    compare(tally('o2d', 'before'), tally('o2d', 'after')),
  ];
  const cannot = l2o.difference.verdict === 'cannotTell' || o2d.difference.verdict === 'cannotTell';
  const isApart =
    l2o.difference.verdict === 'probably' &&
    l2o.difference.direction === 'up' &&
    o2d.difference.verdict === 'probably' &&
    o2d.difference.direction === 'down';
  return { l2o, o2d, verdict: cannot ? 'cannotTell' : isApart ? 'probably' : 'usual' };
};

const lastDays = 3;

const monthEnd = (months: readonly MonthEndCounts[]): MonthEnd => {
  const n = totalOf(months, ({ handovers }) => handovers);
  const late = { k: totalOf(months, (month) => month.late), n };
  const expected =
    n === 0 ? null : totalOf(months, ({ handovers, days }) => (handovers * lastDays) / days) / n;
  const bounds = n < minimumSample.test ? null : wilson(late.k, late.n);
  return {
    late,
    expected,
    quality: compare(
      {
        k: totalOf(months, (month) => month.other_converted),
        n: totalOf(months, (month) => month.other_mature),
      },
      {
        k: totalOf(months, (month) => month.late_converted),
        n: totalOf(months, (month) => month.late_mature),
      },
    ),
    verdict:
      bounds === null || expected === null ? 'cannotTell' : bounds.low > expected ? 'probably' : 'usual',
  };
};

/** Runs every check. A check is `probably` only where the bad direction is the one that stands out; never `signal`. */
export const goodhartGuardOf = (
  work: readonly WorkCounts[],
  joints: readonly JointCounts[],
  months: readonly MonthEndCounts[],
): GoodhartGuard => {
  const [before, after] = ['before', 'after'].map((name) => work.find(({ side }) => side === name));
  return {
    emptyAttempts: emptyAttempts(before, after),
    oneTouch: oneTouch(before, after),
    jointsApart: jointsApart(joints),
    monthEnd: monthEnd(months),
  };
};
