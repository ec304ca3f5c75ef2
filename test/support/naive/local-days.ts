/** Local days as `YYYY-MM-DD` strings, which compare in calendar order with `<` and `>`. */
import { Temporal } from 'temporal-polyfill';

/** True for a value that holds only a date. */
function isDateOnly(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value);
}

const rememberedDays = new Map<string, string>();

/** The local day of an instant; a value that is only a date is that day already. Remembered, because it is slow. */
export function localDay(value: string, zone: string): string {
  if (isDateOnly(value)) return value;
  const key = `${zone} ${value}`;
  const known = rememberedDays.get(key);
  if (known !== undefined) return known;
  const day = Temporal.Instant.from(value).toZonedDateTimeISO(zone).toPlainDate().toString();
  rememberedDays.set(key, day);
  return day;
}

/** The moment of a value for sorting; a value that is only a date stands at the start of its local day. */
export function epochMilliseconds(value: string, zone: string): number {
  if (isDateOnly(value)) return Temporal.PlainDate.from(value).toZonedDateTime(zone).epochMilliseconds;
  return Temporal.Instant.from(value).epochMilliseconds;
}

/** The day `count` days after `day` (before it, when negative). */
export function addDays(day: string, count: number): string {
  return Temporal.PlainDate.from(day).add({ days: count }).toString();
}

/** Whole days from `from` to `to`. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

/** The later of two days. */
export function laterDay(a: string, b: string): string {
  return a > b ? a : b;
}
