const lineFeed = 0x0a;

/**
 * Counts the records of whole lines a second way, which knows nothing of cells: line ends behind an even number of
 * quotation marks. Right wherever marks stand only around cells and, written twice, inside them.
 */
export const countRecords = (bytes: Uint8Array, from: number, to: number, mark: number): number => {
  let records = 0;
  let isOutside = 1;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    if (byte === mark) isOutside ^= 1;
    else if (byte === lineFeed) records += isOutside;
  }
  return records;
};
