import type { Filter } from '../../domain/filter.ts';
import type { LeadStanding } from '../../metrics/leak-counts.ts';
import { asOf } from '../as-of.ts';
import { leadStanding, type LeakRequest } from '../lead-standing.ts';
import { question } from '../question.ts';
import { day, optionalNumber, text } from '../row-spec.ts';
import { join, sql, type Sql } from '../sql.ts';
import { where } from '../where.ts';

/** How many to list, and of whom; null owner: of all. */
interface Listed {
  readonly owner: string | null;
  readonly limit: number;
}

/** Leads of a cohort that stand in one of these ways. */
export interface StandingList extends Listed {
  readonly kind: 'standing';
  readonly leads: LeakRequest;
  readonly standings: readonly LeadStanding[];
}

/** Handovers nobody has tried, or those given up after so many attempts (`to` included; null: no end). */
export interface HandoverList extends Listed {
  readonly kind: 'handover';
  readonly filter: Filter;
  readonly attempts: { readonly from: number; readonly to: number | null } | null;
}

/** Open, not recycled leads: all of them, those of a cohort that are overdue, or those of a cohort nobody has tried lately. */
export interface OpenList extends Listed {
  readonly kind: 'open';
  readonly only: 'all' | 'overdue' | 'neglected';
  /** Days for a decision, or without an attempt; of no account for all. */
  readonly days: number;
}

/** Leads that were recycled: all of them, or those that became an opportunity. */
export interface RecycledList extends Listed {
  readonly kind: 'recycled';
  readonly only: 'all' | 'converted';
}

/** What is listed behind a count of the page of leaks. */
export type LeadList = StandingList | HandoverList | OpenList | RecycledList;

/** `days` and `attempts` and `response_minutes` are null where they say nothing of the list. */
const rows = {
  id: text,
  lead_id: text,
  owner: text,
  channel: text,
  segment: text,
  start_date: day,
  stage: text,
  standing: text,
  amount_minor: optionalNumber,
  attempts: optionalNumber,
  response_minutes: optionalNumber,
  days: optionalNumber,
} as const;

const ownedBy = (owner: string | null): Sql => (owner === null ? sql`true` : sql`owner = ${owner}`);

const isOneOf = (standings: readonly LeadStanding[]): Sql =>
  standings.length === 0
    ? sql`false`
    : sql`(stage, standing, untried, slow, few_attempts) IN (${join(
        standings.map(
          ({ stage, standing, untried, slow, few_attempts: few }) =>
            sql`(${stage}, ${standing}, ${untried}::BOOLEAN, ${slow}::BOOLEAN, ${few}::BOOLEAN)`,
        ),
        ', ',
      )})`;

/** What was done with a lead in the cycle it ended in; nothing where the handovers cannot tell. */
const answers = (handovers: boolean): Sql =>
  handovers
    ? sql`SELECT journey_id, arg_max(attempts, handover_at)::DOUBLE AS attempts,
          arg_max_null(response_bmin, handover_at)::DOUBLE AS response_minutes
        FROM handover GROUP BY journey_id`
    : sql`SELECT NULL::VARCHAR AS journey_id, NULL::DOUBLE AS attempts, NULL::DOUBLE AS response_minutes WHERE false`;

const byStanding = ({ leads, standings, owner, limit }: StandingList) =>
  question(
    sql`${leadStanding(leads)}, answer AS (${answers(leads.handovers)})
    SELECT journey_id AS id, lead_id, owner, channel, segment, anchor_date AS start_date, stage, standing,
      amount_minor::DOUBLE AS amount_minor, attempts, response_minutes, NULL::DOUBLE AS days
    FROM standing LEFT JOIN amount USING (journey_id) LEFT JOIN answer USING (journey_id)
    WHERE ${isOneOf(standings)} AND ${ownedBy(owner)} ORDER BY start_date DESC, id LIMIT ${limit}::BIGINT`,
    rows,
  );

