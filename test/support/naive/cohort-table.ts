/** Sections 3.1, 3.2 and 3.4: the counts of lead cohorts. */
import type { DetailedJourney } from './detailed-journeys.ts';
import type { DetailedOpportunity } from './detailed-opportunities.ts';
import { groupBy } from './group-by.ts';
import { addDays } from './local-days.ts';
import type { Period } from './periods.ts';
import { lastDayOf, startOf } from './periods.ts';
import type { NaiveSettings } from './settings.ts';

/** Counts of some journeys of the cohort. */
export interface CohortCounts {
  n: number;
  /** Converted, disqualified and still open to date; they add up to n. */
  converted: number;
  disqualified: number;
  open: number;
  /** Journeys whose anchor + window is not after the as-of day; of them converted within the window. */
  eligible: number;
  converted_w: number;
  /** Journeys whose anchor + lead-to-deal window is over; of them with a won sourced opportunity within it. */
  eligible_deal: number;
  deal_w: number;
  /** Opportunities filed under these journeys (each opportunity once); with `converted` they give k. */
  sourced_opportunities: number;
  won: number;
  won_revenue: number;
}

/** Window lengths in days. */
export interface NaiveWindows {
  l2o: number;
  l2d: number;
}

/** Counts journeys; those that are in no cohort are passed over. */
export function cohortCounts(
  journeys: DetailedJourney[],
  opportunities: DetailedOpportunity[],
  windows: NaiveWindows,
  settings: NaiveSettings,
): CohortCounts {
  const cohort = journeys.filter(({ row }) => row.in_cohort);
  const rows = cohort.map((journey) => journey.row);
  const count = (outcome: string): number => rows.filter((row) => row.outcome === outcome).length;
  const isOver = (anchor: string | null, window: number): boolean =>
    anchor !== null && addDays(anchor, window) <= settings.as_of_date;
  const eligible = rows.filter((row) => isOver(row.anchor_date, windows.l2o));
  const eligibleDeal = rows.filter((row) => isOver(row.anchor_date, windows.l2d));
  const own = opportunities.filter((item) => item.journey !== null && cohort.includes(item.journey));
  const won = own.filter((item) => item.outcome === 'won');
  return {
    n: rows.length,
    converted: count('opportunity'),
    disqualified: count('disqualified'),
    open: count('open'),
    eligible: eligible.length,
    converted_w: eligible.filter(
      (row) => row.outcome === 'opportunity' && (row.t_days ?? Infinity) <= windows.l2o,
    ).length,
    eligible_deal: eligibleDeal.length,
    deal_w: eligibleDeal.filter((row) => (row.first_won_days ?? Infinity) <= windows.l2d).length,
    sourced_opportunities: own.length,
    won: won.length,
    won_revenue: won.reduce((sum, item) => sum + (item.amount ?? 0), 0),
  };
}

/** One line of the table of cohorts. */
export interface CohortLine extends CohortCounts {
  /** First day of the week or month of the anchor. */
  start: string;
  channel: string;
  segment: string;
  /** The last day of the period + the window is not after the as-of day. */
  complete: boolean;
}

/** Cohorts by period × channel × segment, sorted. */
export function cohortTable(
  period: Period,
  journeys: DetailedJourney[],
  opportunities: DetailedOpportunity[],
  windows: NaiveWindows,
  settings: NaiveSettings,
): CohortLine[] {
  const cohort = journeys.filter(({ row }) => row.in_cohort);
  const keyOf = ({ row, segment }: DetailedJourney): string =>
    JSON.stringify([startOf(period, row.anchor_date ?? ''), row.channel, segment]);
  const lines = [...groupBy(cohort, keyOf)].map(([key, own]): CohortLine => {
    const [start, channel, segment] = JSON.parse(key) as [string, string, string];
    const counts = cohortCounts(own, opportunities, windows, settings);
    const complete = addDays(lastDayOf(period, start), windows.l2o) <= settings.as_of_date;
    return { start, channel, segment, ...counts, complete };
  });
  return lines.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function sortKey({ start, channel, segment }: CohortLine): string {
  return JSON.stringify([start, channel, segment]);
}
