import { type LeadStage } from '../domain/funnel-stage.ts';
import type { LeakCounts } from './leak-counts.ts';

/** What leads and opportunities of one channel and segment usually bring, in minor units, not rounded. Null: not known. */
export interface CellWorth {
  /** Worth of a lead that has come to a stage, by the usual conversion from there on. */
  readonly leadMinor: Readonly<Record<LeadStage, number | null>>;
  /** The share of opportunities that are won. */
  readonly winRate: number | null;
  readonly dealSizeMinor: number | null;
}

/** The rate card: what to value the leads of a channel and segment by; null where it has none. */
export type WorthOf = (channel: string, segment: string) => CellWorth | null;

const leadStage = (stage: string): stage is LeadStage =>
  stage === 'created' || stage === 'mql' || stage === 'sal' || stage === 'sql';

/**
 * What the leads of a row are worth where they stand, in minor units, not rounded; null where the rate card cannot tell.
 * A lead without an opportunity is worth what its stage is usually worth. Opportunities are worth their own amounts times
 * the usual win rate; those without an amount count as an average deal. Deals are worth their amounts as they are.
 */
export const worthOfRow = (row: LeakCounts, worthOf: WorthOf): number | null => {
  if (row.standing === 'won') return row.amount_minor;
  const worth = worthOf(row.channel, row.segment);
  if (worth === null) return null;
  if (leadStage(row.stage)) {
    const each = worth.leadMinor[row.stage];
    return each === null ? null : row.journeys * each;
  }
  if (worth.winRate === null) return null;
  if (row.without_amount === 0) return row.amount_minor * worth.winRate;
  if (worth.dealSizeMinor === null) return null;
  return (row.amount_minor + row.without_amount * worth.dealSizeMinor) * worth.winRate;
};
