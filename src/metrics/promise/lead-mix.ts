import { firstDayOf, lastCompleteMonth } from '../../domain/calendar-month.ts';
import type { LeadValues } from '../lead-value.ts';
import type { DeliveredCounts } from '../marketing-sla.ts';
import type { CreatedAmounts } from '../planned-channels.ts';
import { inGroups, totalOf } from '../in-groups.ts';
import { quarterMonths } from './value-path.ts';

/** What one lead brings on average, in the mix of channels and segments of the last whole months. Money is minor units. */
export interface LeadMix {
  /** Leads a month that have a value, and those that have none. */
  readonly leadsPerMonth: number;
  readonly leadsWithoutValue: number;
  readonly valueMinor: number;
  readonly dealsPerLead: number;
  readonly opportunitiesPerLead: number;
  /** The chance to become an opportunity at all. */
  readonly l2o: number;
  /** Amount that its opportunities are created with. */
  readonly pipelineMinor: number;
}

const averageCreated = (created: readonly CreatedAmounts[], channel: string): number => {
  const own = created.filter((counts) => counts.channel === channel && counts.sourced > 0);
  const counts = own.length > 0 ? own : created;
  const sourced = totalOf(counts, (row) => row.sourced);
  return sourced === 0 ? 0 : totalOf(counts, (row) => row.created_minor) / sourced;
};

/** The months that a mix is taken from: the last whole ones, by their first days. */
const recentMonths = (asOf: string): readonly string[] =>
  Array.from({ length: quarterMonths }, (_, place) => firstDayOf(lastCompleteMonth(asOf) - place));

/** Averages what a lead brings over the leads of the last whole quarter of months; null where none of them has a value. */
export const leadMix = (
  delivered: readonly DeliveredCounts[],
  values: LeadValues,
  created: readonly CreatedAmounts[],
  asOf: string,
): LeadMix | null => {
  const months = recentMonths(asOf);
  const recent = delivered.filter(({ month }) => months.includes(month));
  const valued = recent.flatMap(({ channel, segment, leads }) => {
    const cell = values.cells.find((value) => value.channel === channel && value.segment === segment);
    const { valueMinor = null, dealsPerLead = null, opportunitiesPerConverted = null } = cell ?? {};
    if (
      cell === undefined ||
      valueMinor === null ||
      dealsPerLead === null ||
      opportunitiesPerConverted === null
    )
      return [];
    const opportunities = cell.l2o.final * opportunitiesPerConverted;
    const pipeline = opportunities * averageCreated(created, channel);
    return [{ leads, valueMinor, dealsPerLead, opportunities, l2o: cell.l2o.final, pipeline }];
  });
  const leads = totalOf(valued, (row) => row.leads);
  if (leads === 0) return null;
  const mean = (pick: (row: (typeof valued)[number]) => number): number =>
    totalOf(valued, (row) => row.leads * pick(row)) / leads;
  return {
    leadsPerMonth: leads / quarterMonths,
    leadsWithoutValue: (totalOf(recent, (row) => row.leads) - leads) / quarterMonths,
    valueMinor: mean((row) => row.valueMinor),
    dealsPerLead: mean((row) => row.dealsPerLead),
    opportunitiesPerLead: mean((row) => row.opportunities),
    l2o: mean((row) => row.l2o),
    pipelineMinor: mean((row) => row.pipeline),
  };
};

/** What a channel has to deliver for a promise. */
export interface ChannelGrowth {
  readonly channel: string;
  /** Leads a month in the last whole months, and how many more are needed. */
  readonly leadsPerMonth: number;
  readonly moreLeads: number;
  /** The most leads it has had in a whole month. */
  readonly best: number;
  /** What is needed is more than it has ever had. */
  readonly isBeyondBest: boolean;
}

/** Leads each channel has to add where all grow alike by a factor, the largest addition first. Channels without recent leads are not there. */
export const channelGrowth = (
  delivered: readonly DeliveredCounts[],
  factor: number,
  asOf: string,
): readonly ChannelGrowth[] => {
  const recent = recentMonths(asOf);
  const last = firstDayOf(lastCompleteMonth(asOf));
  return inGroups(delivered, ({ channel }) => channel)
    .map(([channel, own]) => {
      const monthly = inGroups(own, ({ month }) => month).map(
        ([month, rows]) => [month, totalOf(rows, ({ leads }) => leads)] as const,
      );
      const best = Math.max(0, ...monthly.flatMap(([month, leads]) => (month <= last ? [leads] : [])));
      const leadsPerMonth =
        totalOf(monthly, ([month, leads]) => (recent.includes(month) ? leads : 0)) / quarterMonths;
      return {
        channel,
        leadsPerMonth,
        moreLeads: leadsPerMonth * (factor - 1),
        best,
        isBeyondBest: leadsPerMonth * factor > best,
      };
    })
    .filter(({ leadsPerMonth }) => leadsPerMonth > 0)
    .toSorted((a, b) => b.moreLeads - a.moreLeads || b.leadsPerMonth - a.leadsPerMonth);
};
