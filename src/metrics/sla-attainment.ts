import { addDays } from '../domain/local-date.ts';
import type { Rate } from '../domain/rate.ts';
import { inGroups, totalOf } from './in-groups.ts';
import type { Metric } from './metric.ts';
import { rateOf } from './rate-of.ts';

const pendingLeftOut =
  'Handovers whose deadline had not come at the end of the as-of day, also those already contacted: counting early successes alone would flatter the last days.';

/** The share of due handovers answered in time. */
export const slaAttainment: Metric = {
  id: 'sla_attainment',
  label: 'Answered in time',
  question: 'How often does sales try to reach a lead within the promised time?',
  definition:
    'Of the handovers whose deadline has come, those with a first attempt by a person at the deadline or before, or within 24 hours before the handover.',
  leftOut: pendingLeftOut,
  measure: 'share',
  better: 'higher',
  subject: 'the share of handovers answered in time',
};

/** The share of handovers that kept both promises. */
export const slaFullAttainment: Metric = {
  id: 'sla_full',
  label: 'Both promises kept',
  question: 'How often does sales answer in time and keep trying?',
  definition:
    'Of the handovers that are due in both, those answered in time that also had enough attempts or an end to the need for them.',
  leftOut: `${pendingLeftOut} Handovers whose days for attempts are not over.`,
  measure: 'share',
  better: 'higher',
  subject: 'the share of handovers with both promises kept',
};

/** The share of handovers with enough attempts. */
export const attemptsOkShare: Metric = {
  id: 'attempts_ok',
  label: 'Enough attempts',
  question: 'How often does sales try as many times as promised?',
  definition:
    'Of the handovers whose days for attempts are over, those with as many attempts as promised, or with an answer of the lead, a meeting, an opportunity, a disqualification or a recycling within these days.',
  leftOut:
    'Handovers whose days for attempts are not over, whether enough were made or not. Automated mails are no attempts, and several of one type within five minutes are one.',
  measure: 'share',
  better: 'higher',
  subject: 'the share of handovers with enough attempts',
};

/** The share of due handovers that nobody tried to reach. */
export const neverContactedShare: Metric = {
  id: 'never_contacted_share',
  label: 'Never contacted',
  question: 'How many leads does nobody try to reach?',
  definition: 'Of the handovers whose deadline has come, those without any attempt by a person so far.',
  leftOut: pendingLeftOut,
  measure: 'share',
  better: 'lower',
  subject: 'the share of handovers never contacted',
};

/** How some handovers kept the promises, as counts. */
export interface AttainmentCounts {
  readonly handovers: number;
  readonly met: number;
  readonly due: number;
  readonly never_contacted: number;
  readonly attempts_ok: number;
  readonly attempts_due: number;
  readonly full_met: number;
  readonly full_due: number;
}

/** The same, of one week (its Monday, `YYYY-MM-DD`) and one group. */
export interface WeeklyAttainmentCounts extends AttainmentCounts {
  readonly week: string;
  readonly group_name: string;
}

/** How the promises were kept, each with its Wilson interval. */
export interface Attainment {
  readonly handovers: number;
  readonly attainment: Rate;
  readonly full: Rate;
  readonly attemptsOk: Rate;
  readonly neverContacted: Rate;
}

/** Rates of summed counts; never a mean of rates. */
export const attainmentOf = (counts: readonly AttainmentCounts[]): Attainment => {
  const total = (pick: (count: AttainmentCounts) => number): number => totalOf(counts, pick);
  const due = total((count) => count.due);
  return {
    handovers: total((count) => count.handovers),
    attainment: rateOf(
      total((count) => count.met),
      due,
    ),
    full: rateOf(
      total((count) => count.full_met),
      total((count) => count.full_due),
    ),
    attemptsOk: rateOf(
      total((count) => count.attempts_ok),
      total((count) => count.attempts_due),
    ),
    neverContacted: rateOf(
      total((count) => count.never_contacted),
      due,
    ),
  };
};

/** Attainment of one group. */
export interface GroupAttainment extends Attainment {
  readonly group: string;
}

/** Attainment group by group, over all weeks, in the order of their names. */
export const attainmentByGroup = (counts: readonly WeeklyAttainmentCounts[]): readonly GroupAttainment[] =>
  inGroups(counts, ({ group_name: group }) => group).map(([group, own]) => ({ group, ...attainmentOf(own) }));

/** A week of a control chart of proportions: k of n, and whether its last day has passed. */
export interface AttainmentWeek {
  readonly week: string;
  readonly k: number;
  readonly n: number;
  readonly isComplete: boolean;
}

/** Handovers answered in time of those due, week by week over all groups, ascending: what a p′ chart is drawn of. */
export const weeklyAttainment = (
  counts: readonly WeeklyAttainmentCounts[],
  asOf: string,
): readonly AttainmentWeek[] =>
  inGroups(counts, ({ week }) => week).map(([week, own]) => ({
    week,
    k: totalOf(own, ({ met }) => met),
    n: totalOf(own, ({ due }) => due),
    isComplete: addDays(week, 6) <= asOf,
  }));
