import type { Metric } from '../metric.ts';
import { slaEffectMetric, type SlaEffect } from '../sla-effect.ts';
import { totalOf } from '../in-groups.ts';
import type { HistoryCell } from './sales-history.ts';
import { termsOfSegment, type SalesTerms } from './sales-terms.ts';

/** How many more leads would become opportunities with the promise of speed, if the difference of the past went on. */
export const speedGain: Metric = {
  id: 'promise_speed_gain',
  label: 'Opportunities that go with the promise of speed',
  question: 'What does the promise of speed change in money?',
  definition: `The share of leads that would be answered in time beyond those that are today, times the difference that went with it (${slaEffectMetric.label.toLowerCase()}), of the leads that become opportunities.`,
  leftOut:
    'Everything, where the interval of the difference covers zero or lies below it: the promise of speed changes nothing in money then. It is an association on own history, adjusted for channel and segment only, and no proof.',
  measure: 'share',
  better: 'higher',
  subject: 'the share of opportunities that goes with the promise of speed',
};

/** The response time that the difference was measured at, in business minutes, and how many are answered within it today. */
export interface SpeedBasis {
  readonly effect: SlaEffect;
  readonly responseMinutes: number;
  /** In [0, 1]; null where too few are due. */
  readonly attained: number | null;
}

/** Opportunities more for each one that comes today (0.05 is 5 %), and the standard error of it. */
export interface SpeedGain {
  readonly share: number;
  readonly error: number;
  /** The difference itself: opportunities more for each lead answered in time instead of late. */
  readonly perLead: number;
}

/** Share of the handovers whose promise is at least as short as some minutes. */
const coveredBy = (cells: readonly HistoryCell[], terms: SalesTerms, responseMinutes: number): number => {
  const all = totalOf(cells, ({ handovers }) => handovers);
  const covered = totalOf(cells, ({ segment, handovers }) =>
    termsOfSegment(terms, segment).responseMinutes <= responseMinutes ? handovers : 0,
  );
  return all === 0 ? 0 : covered / all;
};

/**
 * What the promise of speed goes with. Null where own history does not bear that speed goes with anything, or the chance of
 * an opportunity is not known. A promise longer than the one that the difference was measured at gains nothing.
 */
export const speedGainOf = (
  cells: readonly HistoryCell[],
  terms: SalesTerms,
  { effect, responseMinutes, attained }: SpeedBasis,
  l2o: number,
): SpeedGain | null => {
  const { estimate, verdict, direction } = effect;
  if (verdict !== 'probably' || direction !== 'up' || estimate === null) return null;
  if (attained === null || l2o <= 0) return null;
  const covered = coveredBy(cells, terms, responseMinutes);
  const moreInTime = covered * Math.max(0, terms.attainment - attained);
  return {
    share: (moreInTime * estimate.effect) / l2o,
    error: (moreInTime * estimate.standardError) / l2o,
    perLead: estimate.effect,
  };
};
