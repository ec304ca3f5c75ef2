import { question } from '../question.ts';
import { number, optionalDay, optionalText, text, texts } from '../row-spec.ts';
import { join, sql, type Sql } from '../sql.ts';

/** Each journey of either side; nothing of a side that does not have it in its cohort. */
const compared = sql`(
  SELECT journey_id, coalesce(a.lead_id, b.lead_id) AS lead_id, coalesce(a.channel, b.channel) AS channel,
    b.journey_id IS NOT NULL AS was, a.journey_id IS NOT NULL AS remains,
    b.anchor_date AS anchor_before, a.anchor_date AS anchor_after, b.outcome AS outcome_before, a.outcome AS outcome_after,
    was AND NOT remains AS gone, remains AND NOT was AS appeared,
    was AND remains AND b.anchor_date <> a.anchor_date AS changed_anchor,
    was AND remains AND date_trunc('month', b.anchor_date) <> date_trunc('month', a.anchor_date) AS changed_month,
    was AND remains AND b.outcome <> a.outcome AS changed_outcome
  FROM (FROM journey_before WHERE in_cohort) b FULL JOIN (FROM journey_after WHERE in_cohort) a USING (journey_id)
)`;

const hasMoved = sql`(gone OR appeared OR changed_anchor OR changed_outcome)`;

const counted = (condition: Sql): Sql => sql`(count(*) FILTER (${condition}))::DOUBLE`;

/** How many journeys moved between the two sides. Both have to be kept. */
export const movedCounts = question(
  sql`SELECT ${counted(sql`appeared`)} AS appeared, ${counted(sql`gone`)} AS gone,
      ${counted(sql`changed_month`)} AS changed_month, ${counted(sql`changed_anchor`)} AS changed_anchor,
      ${counted(sql`changed_outcome`)} AS changed_outcome,
      ${counted(hasMoved)} AS moved, ${counted(sql`NOT ${hasMoved}`)} AS unmoved
    FROM ${compared}`,
  {
    appeared: number,
    gone: number,
    changed_month: number,
    changed_anchor: number,
    changed_outcome: number,
    moved: number,
    unmoved: number,
  },
);

/** The journeys that moved, by their ids, with the id of their lead in the CRM; at most `limit`. Both sides have to be kept. */
export const movedJourneys = (limit: number) =>
  question(
    sql`SELECT journey_id AS id, lead_id AS crm_id, channel,
      list_filter([
        CASE WHEN appeared THEN 'appeared' END, CASE WHEN gone THEN 'gone' END,
        CASE WHEN changed_month THEN 'changed_month' END, CASE WHEN changed_anchor THEN 'changed_anchor' END,
        CASE WHEN changed_outcome THEN 'changed_outcome' END
      ], way -> way IS NOT NULL) AS ways,
      anchor_before, anchor_after, outcome_before, outcome_after
    FROM ${compared} WHERE ${hasMoved} ORDER BY journey_id LIMIT ${limit}::BIGINT`,
    {
      id: text,
      crm_id: text,
      channel: text,
      ways: texts,
      anchor_before: optionalDay,
      anchor_after: optionalDay,
      outcome_before: optionalText,
      outcome_after: optionalText,
    },
  );

const overlapOf = (stage: string, first: Sql): Sql =>
  sql`SELECT ${stage} AS stage, side, count(*)::DOUBLE AS journeys,
      ${counted(sql`has_opportunity`)} AS opportunities, ${counted(sql`has_deal`)} AS deals
    FROM (
      SELECT CASE WHEN b.${first} IS NULL THEN 'after' WHEN a.${first} IS NULL THEN 'before' ELSE 'both' END AS side,
        coalesce(b.has_opportunity, false) OR coalesce(a.has_opportunity, false) AS has_opportunity,
        coalesce(b.has_deal, false) OR coalesce(a.has_deal, false) AS has_deal
      FROM journey_before b FULL JOIN journey_after a USING (journey_id)
      WHERE b.${first} IS NOT NULL OR a.${first} IS NOT NULL
    ) GROUP BY side`;

/**
 * Journeys with an event of each stage itself: under one definition alone or under both, and how many of them have an
 * opportunity and a deal under either. Cohort or not, every journey counts. Both sides have to be kept.
 */
export const overlapCounts = question(
  sql`SELECT * FROM (${join(
    [overlapOf('mql', sql`mql_first`), overlapOf('sal', sql`sal_first`), overlapOf('sql', sql`sql_first`)],
    ' UNION ALL ',
  )}) ORDER BY stage, side`,
  { stage: text, side: text, journeys: number, opportunities: number, deals: number },
);
