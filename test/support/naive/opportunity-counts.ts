/** Sections 3.3, 3.4, 6.3 and 6.4: counts of opportunities, period volumes and pipeline velocity. */
import type { DetailedJourney } from './detailed-journeys.ts';
import type { DetailedOpportunity } from './detailed-opportunities.ts';
import { addDays } from './local-days.ts';
import type { Period } from './periods.ts';
import { startOf } from './periods.ts';
import type { NaiveSettings } from './settings.ts';

/** Counts of an opportunity cohort (3.4). */
export interface O2dCounts {
  created: number;
  won: number;
  lost: number;
  open: number;
  /** Created + window not after the as-of day; of them won within the window. */
  eligible: number;
  won_w: number;
}

/** Counts opportunities as a cohort, unsourced ones too: choose before what belongs. */
export function o2dCounts(
  opportunities: DetailedOpportunity[],
  windowDays: number,
  settings: NaiveSettings,
): O2dCounts {
  const count = (outcome: string): number => opportunities.filter((item) => item.outcome === outcome).length;
  const eligible = opportunities.filter(
    (item) => addDays(item.created_date, windowDays) <= settings.as_of_date,
  );
  return {
    created: opportunities.length,
    won: count('won'),
    lost: count('lost'),
    open: count('open'),
    eligible: eligible.length,
    won_w: eligible.filter((item) => item.outcome === 'won' && item.t_days <= windowDays).length,
  };
}

/** What was closed in a stretch of days, both ends included: the counts behind `closed_win_rate`. */
export interface ClosedCounts {
  won: number;
  lost: number;
  revenue: number;
  /** Won deals that carry an amount. */
  won_with_amount: number;
  /** Sum of days from creation to close over won deals. */
  cycle_days: number;
}

/** Counts what was closed from the first to the last day. */
export function closedCounts(
  opportunities: DetailedOpportunity[],
  first: string,
  last: string,
): ClosedCounts {
  const closed = opportunities.filter(
    (item) => item.close_date !== null && item.close_date >= first && item.close_date <= last,
  );
  const won = closed.filter((item) => item.outcome === 'won');
  return {
    won: won.length,
    lost: closed.length - won.length,
    revenue: won.reduce((sum, item) => sum + (item.amount ?? 0), 0),
    won_with_amount: won.filter((item) => item.amount !== null).length,
    cycle_days: won.reduce((sum, item) => sum + item.t_days, 0),
  };
}

/**
 * Section 6.3, money a day; null where a part is undefined. The trailing 365 days end with the as-of day. Won deals without
 * an amount take no part in the average deal. The rule of ten won deals is left to the reader.
 */
export function pipelineVelocity(
  opportunities: DetailedOpportunity[],
  settings: NaiveSettings,
): { open: number; closed: ClosedCounts; per_day: number | null } {
  const open = opportunities.filter((item) => item.outcome === 'open').length;
  const first = addDays(settings.as_of_date, -364);
  const closed = closedCounts(opportunities, first, settings.as_of_date);
  const { won, lost, revenue, won_with_amount, cycle_days } = closed;
  if (won_with_amount === 0 || cycle_days === 0) return { open, closed, per_day: null };
  const perDay = (open * (won / (won + lost)) * (revenue / won_with_amount)) / (cycle_days / won);
  return { open, closed, per_day: perDay };
}

/** What happened in one week or month, whatever its cohort (3.3, 3.8, 6.4). */
export interface PeriodVolumes {
  /** Journeys created, journeys anchored. */
  created: number;
  anchored: number;
  opportunities: number;
  /** Sum of amounts of the opportunities created; one without an amount counts 0. */
  pipeline_created: number;
  without_amount: number;
  deals: number;
  lost: number;
  revenue: number;
}

/** Volumes by first day of the period; a period without anything is absent. */
export function periodVolumes(
  period: Period,
  journeys: DetailedJourney[],
  opportunities: DetailedOpportunity[],
): Map<string, PeriodVolumes> {
  const table = new Map<string, PeriodVolumes>();
  const lineOf = (day: string): PeriodVolumes => {
    const start = startOf(period, day);
    const line = table.get(start) ?? {
      created: 0,
      anchored: 0,
      opportunities: 0,
      pipeline_created: 0,
      without_amount: 0,
      deals: 0,
      lost: 0,
      revenue: 0,
    };
    table.set(start, line);
    return line;
  };
  for (const { row } of journeys) {
    lineOf(row.created_date).created += 1;
    if (row.in_cohort && row.anchor_date !== null) lineOf(row.anchor_date).anchored += 1;
  }
  for (const item of opportunities) {
    const line = lineOf(item.created_date);
    line.opportunities += 1;
    line.pipeline_created += item.amount ?? 0;
    if (item.amount === null) line.without_amount += 1;
    if (item.close_date === null) continue;
    const closing = lineOf(item.close_date);
    if (item.outcome === 'lost') closing.lost += 1;
    if (item.outcome === 'won') {
      closing.deals += 1;
      closing.revenue += item.amount ?? 0;
    }
  }
  return table;
}
