/** Section 7.2: the time to the first attempt, with who was never contacted still waiting at the as-of instant. */
import type { NaiveCalendar } from './business-clock.ts';
import { businessMinutes } from './business-clock.ts';
import type { NaiveHandover } from './handovers.ts';
import { asOfInstant } from './handovers.ts';
import type { Duration } from './kaplan-meier.ts';
import type { NaiveSettings } from './settings.ts';

/** Business minutes of every handover, pending ones too, for Kaplan-Meier. */
export function responseDurations(
  handovers: NaiveHandover[],
  calendar: NaiveCalendar,
  settings: NaiveSettings,
): Duration[] {
  const asOf = asOfInstant(settings);
  return handovers.map((row) =>
    row.response_bmin === null
      ? { time: businessMinutes(calendar, row.handover_at, asOf), ended: false }
      : { time: row.response_bmin, ended: true },
  );
}
