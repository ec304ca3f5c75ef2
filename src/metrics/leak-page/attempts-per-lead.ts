import type { Rate } from '../../domain/rate.ts';
import { totalOf } from '../in-groups.ts';
import type { Metric } from '../metric.ts';
import { rateOf } from '../rate-of.ts';

/** How often sales tries to reach a lead before it gives up. */
export const attemptsPerLead: Metric = {
  id: 'attempts_per_lead',
  label: 'Attempts per lead',
  question: 'How often do we try before we give up?',
  definition:
    'Mean number of attempts by a person in the agreed days after the handover, over the handovers in which nothing ended the need to try in these days.',
  leftOut:
    'Handovers whose days for attempts are not over; those with an answer, a meeting, an opportunity, a disqualification or a recycling within them. Several attempts of one type within five minutes are one.',
  measure: 'ratio',
  better: 'higher',
  subject: 'the number of attempts per lead',
};

/**
 * Mean call attempts before a rep gives up, as sellers' handbooks quote it. It was measured on other people's leads and
 * says how bad it can be, not how good it should be.
 */
export const quotedAttempts = 1.3;

/** Handovers with so many attempts in the agreed days; `is_ended`: the need to try ended within them. */
export interface AttemptNumbers {
  readonly attempts: number;
  readonly is_ended: boolean;
  readonly handovers: number;
}

/** Handovers with a number of attempts within bounds, of all that were given up. */
export interface AttemptBucket {
  readonly from: number;
  /** Included; null: no end. */
  readonly to: number | null;
  readonly share: Rate;
}

/** How persistent sales was. */
export interface Attempts {
  /** Handovers whose days for attempts are over. */
  readonly handovers: number;
  /** Those in which nothing ended the need to try. */
  readonly givenUp: number;
  /** Mean attempts of the latter; null without any. */
  readonly mean: number | null;
  readonly buckets: readonly AttemptBucket[];
}

type Bounds = readonly [from: number, to: number | null];

const firstBounds: readonly Bounds[] = [
  [0, 0],
  [1, 1],
  [2, 2],
];

/** None, one, two, the rest below the promise, and the promise kept. */
const boundsUpTo = (promised: number): readonly Bounds[] => [
  ...firstBounds.filter(([from]) => from < promised),
  ...(promised > 3 ? [[3, promised - 1] as const] : []),
  [promised, null],
];

/** The attempts on the leads that were given up; the last bucket holds those tried as often as was promised. */
export const attemptsOf = (counts: readonly AttemptNumbers[], promised: number): Attempts => {
  const given = counts.filter((row) => !row.is_ended);
  const givenUp = totalOf(given, ({ handovers }) => handovers);
  return {
    handovers: totalOf(counts, ({ handovers }) => handovers),
    givenUp,
    mean: givenUp === 0 ? null : totalOf(given, ({ attempts, handovers }) => attempts * handovers) / givenUp,
    buckets: boundsUpTo(promised).map(([from, to]) => ({
      from,
      to,
      share: rateOf(
        totalOf(
          given.filter(({ attempts }) => attempts >= from && (to === null || attempts <= to)),
          ({ handovers }) => handovers,
        ),
        givenUp,
      ),
    })),
  };
};
