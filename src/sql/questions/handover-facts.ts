import { asOf } from '../as-of.ts';
import { question } from '../question.ts';
import { number, optionalDay } from '../row-spec.ts';
import { sql } from '../sql.ts';

/** First day on which a lead was handed over or could have been, before handovers are built. */
export const firstHandoverDay = question(
  sql`SELECT min(event_date) AS first_day FROM person_event WHERE rank IN (1, 2)`,
  { first_day: optionalDay },
);

/** What the files say of activities up to the as-of day: how many, which way, and how many people made. */
export const activityFacts = question(
  sql`SELECT count(*)::DOUBLE AS activities, (count(*) FILTER (trim(direction) <> ''))::DOUBLE AS with_direction,
      (count(*) FILTER (direction = 'outbound'))::DOUBLE AS outbound,
      (count(*) FILTER (direction = 'outbound' AND NOT is_automated))::DOUBLE AS human_outbound
    FROM activity WHERE event_date <= ${asOf}`,
  { activities: number, with_direction: number, outbound: number, human_outbound: number },
);

/** Handovers, and those that have a day but no time of it; attempts of the persons handed over, likewise. */
export const handoverFacts = question(
  sql`SELECT (SELECT count(*) FROM handover)::DOUBLE AS handovers,
      (SELECT count(*) FROM handover WHERE is_day_only)::DOUBLE AS day_only_handovers,
      (SELECT count(*) FROM person_attempt)::DOUBLE AS attempts,
      (SELECT count(*) FROM person_attempt a ASOF JOIN report_offset o ON a.at_s >= o.from_s
        WHERE (a.at_s + o.offset_s) % 86400 = 0)::DOUBLE AS day_only_attempts`,
  { handovers: number, day_only_handovers: number, attempts: number, day_only_attempts: number },
);
