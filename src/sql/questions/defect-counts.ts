import type { Windows } from '../../domain/definitions.ts';
import { asOf } from '../as-of.ts';
import { defectRecords } from '../defects/defect-records.ts';
import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { join, sql } from '../sql.ts';

const rows = {
  defect: text,
  records: number,
  left_out: number,
  left_out_anchored: number,
  yes: number,
  no: number,
  yes_windowed: number,
  no_windowed: number,
  opportunities: number,
  won: number,
  named_won: number,
  opportunities_windowed: number,
  won_windowed: number,
  named_won_windowed: number,
  sourced: number,
  sourced_won: number,
  sourced_windowed: number,
  sourced_won_windowed: number,
};

/** How many records have each defect, and how many leads and opportunities they touch: one row a defect. */
export const defectCounts = ({ l2oDays, o2dDays }: Windows) => {
  const leadMature = sql`in_cohort AND anchor_date + ${l2oDays}::INTEGER <= ${asOf}`;
  const inTime = sql`(outcome = 'opportunity' AND t_days <= ${l2oDays}::INTEGER)`;
  const mature = sql`created_date + ${o2dDays}::INTEGER <= ${asOf}`;
  const wonInTime = sql`outcome = 'won' AND t_days <= ${o2dDays}::INTEGER`;
  const ofDefect = defectRecords.map(
    ([id, records]) => sql`(
      WITH record AS (${records}), named AS (
        SELECT o.*, k.outcome = 'won' AS named_won FROM opp o JOIN opportunity k USING (opportunity_id)
        WHERE o.opportunity_id IN (SELECT opportunity_id FROM record)
      )
      SELECT ${id} AS defect, r.*, j.*, o.*, s.* FROM
      (SELECT count(DISTINCT record_id)::DOUBLE AS records FROM record) r,
      (SELECT (count(*) FILTER (NOT in_cohort))::DOUBLE AS left_out,
        (count(*) FILTER (NOT in_cohort AND anchor_date IS NOT NULL))::DOUBLE AS left_out_anchored,
        (count(*) FILTER (in_cohort AND outcome = 'opportunity'))::DOUBLE AS yes,
        (count(*) FILTER (in_cohort AND outcome <> 'opportunity'))::DOUBLE AS no,
        (count(*) FILTER (${leadMature} AND ${inTime}))::DOUBLE AS yes_windowed,
        (count(*) FILTER (${leadMature} AND NOT ${inTime}))::DOUBLE AS no_windowed
        FROM journey WHERE journey_id IN (SELECT journey_id FROM record)) j,
      (SELECT count(*)::DOUBLE AS opportunities,
        (count(*) FILTER (outcome = 'won'))::DOUBLE AS won,
        (count(*) FILTER (named_won))::DOUBLE AS named_won,
        (count(*) FILTER (${mature}))::DOUBLE AS opportunities_windowed,
        (count(*) FILTER (${mature} AND ${wonInTime}))::DOUBLE AS won_windowed,
        (count(*) FILTER (${mature} AND named_won))::DOUBLE AS named_won_windowed
        FROM named) o,
      (SELECT count(*)::DOUBLE AS sourced,
        (count(*) FILTER (outcome = 'won'))::DOUBLE AS sourced_won,
        (count(*) FILTER (${mature}))::DOUBLE AS sourced_windowed,
        (count(*) FILTER (${mature} AND ${wonInTime}))::DOUBLE AS sourced_won_windowed
        FROM opp WHERE journey_id IN (SELECT journey_id FROM record)) s)`,
  );
  return question(join(ofDefect, ' UNION ALL '), rows);
};
