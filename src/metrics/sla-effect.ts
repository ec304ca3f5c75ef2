import { stratifiedEffect, type EffectEstimate, type StratifiedEffect } from '../stats/stratified-effect.ts';
import type { Metric } from './metric.ts';
import type { Direction, Verdict } from './verdict.ts';

/** The difference that meeting the response target went with, on own history. */
export const slaEffectMetric: Metric = {
  id: 'sla_effect',
  label: 'Effect of answering in time',
  question: 'How many more leads might become opportunities if all were answered in time?',
  definition:
    'Within each channel and segment, the share of leads that became opportunities among those answered in time minus the share among those that were not, averaged over the leads that were not.',
  leftOut:
    'Leads that became an opportunity or were disqualified before the deadline, handovers too young for their conversion window, and channels and segments with fewer than 10 leads on either side.',
  measure: 'share',
  better: 'neither',
  subject: 'the difference between leads answered in time and late',
};

/** Said beside every effect of the response target. */
export const slaEffectLabel = 'Association on own history, adjusted for channel and segment only.';

/** Leads of one channel and segment, handed over and mature, with neither opportunity nor disqualification at the deadline. */
export interface SlaStratum {
  readonly channel: string;
  readonly segment: string;
  /** Answered in time, and how many of them became opportunities afterwards within the window. */
  readonly met: { readonly k: number; readonly n: number };
  readonly missed: { readonly k: number; readonly n: number };
}

/** What may be said of the effect of meeting the response target. */
export interface SlaEffect extends Omit<StratifiedEffect, 'estimate'> {
  /** Null where it may not be shown: the strata used hold fewer than half of the missed leads. */
  readonly estimate: EffectEstimate | null;
  /** Never `signal`: an association is no proof. */
  readonly verdict: Extract<Verdict, 'probably' | 'cannotTell'>;
  readonly direction: Direction;
}

const minimumCoverage = 0.5;

const directionOf = ({ low, high }: EffectEstimate): Direction =>
  low > 0 ? 'up' : high < 0 ? 'down' : 'none';

/** Estimates the effect with a 95 % interval; it is `probably` there where the interval leaves zero out. */
export const slaEffect = (strata: readonly SlaStratum[]): SlaEffect => {
  const found = stratifiedEffect(
    strata.map(({ met, missed }) => ({ withK: met.k, withN: met.n, withoutK: missed.k, withoutN: missed.n })),
  );
  const estimate = (found.coverage ?? 0) < minimumCoverage ? null : found.estimate;
  const direction = estimate === null ? 'none' : directionOf(estimate);
  return { ...found, estimate, direction, verdict: direction === 'none' ? 'cannotTell' : 'probably' };
};
