import { referenceMonths, type Windows } from '../../src/domain/definitions.ts';
import { noFilter, type Filter } from '../../src/domain/filter.ts';
import { question } from '../../src/sql/question.ts';
import { leadCounts, opportunityCounts } from '../../src/sql/questions/conversion-counts.ts';
import { number } from '../../src/sql/row-spec.ts';
import { sql, type Sql } from '../../src/sql/sql.ts';
import { where } from '../../src/sql/where.ts';

const asOf = sql`(SELECT as_of FROM definition)`;
const since = sql`(${asOf} - to_months(${referenceMonths}::INTEGER))::DATE`;

/** Leads and conversions of every week under a filter, as day numbers of the Mondays. */
export const leadWeeks = (filter: Filter) =>
  question(
    sql`SELECT (date_trunc('week', anchor_date)::DATE - DATE '1970-01-01')::DOUBLE AS start, count(*)::DOUBLE AS n,
      (count(*) FILTER (outcome = 'opportunity'))::DOUBLE AS converted
    FROM journey WHERE in_cohort AND ${where(filter, sql`anchor_date`)} GROUP BY start ORDER BY start`,
    { start: number, n: number, converted: number },
  );

/**
 * The statements by which a database answers one change of filter, one for each block of the page: the cross table,
 * weekly cohorts with windows and open ages, life tables by channel, volumes, pipeline and velocity.
 */
export const pageStatements = (filter: Filter, windows: Windows): readonly Sql[] => {
  const request = { filter, rows: 'channel', columns: 'segment', windows } as const;
  const always = { ...noFilter, values: filter.values };
  return [
    leadCounts(request),
    opportunityCounts(request),
    sql`SELECT date_trunc('week', anchor_date)::DATE AS week, count(*)::DOUBLE AS n,
        (count(*) FILTER (outcome = 'opportunity'))::DOUBLE AS x, (count(*) FILTER (outcome = 'disqualified'))::DOUBLE AS dq,
        (count(*) FILTER (anchor_date + ${windows.l2oDays}::INTEGER <= ${asOf}))::DOUBLE AS eligible,
        (count(*) FILTER (anchor_date + ${windows.l2oDays}::INTEGER <= ${asOf} AND outcome = 'opportunity' AND t_days <= ${windows.l2oDays}::INTEGER))::DOUBLE AS x_w,
        (count(*) FILTER (anchor_date + 14 <= ${asOf} AND outcome = 'opportunity' AND t_days <= 14))::DOUBLE AS x_fast
      FROM journey WHERE in_cohort AND ${where(filter, sql`anchor_date`)} GROUP BY week ORDER BY week`,
    sql`SELECT anchor_date, count(*)::DOUBLE AS n, (count(*) FILTER (outcome = 'open'))::DOUBLE AS open
      FROM journey WHERE in_cohort AND ${where(filter, sql`anchor_date`)} GROUP BY anchor_date ORDER BY anchor_date`,
    sql`SELECT channel, t_days, (count(*) FILTER (outcome = 'opportunity'))::DOUBLE AS converted,
        (count(*) FILTER (outcome = 'disqualified'))::DOUBLE AS gone, count(*)::DOUBLE AS total
      FROM journey WHERE in_cohort AND anchor_date > ${since} AND ${where(always, sql`anchor_date`)}
      GROUP BY channel, t_days ORDER BY channel, t_days`,
    sql`SELECT channel, t_days, (count(*) FILTER (outcome = 'won'))::DOUBLE AS converted,
        (count(*) FILTER (outcome = 'lost'))::DOUBLE AS gone, count(*)::DOUBLE AS total
      FROM opp WHERE created_date > ${since} AND ${where(always, sql`created_date`)}
      GROUP BY channel, t_days ORDER BY channel, t_days`,
    sql`SELECT date_trunc('week', created_date)::DATE AS week, count(*)::DOUBLE AS n,
        (count(*) FILTER (outcome = 'won'))::DOUBLE AS won, (count(*) FILTER (outcome = 'lost'))::DOUBLE AS lost,
        (count(*) FILTER (outcome = 'won' AND t_days <= ${windows.o2dDays}::INTEGER))::DOUBLE AS won_w,
        sum(amount_created_minor)::DOUBLE AS pipeline
      FROM opp WHERE ${where(filter, sql`created_date`)} GROUP BY week ORDER BY week`,
    sql`SELECT channel, date_trunc('month', created_date)::DATE AS month, sum(amount_created_minor)::DOUBLE AS pipeline, count(*)::DOUBLE AS n
      FROM opp WHERE ${where(filter, sql`created_date`)} GROUP BY channel, month ORDER BY channel, month`,
    sql`SELECT date_trunc('week', close_date)::DATE AS week, (count(*) FILTER (outcome = 'won'))::DOUBLE AS won,
        count(*)::DOUBLE AS closed, (sum(amount_minor) FILTER (outcome = 'won'))::DOUBLE AS revenue
      FROM opp WHERE outcome <> 'open' AND ${where(filter, sql`close_date`)} GROUP BY week ORDER BY week`,
    sql`SELECT date_trunc('week', created_date)::DATE AS week, count(*)::DOUBLE AS leads
      FROM journey WHERE ${where(filter, sql`created_date`)} GROUP BY week ORDER BY week`,
    sql`SELECT channel, count(*)::DOUBLE AS n, (count(*) FILTER (outcome = 'won'))::DOUBLE AS won,
        (sum(amount_minor) FILTER (outcome = 'won'))::DOUBLE AS revenue
      FROM sourced_opp WHERE ${where(filter, sql`anchor_date`)} GROUP BY channel ORDER BY channel`,
    sql`SELECT (SELECT count(*) FROM opp WHERE outcome = 'open' AND ${where(always, sql`created_date`)})::DOUBLE AS open,
        (count(*) FILTER (outcome = 'won'))::DOUBLE AS won, count(*)::DOUBLE AS closed,
        (avg(amount_minor) FILTER (outcome = 'won'))::DOUBLE AS deal, (avg(t_days) FILTER (outcome = 'won'))::DOUBLE AS cycle
      FROM opp WHERE outcome <> 'open' AND close_date > ${asOf} - 365 AND ${where(always, sql`close_date`)}`,
  ];
};
