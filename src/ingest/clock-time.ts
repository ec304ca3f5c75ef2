const clock =
  /^[T\s,]*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?\s?m\.?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i;

/** A time of day as a cell writes it. */
export interface ClockTime {
  /** Seconds since midnight. */
  readonly seconds: number;
  /** Offset from UTC in seconds, or null where the cell names none. */
  readonly offset: number | null;
}

/** Reads what stands behind a date: hours and minutes, with seconds, am or pm and an offset where they are there. Null for anything else. */
export const readClock = (text: string): ClockTime | null => {
  const found = clock.exec(text);
  if (found === null) return null;
  const [, hourText = '', minute = '', second = '0', half, zone] = found;
  const hour12 = Number(hourText) % 12;
  const hour = half === undefined ? Number(hourText) : hour12 + (/^p/i.test(half) ? 12 : 0);
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const offset =
    zone === undefined
      ? null
      : /^(Z|UTC)$/i.test(zone)
        ? 0
        : (zone.startsWith('-') ? -60 : 60) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
  return { seconds: hour * 3600 + Number(minute) * 60 + Number(second), offset };
};
