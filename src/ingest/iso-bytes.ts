import { epochDay, exists } from './civil-date.ts';

/** How an ISO cell was read: `instant` is UTC. */
export const isoKinds = { none: -1, date: 0, wall: 1, instant: 2 } as const;

const dash = 0x2d;
const colon = 0x3a;
const letterT = 0x54;
const space = 0x20;
const zulu = 0x5a;
const dot = 0x2e;

const two = (bytes: Uint8Array, at: number): number => {
  const tens = (bytes[at] ?? 0) - 48;
  const ones = (bytes[at + 1] ?? 0) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
};

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

/** Whether the bytes behind the seconds say UTC and nothing else: `Z` or `.000Z`. */
const isZulu = (bytes: Uint8Array, from: number, to: number): boolean => {
  if (bytes[to - 1] !== zulu) return false;
  if (to - from === 1) return true;
  return (
    to - from === 5 &&
    bytes[from] === dot &&
    isDigit(bytes[from + 1]) &&
    isDigit(bytes[from + 2]) &&
    isDigit(bytes[from + 3])
  );
};

/** Reads `YYYY-MM-DD`, `YYYY-MM-DD HH:MM:SS` and the latter in UTC from their bytes, the same as from their text. */
export class IsoReader {
  /** Seconds of the cell read last, on the clock that its kind says. */
  seconds = 0;

  /** The kind of the cell; `none` where it is written another way. */
  read(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    if (length < 10 || bytes[from + 4] !== dash || bytes[from + 7] !== dash) return isoKinds.none;
    const century = two(bytes, from);
    const year = two(bytes, from + 2);
    const month = two(bytes, from + 5);
    const day = two(bytes, from + 8);
    if (century < 0 || year < 0 || !exists(century * 100 + year, month, day)) return isoKinds.none;
    const midnight = epochDay(century * 100 + year, month, day) * 86400;
    if (length === 10) {
      this.seconds = midnight;
      return isoKinds.date;
    }
    if (length < 19 || bytes[from + 13] !== colon || bytes[from + 16] !== colon) return isoKinds.none;
    const hour = two(bytes, from + 11);
    const minute = two(bytes, from + 14);
    const second = two(bytes, from + 17);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return isoKinds.none;
    this.seconds = midnight + hour * 3600 + minute * 60 + second;
    if (length === 19) return isoKinds.wall;
    const separator = bytes[from + 10];
    return (separator === letterT || separator === space) && isZulu(bytes, from + 19, to)
      ? isoKinds.instant
      : isoKinds.none;
  }
}
