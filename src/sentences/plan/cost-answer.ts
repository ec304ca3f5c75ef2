import type { ChannelCosts } from '../../engine/channel-costs.ts';
import { pieceMoney } from './piece-money.ts';

/** Costs that are known, and per deal. */
export const knownCosts = (costs: readonly ChannelCosts[]): readonly ChannelCosts[] =>
  costs.filter(({ cost }) => cost.costMinor !== null);

/** The answer to "what does a deal cost?". */
export const costAnswer = (costs: readonly ChannelCosts[]): string => {
  if (knownCosts(costs).length === 0) return 'What leads and deals cost cannot be told: no cost is given';
  const perDeal = costs
    .flatMap((entry) =>
      entry.perDealMinor === null || entry.cost.currency === null || entry.cost.costMinor === 0
        ? []
        : [{ channel: entry.cost.channel, minor: entry.perDealMinor, currency: entry.cost.currency }],
    )
    .toSorted((a, b) => a.minor - b.minor);
  const [least, most] = [perDeal[0], perDeal.at(-1)];
  if (least === undefined || most === undefined)
    return 'Costs are given; no channel that cost something has brought a deal';
  const deal = `A deal of ${least.channel} costs ${pieceMoney(least.minor, least.currency)} in marketing`;
  return least === most ? deal : `${deal}, one of ${most.channel} ${pieceMoney(most.minor, most.currency)}`;
};

/** What is counted, or what is needed. */
export const costDefinition = (costs: readonly ChannelCosts[]): string =>
  knownCosts(costs).length === 0
    ? 'Add a table with one row a month of spending and the columns channel, month and cost; segment and currency where there are any.'
    : 'Marketing cost of twelve months over what came, and of young leads is expected to come, of the leads of those months. No salaries, no sales cost. ~: in part expected, as is the return. A channel without a row has no cost, which is not 0.';
