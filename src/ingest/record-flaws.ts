import type { QuoteTrouble, RecordRange } from './record-scanner.ts';

/** What keeps a record from being split into cells, or its bytes from being text. */
export type RecordTrouble = QuoteTrouble | 'ENCODING_INVALID' | 'FILE_TRUNCATED' | 'LIMIT_EXCEEDED';

/** A record as a range of bytes, after its bytes were looked at. */
export interface CheckedRange extends Omit<RecordRange, 'trouble'> {
  readonly trouble: RecordTrouble;
}

const longestLetter = 4;

/** Whether a NUL byte stands between two places. */
export const holdsNul = (bytes: Uint8Array, from: number, to: number): boolean =>
  bytes.subarray(from, to).includes(0);

/**
 * Finds the records whose bytes are no text in an encoding. One that ends with the first bytes of a letter, where the
 * bytes end too, was cut off.
 */
export const brokenLetters = (
  encoding: string,
): ((bytes: Uint8Array, ranges: readonly CheckedRange[]) => readonly CheckedRange[]) => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const isText = (bytes: Uint8Array): boolean => {
    try {
      decoder.decode(bytes);
      return true;
    } catch {
      return false;
    }
  };
  const troubleOf = (bytes: Uint8Array, range: CheckedRange): RecordTrouble => {
    const own = bytes.subarray(range.start, range.end);
    if (isText(own)) return range.trouble;
    if (range.next !== bytes.length || range.end !== range.next) return 'ENCODING_INVALID';
    for (let missing = 1; missing < longestLetter; missing += 1)
      if (isText(own.subarray(0, own.length - missing))) return 'FILE_TRUNCATED';
    return 'ENCODING_INVALID';
  };
  return (bytes, ranges) => ranges.map((range) => ({ ...range, trouble: troubleOf(bytes, range) }));
};
