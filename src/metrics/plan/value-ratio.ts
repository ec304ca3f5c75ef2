import { zOf } from '../../stats/normal.ts';
import { minimumSample } from '../../domain/definitions.ts';
import type { LeadValue } from '../lead-value.ts';
import { cardConfidence } from '../rate-card.ts';

/** How often a lead of the best channel is worth one of the worst. */
export interface ValueRatio {
  readonly best: LeadValue;
  readonly worst: LeadValue;
  readonly ratio: number;
  /** At 80 %. */
  readonly range: { readonly low: number; readonly high: number };
  /** Whether even the low end says that the best is worth more. */
  readonly isTold: boolean;
}

/** Whether enough leads are behind a value for its channel to be ranked. */
export const isRanked = ({ l2o, valueMinor, variation }: LeadValue): boolean =>
  l2o.n >= minimumSample.rank && valueMinor !== null && valueMinor > 0 && variation !== null;

/**
 * The best and the worst channel by value per lead, of those with enough leads to be ranked. The ratio of two values has
 * the variation of both (delta method on logarithms). Null with fewer than two channels.
 */
export const valueRatio = (channels: readonly LeadValue[]): ValueRatio | null => {
  const ranked = channels.filter(isRanked).toSorted((a, b) => (b.valueMinor ?? 0) - (a.valueMinor ?? 0));
  const [best, worst] = [ranked[0], ranked.at(-1)];
  if (best === undefined || worst === undefined || best === worst) return null;
  const ratio = (best.valueMinor ?? 0) / (worst.valueMinor ?? 1);
  const reach = Math.exp(zOf(cardConfidence) * Math.hypot(best.variation ?? 0, worst.variation ?? 0));
  const range = { low: ratio / reach, high: ratio * reach };
  return { best, worst, ratio, range, isTold: range.low > 1 };
};
