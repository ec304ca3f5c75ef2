import type { Windows } from '../../domain/definitions.ts';
import { question } from '../question.ts';
import { number } from '../row-spec.ts';
import { sql } from '../sql.ts';

/**
 * The lead records that were taken for one person with another, each counted as a lead of its own: by its own stages and
 * the opportunities it is linked to itself. The second half of "what if nothing had been matched?".
 */
export const aloneCounts = ({ l2oDays }: Windows) =>
  question(
    sql`WITH shared AS (
        SELECT person_no FROM person GROUP BY person_no HAVING count(*) > 1
      ), record AS (
        SELECT l.lead_no, l.lead_id, l.contact_id, l.created_date
        FROM scoped_lead l JOIN person p USING (lead_no) JOIN shared USING (person_no)
      ), staged AS (
        SELECT e.lead_no, min(e.event_date) AS stage_date FROM person_event e JOIN record USING (lead_no)
        WHERE e.rank BETWEEN 1 AND 3 GROUP BY e.lead_no
      ), linked AS (
        SELECT r.lead_no, o.created_date FROM record r
        JOIN lead_opportunity k ON k.lead_id = r.lead_id JOIN opportunity_now o USING (opportunity_id)
        UNION ALL
        SELECT r.lead_no, o.created_date FROM record r
        JOIN lead_opportunity k ON k.contact_id = r.contact_id AND k.lead_id IS NULL JOIN opportunity_now o USING (opportunity_id)
      ), own AS (
        SELECT r.lead_no,
          min(greatest(l.created_date, r.created_date)) FILTER (l.created_date >= r.created_date - d.backdate_days) AS opportunity_date
        FROM linked l JOIN record r USING (lead_no), definition d GROUP BY r.lead_no
      ), judged AS (
        SELECT o.opportunity_date, o.lead_no IS NOT NULL AND o.opportunity_date IS NULL AS is_older, d.as_of,
          CASE WHEN d.anchor = 'created' THEN r.created_date
               WHEN coalesce(s.stage_date, o.opportunity_date) IS NOT NULL
               THEN greatest(r.created_date, least(s.stage_date, o.opportunity_date)) END AS anchor_date
        FROM record r LEFT JOIN staged s USING (lead_no) LEFT JOIN own o USING (lead_no), definition d
      )
      SELECT count(*)::DOUBLE AS alone,
        count(opportunity_date)::DOUBLE AS alone_converted,
        (count(*) FILTER (anchor_date + ${l2oDays}::INTEGER <= as_of))::DOUBLE AS alone_windowed,
        (count(*) FILTER (anchor_date + ${l2oDays}::INTEGER <= as_of AND opportunity_date - anchor_date <= ${l2oDays}::INTEGER))::DOUBLE AS alone_converted_windowed
      FROM judged WHERE anchor_date IS NOT NULL AND NOT is_older`,
    {
      alone: number,
      alone_converted: number,
      alone_windowed: number,
      alone_converted_windowed: number,
    },
  );