const handedOver = ({ filter, attempts, owner, limit }: HandoverList) =>
  question(
    sql`SELECT handover_id AS id, lead_id, owner, channel, segment, handover_date AS start_date, 'mql' AS stage, status AS standing,
      NULL::DOUBLE AS amount_minor, attempts::DOUBLE AS attempts, response_bmin::DOUBLE AS response_minutes, NULL::DOUBLE AS days
    FROM handover
    WHERE ${where(filter, sql`handover_date`)} AND ${ownedBy(owner)} AND ${
      attempts === null
        ? sql`NOT is_contacted`
        : sql`attempts_due AND NOT attempt_stop AND attempts >= ${attempts.from}::INTEGER AND attempts <= coalesce(${attempts.to}::INTEGER, attempts)`
    }
    ORDER BY start_date DESC, id LIMIT ${limit}::BIGINT`,
    rows,
  );

const openTests = ({ only, days }: OpenList): Sql => {
  switch (only) {
    case 'all':
      return sql`true`;
    case 'overdue':
      return sql`in_cohort AND t_days > ${days}::INTEGER`;
    case 'neglected':
      return sql`in_cohort AND (last_activity_date IS NULL OR last_activity_date < ${asOf} - ${days}::INTEGER)`;
  }
};

/** The furthest stage a lead has reached. */
const furthest = sql`CASE WHEN outcome = 'opportunity' THEN 'opportunity' WHEN sql_date IS NOT NULL THEN 'sql'
      WHEN sal_date IS NOT NULL THEN 'sal' WHEN mql_date IS NOT NULL THEN 'mql' ELSE 'created' END`;

const open = (list: OpenList) =>
  question(
    sql`SELECT journey_id AS id, lead_id, owner, channel, segment, coalesce(anchor_date, created_date) AS start_date,
      ${furthest} AS stage, 'open' AS standing, NULL::DOUBLE AS amount_minor, NULL::DOUBLE AS attempts,
      NULL::DOUBLE AS response_minutes, (${asOf} - last_activity_date)::DOUBLE AS days
    FROM journey WHERE outcome = 'open' AND state IS NULL AND ${openTests(list)} AND ${ownedBy(list.owner)}
    ORDER BY start_date, id LIMIT ${list.limit}::BIGINT`,
    rows,
  );

const recycled = ({ only, owner, limit }: RecycledList) =>
  question(
    sql`WITH first AS (
      SELECT j.person_no, j.n AS journey_no, min(e.event_date) AS recycled_on
      FROM journey_start j JOIN person_event e
        ON e.person_no = j.person_no AND e.order_key >= j.start_key AND (j.next_key IS NULL OR e.order_key < j.next_key)
      WHERE e.rank = 4 GROUP BY j.person_no, j.n
    )
    SELECT journey_id AS id, lead_id, owner, channel, segment, recycled_on AS start_date, ${furthest} AS stage,
      CASE WHEN won_date IS NOT NULL THEN 'won' ELSE coalesce(state, outcome) END AS standing, NULL::DOUBLE AS amount_minor,
      NULL::DOUBLE AS attempts, NULL::DOUBLE AS response_minutes, (${asOf} - recycled_on)::DOUBLE AS days
    FROM journey JOIN first USING (person_no, journey_no)
    WHERE in_cohort AND list_contains(flags, 'recycled') AND ${ownedBy(owner)}
      AND NOT coalesce(outcome = 'opportunity' AND event_date <= recycled_on
        OR outcome = 'disqualified' AND event_date < recycled_on, false)
      AND ${only === 'all' ? sql`true` : sql`outcome = 'opportunity'`}
    ORDER BY start_date DESC, id LIMIT ${limit}::BIGINT`,
    rows,
  );

/** The records behind a count of the page of leaks, each under the id of its lead in the CRM. */
export const listedLeads = (list: LeadList) => {
  switch (list.kind) {
    case 'standing':
      return byStanding(list);
    case 'handover':
      return handedOver(list);
    case 'open':
      return open(list);
    case 'recycled':
      return recycled(list);
  }
};
