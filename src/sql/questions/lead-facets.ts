import { fastWindowDays, referenceMonths, type Windows } from '../../domain/definitions.ts';
import type { Dimension } from '../../domain/dimension.ts';
import type { Filter } from '../../domain/filter.ts';
import { monthsBefore } from '../as-of.ts';
import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { columnOf, where } from '../where.ts';

/** What a cube is asked for: the part of the data it is made of, cut by which two fields, with counts within which windows. */
export interface FacetRequest {
  readonly filter: Filter;
  readonly rows: Dimension;
  readonly columns: Dimension;
  readonly windows: Windows;
}

const since = monthsBefore(referenceMonths);

/** Whether a lead's clock starts at a date that was taken from a later stage. With clocks that start at creation none does. */
const isImputed = sql`(SELECT anchor FROM definition) = 'mql' AND list_contains(flags, 'imputed_mql')`;

/**
 * What became of the leads of every anchor day, group by group: to date, and within a number of days of the anchor
 * whether or not all of these days have passed. Days count from 1970-01-01. A null window gives zeros.
 */
export const leadDays = ({ filter, rows, columns, windows }: FacetRequest) =>
  question(
    sql`SELECT ${columnOf(rows)} AS row_group, ${columnOf(columns)} AS column_group,
      (anchor_date - DATE '1970-01-01')::INTEGER AS day,
      count(*)::INTEGER AS journeys,
      (count(*) FILTER (outcome = 'opportunity'))::INTEGER AS converted,
      (count(*) FILTER (outcome = 'disqualified'))::INTEGER AS disqualified,
      (count(*) FILTER (state = 'recycled'))::INTEGER AS recycled,
      count(won_date)::INTEGER AS won,
      (count(*) FILTER (outcome = 'opportunity' AND t_days <= ${windows.l2oDays}::INTEGER))::INTEGER AS converted_windowed,
      (count(*) FILTER (outcome = 'opportunity' AND t_days <= ${fastWindowDays}::INTEGER))::INTEGER AS converted_fast,
      (count(*) FILTER (outcome = 'opportunity' AND t_days <= ${windows.l2dDays}::INTEGER))::INTEGER AS converted_l2d,
      (count(*) FILTER (won_days <= ${windows.l2dDays}::INTEGER))::INTEGER AS won_windowed,
      (count(*) FILTER (is_imputed))::INTEGER AS imputed,
      (count(*) FILTER (is_imputed AND outcome = 'opportunity'))::INTEGER AS imputed_converted,
      (count(*) FILTER (is_imputed AND outcome = 'disqualified'))::INTEGER AS imputed_disqualified
    FROM (SELECT *, ${isImputed} AS is_imputed FROM journey
      WHERE in_cohort AND ${where(filter, sql`anchor_date`)})
    GROUP BY row_group, column_group, day ORDER BY row_group, column_group, day`,
    {
      row_group: text,
      column_group: text,
      day: number,
      journeys: number,
      converted: number,
      disqualified: number,
      recycled: number,
      won: number,
      converted_windowed: number,
      converted_fast: number,
      converted_l2d: number,
      won_windowed: number,
      imputed: number,
      imputed_converted: number,
      imputed_disqualified: number,
    },
  );

/** Leads of every day of arrival and, as MQLs, of every day on which they became one, group by group, in a cohort or not. */
export const arrivalDays = ({ filter, rows, columns }: FacetRequest) =>
  question(
    sql`SELECT row_group, column_group, (day - DATE '1970-01-01')::INTEGER AS day,
      (count(*) FILTER (NOT is_mql))::INTEGER AS leads, (count(*) FILTER (is_mql))::INTEGER AS mqls
    FROM (
      SELECT ${columnOf(rows)} AS row_group, ${columnOf(columns)} AS column_group, created_date AS day, false AS is_mql
      FROM journey WHERE ${where(filter, sql`created_date`)}
      UNION ALL
      SELECT ${columnOf(rows)}, ${columnOf(columns)}, mql_date, true
      FROM journey WHERE mql_date IS NOT NULL AND ${where(filter, sql`mql_date`)}
    )
    GROUP BY row_group, column_group, day ORDER BY row_group, column_group, day`,
    { row_group: text, column_group: text, day: number, leads: number, mqls: number },
  );

