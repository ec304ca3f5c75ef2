/** Section 7.7: what would have been with other terms, on own history. */
import { Temporal } from 'temporal-polyfill';
import type { NaiveCalendar } from './business-clock.ts';
import { addBusinessMinutes } from './business-clock.ts';
import { groupBy } from './group-by.ts';
import type { NaiveHandover } from './handovers.ts';
import { asOfInstant } from './handovers.ts';
import { addDays } from './local-days.ts';
import type { NaiveSettings } from './settings.ts';

/** One answer of the simulator (7.7). */
export interface SimulatorCell {
  met: number;
  due: number;
  attempts_ok: number;
  attempts_due: number;
  full_met: number;
  full_due: number;
}

/** Section 7.7: what would have been with other terms, over handovers of the last 90 days (as-of day included). */
export function recount(
  handovers: NaiveHandover[],
  terms: { minutes: number; attempts: number; calendar: NaiveCalendar },
  settings: NaiveSettings,
): SimulatorCell {
  const asOf = asOfInstant(settings);
  const cell: SimulatorCell = { met: 0, due: 0, attempts_ok: 0, attempts_due: 0, full_met: 0, full_due: 0 };
  const earliest = addDays(settings.as_of_date, -90);
  for (const row of handovers.filter((one) => one.handover_date > earliest)) {
    const deadline = addBusinessMinutes(terms.calendar, row.handover_at, terms.minutes);
    const isDue = deadline !== null && deadline <= asOf;
    const isInTime =
      row.pre_handover ||
      (deadline !== null && row.first_attempt_at !== null && row.first_attempt_at <= deadline);
    const isEnough = row.attempts >= terms.attempts || row.attempt_stop;
    if (isDue) cell.due += 1;
    if (isDue && isInTime) cell.met += 1;
    if (row.attempts_mature) cell.attempts_due += 1;
    if (row.attempts_mature && isEnough) cell.attempts_ok += 1;
    if (isDue && row.attempts_mature) cell.full_due += 1;
    if (isDue && row.attempts_mature && isInTime && isEnough) cell.full_met += 1;
  }
  return cell;
}

/** The local hour (0 to 23) and ISO weekday of the arrival, by which the simulator also shows its answer. */
export function arrivalOf(
  handover: NaiveHandover,
  settings: NaiveSettings,
): { hour: number; weekday: number } {
  const local = Temporal.Instant.fromEpochMilliseconds(handover.handover_at).toZonedDateTimeISO(
    settings.report_tz,
  );
  return { hour: local.hour, weekday: local.dayOfWeek };
}

/**
 * The smallest Z of the grid that at least 80 % of due handovers of the median rep meet; null if none. Readings: handovers of
 * nobody and reps without due handovers take no part; of an even number of reps the lower middle one is the median.
 */
export function suggestedMinutes(
  handovers: NaiveHandover[],
  grid: number[],
  calendar: NaiveCalendar,
  settings: NaiveSettings,
): number | null {
  const reps = groupBy(
    handovers.filter((row) => row.owner !== null),
    (row) => row.owner ?? '',
  );
  for (const minutes of grid.toSorted((a, b) => a - b)) {
    const attainments = [...reps.values()]
      .map((rows) => recount(rows, { minutes, attempts: 1, calendar }, settings))
      .filter((cell) => cell.due > 0)
      .map((cell) => cell.met / cell.due)
      .toSorted((a, b) => a - b);
    const median = attainments[Math.ceil(attainments.length / 2) - 1];
    if (median !== undefined && median >= 0.8) return minutes;
  }
  return null;
}
