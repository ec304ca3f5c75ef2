import { question } from '../question.ts';
import { number, optionalDay } from '../row-spec.ts';
import { sql } from '../sql.ts';

/** First day on which a lead was handed over or could have been, before handovers are built. */
export const firstHandoverDay = question(
  sql`SELECT min(event_date) AS first_day FROM person_event WHERE rank IN (1, 2)`,
  { first_day: optionalDay },
);
