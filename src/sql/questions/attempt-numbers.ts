import type { Filter } from '../../domain/filter.ts';
import { question } from '../question.ts';
import { boolean, number } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { where } from '../where.ts';

/**
 * How many attempts handovers had within the promised days, of those whose days are over; `is_ended`: the need to try
 * ended within these days, by an answer, a meeting, an opportunity, a disqualification or a recycling.
 */
export const attemptNumbers = (filter: Filter) =>
  question(
    sql`SELECT attempts::DOUBLE AS attempts, attempt_stop AS is_ended, count(*)::DOUBLE AS handovers
    FROM handover WHERE attempts_due AND ${where(filter, sql`handover_date`)}
    GROUP BY attempts, attempt_stop ORDER BY attempts, attempt_stop`,
    { attempts: number, is_ended: boolean, handovers: number },
  );