/** Days from anchor to opportunity or disqualification, group by group, of leads anchored in the reference months; `imputed` of each without a stage date of their own. */
export const leadAges = ({ filter, rows, columns }: FacetRequest) =>
  question(
    sql`SELECT ${columnOf(rows)} AS row_group, ${columnOf(columns)} AS column_group, t_days::INTEGER AS day,
      (count(*) FILTER (outcome = 'opportunity'))::INTEGER AS converted,
      (count(*) FILTER (outcome = 'disqualified'))::INTEGER AS disqualified,
      (count(*) FILTER (outcome = 'opportunity' AND is_imputed))::INTEGER AS imputed_converted,
      (count(*) FILTER (outcome = 'disqualified' AND is_imputed))::INTEGER AS imputed_disqualified
    FROM (SELECT *, ${isImputed} AS is_imputed FROM journey
      WHERE in_cohort AND outcome <> 'open' AND anchor_date > ${since} AND ${where(filter, sql`anchor_date`)})
    GROUP BY row_group, column_group, day ORDER BY row_group, column_group, day`,
    {
      row_group: text,
      column_group: text,
      day: number,
      converted: number,
      disqualified: number,
      imputed_converted: number,
      imputed_disqualified: number,
    },
  );

/** Days from anchor to the first won opportunity, group by group, of leads anchored in the reference months. */
export const leadDealAges = ({ filter, rows, columns }: FacetRequest) =>
  question(
    sql`SELECT ${columnOf(rows)} AS row_group, ${columnOf(columns)} AS column_group, won_days::INTEGER AS day,
      count(*)::INTEGER AS won
    FROM journey
    WHERE in_cohort AND won_days IS NOT NULL AND anchor_date > ${since} AND ${where(filter, sql`anchor_date`)}
    GROUP BY row_group, column_group, day ORDER BY row_group, column_group, day`,
    { row_group: text, column_group: text, day: number, won: number },
  );

/**
 * What became of the opportunities that the leads of every anchor day led to, group by group of the leads: to date,
 * and within the window of lead to deal after the anchor, opportunity and win both. A null window gives zeros.
 */
export const sourcedDays = ({ filter, rows, columns, windows }: FacetRequest) =>
  question(
    sql`SELECT ${columnOf(rows)} AS row_group, ${columnOf(columns)} AS column_group,
      (anchor_date - DATE '1970-01-01')::INTEGER AS day,
      count(*)::INTEGER AS sourced,
      (count(*) FILTER (outcome = 'won'))::INTEGER AS won,
      coalesce(sum(amount_minor) FILTER (outcome = 'won'), 0)::DOUBLE AS won_minor,
      (count(*) FILTER (created_date - anchor_date <= ${windows.l2dDays}::INTEGER))::INTEGER AS sourced_windowed,
      (count(*) FILTER (outcome = 'won' AND close_date - anchor_date <= ${windows.l2dDays}::INTEGER))::INTEGER AS won_windowed,
      coalesce(sum(amount_minor) FILTER (outcome = 'won' AND close_date - anchor_date <= ${windows.l2dDays}::INTEGER), 0)::DOUBLE AS won_windowed_minor
    FROM sourced_opp WHERE ${where(filter, sql`anchor_date`)}
    GROUP BY row_group, column_group, day ORDER BY row_group, column_group, day`,
    {
      row_group: text,
      column_group: text,
      day: number,
      sourced: number,
      won: number,
      won_minor: number,
      sourced_windowed: number,
      won_windowed: number,
      won_windowed_minor: number,
    },
  );
