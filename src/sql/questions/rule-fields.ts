import { blankGroup } from '../../domain/dimension.ts';
import { question } from '../question.ts';
import { number, optionalNumber, text } from '../row-spec.ts';
import { sql } from '../sql.ts';

/** What a rule can look at: how many leads there are, and how many have a score and a fit, from where to where. */
export const ruleFields = question(
  sql`SELECT count(*)::DOUBLE AS leads, count(score)::DOUBLE AS scored, count(fit)::DOUBLE AS fitted,
      min(score)::DOUBLE AS lowest_score, max(score)::DOUBLE AS highest_score, min(fit)::DOUBLE AS lowest_fit, max(fit)::DOUBLE AS highest_fit
    FROM scoped_lead`,
  {
    leads: number,
    scored: number,
    fitted: number,
    lowest_score: optionalNumber,
    highest_score: optionalNumber,
    lowest_fit: optionalNumber,
    highest_fit: optionalNumber,
  },
);

/** The values that rules and calendars can name, with the leads or human activities that have them; most first. */
export const ruleValues = question(
  sql`SELECT 'channel' AS field, channel AS value, count(*)::DOUBLE AS records FROM scoped_lead GROUP BY channel
    UNION ALL SELECT 'segment', segment, count(*)::DOUBLE FROM scoped_lead GROUP BY segment
    UNION ALL SELECT 'owner', owner, count(*)::DOUBLE FROM journey WHERE owner <> ${blankGroup} GROUP BY owner
    UNION ALL SELECT 'act', type, count(*)::DOUBLE FROM activity WHERE NOT is_automated AND type IS NOT NULL GROUP BY type
    ORDER BY field, records DESC, value`,
  { field: text, value: text, records: number },
);

/**
 * How many journeys came how far under the definitions at hand, and how many events of each stage itself are recorded.
 * A journey that passed a stage by counts as having reached it. The table of ways has to be there.
 */
export const stageReach = question(
  sql`SELECT count(*)::DOUBLE AS lead, count(j.mql_date)::DOUBLE AS mql, count(j.sal_date)::DOUBLE AS sal, count(j.sql_date)::DOUBLE AS sql,
      (count(*) FILTER (j.n_opps > 0))::DOUBLE AS opportunity, count(j.won_date)::DOUBLE AS deal,
      count(p.mql_first)::DOUBLE AS own_mql, count(p.sal_first)::DOUBLE AS own_sal, count(p.sql_first)::DOUBLE AS own_sql
    FROM journey j JOIN journey_path p USING (journey_id) WHERE j.outcome <> 'associated_existing'`,
  {
    lead: number,
    mql: number,
    sal: number,
    sql: number,
    opportunity: number,
    deal: number,
    own_mql: number,
    own_sal: number,
    own_sql: number,
  },
);
