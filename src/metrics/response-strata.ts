import type { SlaStratum } from './sla-effect.ts';

/** Landmark counts of one channel and segment, as they are counted. */
export interface StratumCounts {
  readonly channel: string;
  readonly segment: string;
  readonly met: number;
  readonly met_converted: number;
  readonly missed: number;
  readonly missed_converted: number;
}

/** The counts as the strata that the effect of answering in time is estimated from. */
export const responseStrataOf = (counts: readonly StratumCounts[]): readonly SlaStratum[] =>
  counts.map((count) => ({
    channel: count.channel,
    segment: count.segment,
    met: { k: count.met_converted, n: count.met },
    missed: { k: count.missed_converted, n: count.missed },
  }));
