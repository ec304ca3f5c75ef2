import type { Metric } from '../metric.ts';
import type { ChannelGrowth } from './lead-mix.ts';

/** What the leads that a promise adds would cost. */
export const addedCost: Metric = {
  id: 'promise_added_cost',
  label: 'Cost of the added leads',
  question: 'What would the leads cost that the promise adds?',
  definition:
    'Leads that each growing channel has to add a month, times what a lead of it cost on average in the last twelve months.',
  leftOut:
    'Channels without costs in the files; they are named. That more leads may cost more each than those before.',
  measure: 'money',
  better: 'lower',
  subject: 'the cost of the added leads',
};

/** What a lead of a channel has cost, in minor units of its currency; null where that is not known. */
export interface LeadCost {
  readonly channel: string;
  readonly perLeadMinor: number | null;
  readonly currency: string | null;
}

/** Cost of the leads to add a month, of the channels whose cost is known, and the names of the others. */
export interface AddedCost {
  /** Null where no growing channel has a cost. */
  readonly costMinor: number | null;
  readonly unknown: readonly string[];
}

/** Adds up what growing channels would cost; costs in another currency than the amounts are not known. */
export const addedCostOf = (
  channels: readonly ChannelGrowth[],
  costs: readonly LeadCost[],
  currency: string | null,
): AddedCost => {
  const growing = channels
    .filter(({ moreLeads }) => Math.round(moreLeads) > 0)
    .map(({ channel, moreLeads }) => {
      const cost = costs.find((one) => one.channel === channel);
      const isComparable =
        cost !== undefined && (cost.currency === null || currency === null || cost.currency === currency);
      const perLead = isComparable ? cost.perLeadMinor : null;
      return { channel, costMinor: perLead === null ? null : perLead * moreLeads };
    });
  const known = growing.flatMap(({ costMinor }) => costMinor ?? []);
  return {
    costMinor: known.length === 0 ? null : known.reduce((sum, cost) => sum + cost, 0),
    unknown: growing.flatMap(({ channel, costMinor }) => (costMinor === null ? [channel] : [])),
  };
};
