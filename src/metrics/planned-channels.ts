import { dealsByLagOf, mostLeadsInMonth, type LagHistory } from './deal-lags.ts';
import { valueRange, type LeadValues } from './lead-value.ts';
import type { PlannedChannel } from './planner.ts';
import { cardConfidence } from './rate-card.ts';

/** Opportunities sourced by a channel, and the sum of the amounts they were created with, in minor units. */
export interface CreatedAmounts {
  readonly channel: string;
  readonly sourced: number;
  readonly created_minor: number;
}

/** Average amount that an opportunity of some channels is created with; 0 without any. */
const averageCreated = (amounts: readonly CreatedAmounts[]): number => {
  const sourced = amounts.reduce((sum, counts) => sum + counts.sourced, 0);
  return sourced === 0 ? 0 : amounts.reduce((sum, counts) => sum + counts.created_minor, 0) / sourced;
};

/**
 * What the planner needs of each channel of a mix: deals by month after arrival, deal size, the pipeline a lead opens, the
 * range of its value at 80 %, and the most leads it has had in a month. Channels of the mix without a value or a deal
 * size are left out, as nothing can be planned with them.
 */
export const plannedChannels = (
  mix: ReadonlyMap<string, number>,
  values: LeadValues,
  history: LagHistory,
  created: readonly CreatedAmounts[],
): readonly PlannedChannel[] => {
  const byLag = dealsByLagOf(history);
  return values.channels.flatMap((value) => {
    const { channel, dealsPerLead, dealSize, opportunitiesPerConverted } = value;
    const share = channel === null ? undefined : mix.get(channel);
    if (channel === null || share === undefined || dealSize === null || opportunitiesPerConverted === null)
      return [];
    const own = created.filter((counts) => counts.channel === channel && counts.sourced > 0);
    const range = valueRange({ valueMinor: 1, variation: value.variation }, cardConfidence);
    return [
      {
        channel,
        mix: share,
        dealSizeMinor: dealSize.sizeMinor,
        dealsByLag: byLag(channel, dealsPerLead).dealsByLag,
        pipelinePerLeadMinor:
          value.l2o.final * opportunitiesPerConverted * averageCreated(own.length > 0 ? own : created),
        valueRange: range,
        mostPerMonth: mostLeadsInMonth(history.arrivals, channel),
      },
    ];
  });
};
