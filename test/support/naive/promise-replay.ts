/** How promises of sales would have been kept, handover by handover, in plain loops. */
import { addBusinessMinutes, type NaiveCalendar } from './business-clock.ts';
import { asOfInstant, type NaiveHandover } from './handovers.ts';
import { addDays, daysBetween } from './local-days.ts';
import type { NaiveSettings } from './settings.ts';

/** Z and W of one lead. */
export interface NaiveTerms {
  minutes: number;
  attempts: number;
}

export interface NaiveReplay {
  met: number;
  due: number;
  attemptsOk: number;
  attemptsDue: number;
  /** Attempts on mature handovers, raised to those promised where nothing had ended the need; ten at most. */
  made: number;
}

/** The Monday of a day: 1970-01-05 was one. */
export function mondayOf(day: string): string {
  return addDays(day, -(((daysBetween('1970-01-05', day) % 7) + 7) % 7));
}

/** Judges each handover by itself under the terms of its segment. */
export function replayNaively(
  handovers: NaiveHandover[],
  termsOf: (segment: string) => NaiveTerms,
  calendar: NaiveCalendar,
  settings: NaiveSettings,
): NaiveReplay {
  const asOf = asOfInstant(settings);
  const found = { met: 0, due: 0, attemptsOk: 0, attemptsDue: 0, made: 0 };
  for (const row of handovers) {
    const { minutes, attempts } = termsOf(row.segment);
    const deadline = addBusinessMinutes(calendar, row.handover_at, minutes);
    if (deadline !== null && deadline <= asOf) {
      found.due += 1;
      if (row.pre_handover || (row.first_attempt_at !== null && row.first_attempt_at <= deadline))
        found.met += 1;
    }
    if (!row.attempts_mature) continue;
    found.attemptsDue += 1;
    if (row.attempts >= attempts || row.attempt_stop) found.attemptsOk += 1;
    const made = Math.min(10, row.attempts);
    found.made += row.attempt_stop ? made : Math.max(made, attempts);
  }
  return found;
}
