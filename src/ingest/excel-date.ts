import { clockText, dayText } from './moment-text.ts';

/** What a number format shows of a serial number. */
export type SerialKind = 'number' | 'date' | 'date and time' | 'time' | 'duration';

const words = /^(?:general|standard|@)$/i;

/** What a number format makes of a number, told from its letters outside of quoted text, as spreadsheets do. */
export const serialKind = (format: string): SerialKind => {
  if (words.test(format.trim())) return 'number';
  const bare = format
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .split(';', 1)
    .join('')
    .toLowerCase();
  if (/\[(?:h+|m+|s+)\]/.test(bare)) return 'duration';
  const letters = bare
    .replace(/\[[^\]]*\]/g, '')
    .replace(/(?:am\/pm|a\/p)/g, 'h')
    .replace(/s\.0+/g, 's');
  if (/[0#?]/.test(letters)) return 'number';
  const hasClock = /[hs]/.test(letters);
  const hasDate = /[yd]/.test(letters) || (!hasClock && letters.includes('m'));
  if (hasDate) return hasClock ? 'date and time' : 'date';
  return hasClock ? 'time' : 'number';
};

const days1904 = 1462;
const leapDay1900 = 60;
/** 1970-01-01 counted from 1899-12-30. */
const epochSerial = 25569;

const dateText = (day: number): string =>
  day === leapDay1900 ? '1900-02-29' : dayText((day < leapDay1900 ? day + 1 : day) - epochSerial);

/**
 * A serial number as text: days since 1899-12-31, or since 1904-01-01, with the clock as the fraction. Day 60 of the
 * first count is 1900-02-29, which never was. Null where the number is none of a calendar.
 */
export const serialText = (serial: number, kind: SerialKind, is1904: boolean): string | null => {
  const seconds = Math.round(serial * 86400);
  if (kind === 'duration') return seconds < 0 ? null : clockText(seconds);
  const day = Math.floor(seconds / 86400);
  const clock = seconds - day * 86400;
  if (kind === 'time' && day === 0) return clockText(clock);
  const date = dateText(day + (is1904 ? days1904 : 0));
  if (date === '' || day + (is1904 ? days1904 : 0) < 0) return null;
  return kind === 'date' && clock === 0 ? date : `${date} ${clockText(clock)}`;
};
