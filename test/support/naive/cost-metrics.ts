/** Section 8.2: what leads, opportunities and deals cost. */
import type { DetailedJourney } from './detailed-journeys.ts';
import type { DetailedOpportunity } from './detailed-opportunities.ts';

/** Money spent for a channel in the month that begins on a day. */
export interface CostRow {
  channel: string;
  month: string;
  cost: number;
}

/** The counts of one channel. */
export interface CostCounts {
  cost: number;
  leads: number;
  opps: number;
  won: number;
  revenue: number;
}

/** The four ratios; undefined (null) at a denominator of 0. */
export function costRatios({ cost, leads, opps, won, revenue }: CostCounts): {
  cpl: number | null;
  cost_per_opportunity: number | null;
  cac: number | null;
  roi: number | null;
} {
  return {
    cpl: leads === 0 ? null : cost / leads,
    cost_per_opportunity: opps === 0 ? null : cost / opps,
    cac: won === 0 ? null : cost / won,
    roi: cost === 0 ? null : (revenue - cost) / cost,
  };
}

/**
 * Cohort basis: channels with a cost row for a month that begins from the first to the last day; leads anchored on those days, and
 * what came of them. Readings: opportunities are counted once, under their sourcing journey, as in k; a channel without
 * cost rows is absent, one with an explicit 0 is not.
 */
export function cohortCosts(
  costs: CostRow[],
  journeys: DetailedJourney[],
  opportunities: DetailedOpportunity[],
  first: string,
  last: string,
): Map<string, CostCounts> {
  const table = new Map<string, CostCounts>();
  for (const { channel, month, cost } of costs) {
    if (month < first || month > last) continue;
    const line = table.get(channel) ?? { cost: 0, leads: 0, opps: 0, won: 0, revenue: 0 };
    table.set(channel, { ...line, cost: line.cost + cost });
  }
  const isIn = (journey: DetailedJourney | null): boolean => {
    const anchor = journey?.row.anchor_date ?? null;
    return journey?.row.in_cohort === true && anchor !== null && anchor >= first && anchor <= last;
  };
  for (const journey of journeys.filter(isIn)) {
    const line = table.get(journey.row.channel);
    if (line !== undefined) line.leads += 1;
  }
  for (const item of opportunities.filter(({ journey }) => isIn(journey))) {
    const line = table.get(item.channel);
    if (line === undefined) continue;
    line.opps += 1;
    if (item.outcome !== 'won') continue;
    line.won += 1;
    line.revenue += item.amount ?? 0;
  }
  return table;
}
