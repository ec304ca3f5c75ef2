import type { ChannelCost } from './channel-cost.ts';
import type { Outcome } from './cohort-outcome.ts';

/** What money bought per piece. Money is minor units; null where there is nothing to divide by or the cost is not known. */
export interface CostOfOutcome {
  readonly perLeadMinor: number | null;
  readonly perOpportunityMinor: number | null;
  readonly perDealMinor: number | null;
  /** (revenue - cost) / cost; null for a cost of 0 and where cost and revenue are in different or unknown currencies. */
  readonly returnOnCost: number | null;
}

const perPiece = (costMinor: number | null, pieces: number): number | null =>
  costMinor === null || pieces === 0 ? null : costMinor / pieces;

/**
 * What a channel's outcome cost. `dealCurrencies` are those that deals name: with several, amounts do not add up to a
 * revenue. A cost or deals that name none are taken to be in the currency of the other.
 */
export const costOfOutcome = (
  { costMinor, currency }: Pick<ChannelCost, 'costMinor' | 'currency'>,
  outcome: Outcome,
  dealCurrencies: readonly string[],
): CostOfOutcome => {
  const { revenueMinor } = outcome;
  const isComparable =
    dealCurrencies.length < 2 && (currency === null || dealCurrencies.every((name) => name === currency));
  return {
    perLeadMinor: perPiece(costMinor, outcome.leads),
    perOpportunityMinor: perPiece(costMinor, outcome.opportunities),
    perDealMinor: perPiece(costMinor, outcome.deals),
    returnOnCost:
      costMinor === null || costMinor === 0 || revenueMinor === null || !isComparable
        ? null
        : (revenueMinor - costMinor) / costMinor,
  };
};
