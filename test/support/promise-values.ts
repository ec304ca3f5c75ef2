import type { DealSize } from '../../src/metrics/deal-size.ts';
import type { FinalRate } from '../../src/metrics/final-rate.ts';
import type { LeadValue, LeadValues } from '../../src/metrics/lead-value.ts';

/** A rate that a test names alone. */
export const finalRateOf = (final: number, variation: number | null = 0.01): FinalRate => ({
  k: 20,
  n: 400,
  raw: final,
  towards: final,
  strength: 0,
  windowed: final,
  final,
  variation,
});

/** Four deals, of 10 and 30 thousand in turn. */
const fourDeals: DealSize = {
  deals: 4,
  sumMinor: 8_000_000,
  squaresMinor: 2 * 1_000_000 ** 2 + 2 * 3_000_000 ** 2,
  overallMinor: 2_000_000,
  sizeMinor: 2_000_000,
  variation: 0.04,
};

/** A lead worth a tenth of an opportunity, a fifth of which are won at 20,000: 400 in whole units. */
export const leadValueOf = (
  channel: string | null,
  segment: string | null,
  more: Partial<LeadValue> = {},
): LeadValue => ({
  channel,
  segment,
  l2o: finalRateOf(0.1),
  opportunitiesPerConverted: 1,
  o2d: finalRateOf(0.2, 0.02),
  dealSize: fourDeals,
  dealsPerLead: 0.02,
  valueMinor: 40_000,
  variation: 0.3,
  ...more,
});

/** Values of some cells. */
export const leadValuesOf = (...cells: readonly LeadValue[]): LeadValues => ({
  total: leadValueOf(null, null),
  channels: [],
  cells,
});
