import type { Windows } from '../../domain/definitions.ts';
import type { Dimension } from '../../domain/dimension.ts';
import type { Filter } from '../../domain/filter.ts';
import { asOf } from '../as-of.ts';
import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { columnOf, where } from '../where.ts';

/** What is asked: which part of the data, cut by which two fields, in which windows. */
export interface ConversionRequest {
  readonly filter: Filter;
  readonly rows: Dimension;
  readonly columns: Dimension;
  readonly windows: Windows;
}

/**
 * Lead cohorts, cell by cell: journeys anchored in the period, those with an opportunity and with a deal, to date and
 * within the windows. A windowed count holds only journeys that have had the whole window; a null window gives zeros.
 */
export const leadCounts = ({ filter, rows, columns, windows }: ConversionRequest) =>
  question(
    sql`SELECT ${columnOf(rows)} AS row_group, ${columnOf(columns)} AS column_group,
      count(*)::DOUBLE AS journeys,
      (count(*) FILTER (outcome = 'opportunity'))::DOUBLE AS converted,
      (count(*) FILTER (outcome = 'disqualified'))::DOUBLE AS disqualified,
      (count(*) FILTER (outcome = 'open'))::DOUBLE AS open,
      (count(*) FILTER (won_date IS NOT NULL))::DOUBLE AS won,
      (count(*) FILTER (anchor_date + ${windows.l2oDays}::INTEGER <= ${asOf}))::DOUBLE AS journeys_l2o,
      (count(*) FILTER (anchor_date + ${windows.l2oDays}::INTEGER <= ${asOf} AND outcome = 'opportunity' AND t_days <= ${windows.l2oDays}::INTEGER))::DOUBLE AS converted_windowed,
      (count(*) FILTER (anchor_date + ${windows.l2dDays}::INTEGER <= ${asOf}))::DOUBLE AS journeys_l2d,
      (count(*) FILTER (anchor_date + ${windows.l2dDays}::INTEGER <= ${asOf} AND won_days <= ${windows.l2dDays}::INTEGER))::DOUBLE AS won_windowed
    FROM journey WHERE in_cohort AND ${where(filter, sql`anchor_date`)}
    GROUP BY row_group, column_group ORDER BY row_group, column_group`,
    {
      row_group: text,
      column_group: text,
      journeys: number,
      converted: number,
      disqualified: number,
      open: number,
      won: number,
      journeys_l2o: number,
      converted_windowed: number,
      journeys_l2d: number,
      won_windowed: number,
    },
  );

/** Opportunity cohorts, cell by cell: opportunities created in the period, those won, to date and within the window, and what the won ones were worth. */
export const opportunityCounts = ({ filter, rows, columns, windows }: ConversionRequest) =>
  question(
    sql`SELECT ${columnOf(rows)} AS row_group, ${columnOf(columns)} AS column_group,
      count(*)::DOUBLE AS opportunities,
      (count(*) FILTER (journey_id IS NOT NULL))::DOUBLE AS sourced,
      (count(*) FILTER (outcome = 'won'))::DOUBLE AS won,
      (count(*) FILTER (outcome = 'lost'))::DOUBLE AS lost,
      (count(*) FILTER (created_date + ${windows.o2dDays}::INTEGER <= ${asOf}))::DOUBLE AS opportunities_windowed,
      (count(*) FILTER (created_date + ${windows.o2dDays}::INTEGER <= ${asOf} AND outcome = 'won' AND t_days <= ${windows.o2dDays}::INTEGER))::DOUBLE AS won_windowed,
      coalesce(sum(amount_minor) FILTER (outcome = 'won'), 0)::DOUBLE AS won_minor,
      (count(amount_minor) FILTER (outcome = 'won'))::DOUBLE AS won_with_amount
    FROM opp WHERE ${where(filter, sql`created_date`)}
    GROUP BY row_group, column_group ORDER BY row_group, column_group`,
    {
      row_group: text,
      column_group: text,
      opportunities: number,
      sourced: number,
      won: number,
      lost: number,
      opportunities_windowed: number,
      won_windowed: number,
      won_minor: number,
      won_with_amount: number,
    },
  );
