import { between } from './draws.ts';
import type { Rng } from './prng.ts';
import { DAY, fromLocal, HOUR, isoWeekday, toLocal } from './stockholm-time.ts';

const OPENS = 9 * HOUR;
const CLOSES = 17 * HOUR;

/** The instant at which `seconds` of working time (Monday to Friday, 09:00 to 17:00) have passed since `instant`. */
export function addWorkingSeconds(instant: number, seconds: number): number {
  const local = toLocal(instant);
  let day = Math.floor(local / DAY);
  let clock = local - day * DAY;
  let left = Math.max(1, Math.round(seconds));
  for (;;) {
    const start = Math.max(clock, OPENS);
    const open = isoWeekday(day) <= 5 ? Math.max(0, CLOSES - start) : 0;
    if (left <= open) return fromLocal(day * DAY + start + left);
    left -= open;
    day += 1;
    clock = 0;
  }
}

/** The same day at a random working hour; Saturday becomes Friday and Sunday Monday, so that delays keep their mean. */
export function atWork(rng: Rng, instant: number): number {
  const day = Math.floor(toLocal(instant) / DAY);
  const weekday = isoWeekday(day);
  const shift = weekday === 6 ? -1 : weekday === 7 ? 1 : 0;
  return fromLocal((day + shift) * DAY + Math.floor(between(rng, OPENS, CLOSES)));
}
