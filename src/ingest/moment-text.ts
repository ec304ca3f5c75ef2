const msPerDay = 86_400_000;

/** A day since 1970-01-01 as `YYYY-MM-DD`; nothing beyond the years that have four digits. */
export const dayText = (day: number): string => {
  const date = new Date(day * msPerDay);
  const year = date.getUTCFullYear();
  return year >= 0 && year <= 9999 ? date.toISOString().slice(0, 10) : '';
};

const two = (value: number): string => String(value).padStart(2, '0');

/** Seconds of a day as `HH:MM:SS`. */
export const clockText = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;

/** Units of time by how many make a second. */
export type PerSecond = 1n | 1_000n | 1_000_000n | 1_000_000_000n;

const fractionText = (rest: bigint, perSecond: PerSecond): string =>
  rest === 0n
    ? ''
    : `.${String(rest)
        .padStart(String(perSecond).length - 1, '0')
        .replace(/0+$/, '')}`;

/** A time since 1970-01-01 as an ISO instant ending in Z, or as wall-clock time where it is bound to no zone. */
export const instantText = (units: bigint, perSecond: PerSecond, isUtc: boolean): string => {
  const rest = ((units % perSecond) + perSecond) % perSecond;
  const seconds = Number((units - rest) / perSecond);
  const day = Math.floor(seconds / 86400);
  const date = dayText(day);
  if (date === '') return String(units);
  const clock = `${clockText(seconds - day * 86400)}${fractionText(rest, perSecond)}`;
  return isUtc ? `${date}T${clock}Z` : `${date} ${clock}`;
};

/** A time of the day as `HH:MM:SS`, with what is left of the second. */
export const timeText = (units: bigint, perSecond: PerSecond): string =>
  units < 0n
    ? String(units)
    : `${clockText(Number(units / perSecond))}${fractionText(units % perSecond, perSecond)}`;
