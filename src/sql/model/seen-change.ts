import { question } from '../question.ts';
import { number } from '../row-spec.ts';
import { sql, type Sql } from '../sql.ts';

/**
 * Changes of a lead's status that are only known because two exports differ: the lead was seen in one status by
 * `after_day` and in another by `by_day`, and no event of the history says when it changed.
 *
 * They are counted and never become stage events. A change seen this way is dated up to a week late, and only leads that
 * were there in two exports can show one: a lead that was created and became an MQL between them shows none. Cohorts
 * anchored at such dates would hold slow leads and leave out the fast ones, and a single one of them would turn the
 * default anchor from creation to MQL.
 */
export const startSeenChanges: readonly Sql[] = [
  sql`CREATE OR REPLACE TABLE seen_change (lead_id TEXT, from_stage TEXT, stage TEXT, after_day DATE, by_day DATE)`,
];

/** Notes what the next export says differently, before it is taken into the history. */
export const noteSeenChanges = (afterDay: string, byDay: string): Sql =>
  sql`INSERT INTO seen_change
    SELECT n.lead_id, o.status_stage, n.status_stage, ${afterDay}::DATE, ${byDay}::DATE
    FROM arriving_lead n JOIN merged_lead o ON n.lead_id = o.lead_id
    WHERE n.status_stage IS DISTINCT FROM o.status_stage`;

/** Lets go of those that an event explains, whichever export brought it. */
export const dropExplainedChanges: Sql = sql`DELETE FROM seen_change WHERE EXISTS (
    SELECT 1 FROM merged_stage_event e WHERE e.lead_id = seen_change.lead_id
      AND e.stage IS NOT DISTINCT FROM seen_change.stage
      AND e.event_date BETWEEN seen_change.after_day AND seen_change.by_day)`;

/** How many are left. */
export const countSeenChanges = question(sql`SELECT count(*)::DOUBLE AS changes FROM seen_change`, {
  changes: number,
});

/** Lets go of them. */
export const dropSeenChanges: Sql = sql`DROP TABLE IF EXISTS seen_change`;
