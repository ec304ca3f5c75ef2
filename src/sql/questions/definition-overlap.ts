import type { RuledStage } from '../../domain/stage-rule.ts';
import { question } from '../question.ts';
import { number, optionalText, text } from '../row-spec.ts';
import { sql, type Sql } from '../sql.ts';

const firsts: Readonly<Record<RuledStage, Sql>> = {
  mql: sql`mql_first`,
  sal: sql`sal_first`,
  sql: sql`sql_first`,
};

const taken = (before: RuledStage, after: RuledStage): Sql => sql`(
  SELECT journey_id, coalesce(b.lead_id, a.lead_id) AS lead_id, coalesce(b.channel, a.channel) AS channel,
    CASE WHEN b.${firsts[before]} IS NULL THEN 'after' WHEN a.${firsts[after]} IS NULL THEN 'before' ELSE 'both' END AS side,
    coalesce(b.has_opportunity, false) OR coalesce(a.has_opportunity, false) AS has_opportunity,
    coalesce(b.has_deal, false) OR coalesce(a.has_deal, false) AS has_deal,
    coalesce(a.outcome, b.outcome) AS outcome
  FROM journey_before b FULL JOIN journey_after a USING (journey_id)
  WHERE b.${firsts[before]} IS NOT NULL OR a.${firsts[after]} IS NOT NULL
)`;

/**
 * Whom one stage of the first side and one of the second take, by an event of the stage itself: under one alone or under
 * both, and how many of them have an opportunity and a deal under either side. Both sides have to be kept.
 */
export const takenCounts = (before: RuledStage, after: RuledStage) =>
  question(
    sql`SELECT side, count(*)::DOUBLE AS journeys, (count(*) FILTER (has_opportunity))::DOUBLE AS opportunities,
      (count(*) FILTER (has_deal))::DOUBLE AS deals
    FROM ${taken(before, after)} GROUP BY side ORDER BY side`,
    { side: text, journeys: number, opportunities: number, deals: number },
  );

/** Leads that only one side takes, by the id of their lead in the CRM: at most `limit` of each side. */
export const disputedLeads = (before: RuledStage, after: RuledStage, limit: number) =>
  question(
    sql`SELECT journey_id AS id, lead_id AS crm_id, channel, side, outcome
    FROM (SELECT *, row_number() OVER (PARTITION BY side ORDER BY journey_id) AS place FROM ${taken(before, after)} WHERE side <> 'both')
    WHERE place <= ${limit}::BIGINT ORDER BY side, journey_id`,
    { id: text, crm_id: text, channel: text, side: text, outcome: optionalText },
  );
