import { referenceMonths } from '../../domain/definitions.ts';
import { monthsBefore } from '../as-of.ts';
import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { columnOf, where } from '../where.ts';
import type { FacetRequest } from './lead-facets.ts';

const since = monthsBefore(referenceMonths);

/**
 * What became of the opportunities of every day of creation, group by group: to date, and won within the window whether
 * or not it has passed. Days count from 1970-01-01, money is minor units. A null window gives zeros.
 */
export const opportunityDays = ({ filter, rows, columns, windows }: FacetRequest) =>
  question(
    sql`SELECT ${columnOf(rows)} AS row_group, ${columnOf(columns)} AS column_group,
      (created_date - DATE '1970-01-01')::INTEGER AS day,
      count(*)::INTEGER AS opportunities,
      count(journey_id)::INTEGER AS sourced,
      (count(*) FILTER (outcome = 'won'))::INTEGER AS won,
      (count(*) FILTER (outcome = 'lost'))::INTEGER AS lost,
      (count(*) FILTER (outcome = 'won' AND t_days <= ${windows.o2dDays}::INTEGER))::INTEGER AS won_windowed,
      coalesce(sum(amount_minor) FILTER (outcome = 'won'), 0)::DOUBLE AS won_minor,
      (count(amount_minor) FILTER (outcome = 'won'))::INTEGER AS won_with_amount,
      coalesce(sum(amount_created_minor), 0)::DOUBLE AS created_minor,
      count(amount_created_minor)::INTEGER AS with_created_amount,
      coalesce(sum(amount_minor) FILTER (outcome = 'open'), 0)::DOUBLE AS open_minor
    FROM opp WHERE ${where(filter, sql`created_date`)}
    GROUP BY row_group, column_group, day ORDER BY row_group, column_group, day`,
    {
      row_group: text,
      column_group: text,
      day: number,
      opportunities: number,
      sourced: number,
      won: number,
      lost: number,
      won_windowed: number,
      won_minor: number,
      won_with_amount: number,
      created_minor: number,
      with_created_amount: number,
      open_minor: number,
    },
  );

/** Days from creation to won or lost, group by group, of opportunities created in the reference months. */
export const opportunityAges = ({ filter, rows, columns }: FacetRequest) =>
  question(
    sql`SELECT ${columnOf(rows)} AS row_group, ${columnOf(columns)} AS column_group, t_days::INTEGER AS day,
      (count(*) FILTER (outcome = 'won'))::INTEGER AS won,
      (count(*) FILTER (outcome = 'lost'))::INTEGER AS lost
    FROM opp
    WHERE outcome <> 'open' AND t_days IS NOT NULL AND created_date > ${since} AND ${where(filter, sql`created_date`)}
    GROUP BY row_group, column_group, day ORDER BY row_group, column_group, day`,
    { row_group: text, column_group: text, day: number, won: number, lost: number },
  );

/** Opportunities won and lost on every day, group by group: how many, what the won ones were worth and how many days they took. */
export const closeDays = ({ filter, rows, columns }: FacetRequest) =>
  question(
    sql`SELECT ${columnOf(rows)} AS row_group, ${columnOf(columns)} AS column_group,
      (close_date - DATE '1970-01-01')::INTEGER AS day,
      (count(*) FILTER (outcome = 'won'))::INTEGER AS won,
      (count(*) FILTER (outcome = 'lost'))::INTEGER AS lost,
      coalesce(sum(amount_minor) FILTER (outcome = 'won'), 0)::DOUBLE AS won_minor,
      (count(amount_minor) FILTER (outcome = 'won'))::INTEGER AS won_with_amount,
      coalesce(sum(t_days) FILTER (outcome = 'won'), 0)::DOUBLE AS won_days
    FROM opp WHERE outcome <> 'open' AND close_date IS NOT NULL AND ${where(filter, sql`close_date`)}
    GROUP BY row_group, column_group, day ORDER BY row_group, column_group, day`,
    {
      row_group: text,
      column_group: text,
      day: number,
      won: number,
      lost: number,
      won_minor: number,
      won_with_amount: number,
      won_days: number,
    },
  );
