const DAY = 86400;
const OPENS = 9 * 3600;
const CLOSES = 17 * 3600;

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** Seconds of a Stockholm wall clock, read with the time-zone table of the platform. */
export const localSeconds = (instant: number): number =>
  Date.parse(`${wallClock.format(instant * 1000).replace(' ', 'T')}Z`) / 1000;

/** Hours between two instants that fall on Monday to Friday, 09:00 to 17:00 in Stockholm. */
export function workingHours(from: number, to: number): number {
  const [start, end] = [localSeconds(from), localSeconds(to)];
  let total = 0;
  for (let day = Math.floor(start / DAY); day * DAY < end; day += 1) {
    const isWeekend = [0, 6].includes(new Date(day * DAY * 1000).getUTCDay());
    const overlap = Math.min(end, day * DAY + CLOSES) - Math.max(start, day * DAY + OPENS);
    if (!isWeekend && overlap > 0) total += overlap;
  }
  return total / 3600;
}
