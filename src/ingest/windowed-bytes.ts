import { bytesBetween } from './bytes-between.ts';

const windowBytes = 1 << 18;

/** Reads byte ranges of a file. Ranges asked for in order share one reading, a window at a time. */
export const windowedBytes = (file: Blob): ((from: number, to: number) => Promise<Uint8Array>) => {
  let start = 0;
  let window: Uint8Array = new Uint8Array(0);
  return async (from, to) => {
    if (from < start || to > start + window.length) {
      start = from;
      window = await bytesBetween(file, from, Math.max(to, from + windowBytes));
    }
    return window.subarray(from - start, to - start);
  };
};
