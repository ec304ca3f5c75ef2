import type { Filter } from '../../domain/filter.ts';
import { asOf } from '../as-of.ts';
import { arrivalsOf } from '../open-hours.ts';
import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { where } from '../where.ts';

interface FairnessRequest {
  readonly filter: Filter;
}

/**
 * What the promise of sales leaves out, of the handovers and activities of a period: handovers without a time of day and
 * out of opening hours; outbound activities, and the automated ones among them. Records and persons are those of the whole
 * data: more records than persons were merged.
 */
export const fairnessCounts = ({ filter }: FairnessRequest) =>
  question(
    sql`WITH ${arrivalsOf(filter)}
    SELECT (SELECT count(*) FROM arrival)::DOUBLE AS handovers,
      (SELECT count(*) FROM arrival WHERE is_day_only)::DOUBLE AS day_only,
      (SELECT count(*) FROM arrival WHERE NOT is_day_only AND NOT is_inside)::DOUBLE AS outside,
      (SELECT count(*) FROM person)::DOUBLE AS records, (SELECT count(DISTINCT person_no) FROM person)::DOUBLE AS persons,
      (SELECT count(*) FROM activity WHERE direction = 'outbound' AND event_date <= ${asOf}
        AND ${where({ ...filter, values: {} }, sql`event_date`)})::DOUBLE AS outbound,
      (SELECT count(*) FROM activity WHERE direction = 'outbound' AND is_automated AND event_date <= ${asOf}
        AND ${where({ ...filter, values: {} }, sql`event_date`)})::DOUBLE AS automated`,
    {
      handovers: number,
      day_only: number,
      outside: number,
      records: number,
      persons: number,
      outbound: number,
      automated: number,
    },
  );

/**
 * From the creation of a lead to its first handover, by the clock on the wall, as a life table: minutes up to 960 are
 * whole, later ones whole hours. Leads whose creation or handover has no time of day are left out.
 */
export const systemDelays = ({ filter }: FairnessRequest) =>
  question(
    sql`WITH first AS (
      SELECT epoch_ms(h.handover_at) // 1000 - epoch_ms(l.created_at) // 1000 AS delay_s, epoch_ms(l.created_at) // 1000 AS created_s
      FROM (FROM handover WHERE cycle_no = 1 AND NOT is_day_only AND ${where(filter, sql`handover_date`)}) h JOIN scoped_lead l USING (lead_id)
    ), timed AS (
      SELECT greatest(f.delay_s, 0) / 60 AS minutes FROM first f ASOF JOIN report_offset o ON f.created_s >= o.from_s
      WHERE (f.created_s + o.offset_s) % 86400 <> 0
    )
    SELECT 'system' AS group_name,
      (CASE WHEN minutes <= 960 THEN ceil(minutes) ELSE ceil(minutes / 60) * 60 END)::DOUBLE AS minutes,
      count(*)::DOUBLE AS contacted, 0::DOUBLE AS waiting
    FROM timed GROUP BY ALL ORDER BY ALL`,
    { group_name: text, minutes: number, contacted: number, waiting: number },
  );
