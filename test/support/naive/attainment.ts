/** Section 7.4: the counts behind attainment, never contacted and the full SLA. */
import type { NaiveHandover } from './handovers.ts';

/** The counts behind attainment (7.4). */
export interface AttainmentCounts {
  met: number;
  /** Met or breached. */
  due: number;
  pending: number;
  pending_met: number;
  /** Due, without any attempt: neither after the handover nor in the day before it. */
  never_contacted: number;
  /** Handovers at least as old as the attempt period, and those of them with attempts enough or a stop (7.3). */
  attempts_due: number;
  attempts_ok: number;
  /** Due and old enough for both; met and enough attempts. */
  full_due: number;
  full_met: number;
}

/** Counts some handovers. */
export function attainmentCounts(handovers: NaiveHandover[]): AttainmentCounts {
  const count = (keep: (row: NaiveHandover) => boolean): number => handovers.filter(keep).length;
  const isDue = (row: NaiveHandover): boolean => row.status === 'met' || row.status === 'breached';
  return {
    met: count((row) => row.status === 'met'),
    due: count(isDue),
    pending: count((row) => row.status === 'pending'),
    pending_met: count((row) => row.status === 'pending_met'),
    never_contacted: count((row) => isDue(row) && row.first_attempt_at === null && !row.pre_handover),
    attempts_due: count((row) => row.attempts_mature),
    attempts_ok: count((row) => row.attempts_mature && row.attempts_ok),
    full_due: count((row) => isDue(row) && row.attempts_mature),
    full_met: count((row) => row.status === 'met' && row.attempts_mature && row.attempts_ok),
  };
}
