/** Where the next bytes of a page are read. */
export interface PageReader {
  readonly bytes: Uint8Array;
  at: number;
}

const cut = (): RangeError => new RangeError('The page is cut off.');

const byteOf = (reader: PageReader): number => {
  const byte = reader.bytes[reader.at];
  if (byte === undefined) throw cut();
  reader.at += 1;
  return byte;
};

/** Reads a number of seven bits a byte, of at most 31 bits. */
export const readCount = (reader: PageReader): number => {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = byteOf(reader);
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) {
      if (value > 0x7fffffff) break;
      return value;
    }
  }
  throw cut();
};

/** Reads a whole number of four bytes. */
export const readLength = (reader: PageReader): number =>
  byteOf(reader) + byteOf(reader) * 2 ** 8 + byteOf(reader) * 2 ** 16 + byteOf(reader) * 2 ** 24;

const readPacked = (
  reader: PageReader,
  groups: number,
  width: number,
  values: Int32Array,
  from: number,
): number => {
  const end = Math.min(values.length, from + groups * 8);
  const mask = width === 32 ? 0xffffffff : 2 ** width - 1;
  const start = reader.at;
  let held = 0;
  let bits = 0;
  for (let at = from; at < end; at += 1) {
    while (bits < width) {
      held += byteOf(reader) * 2 ** bits;
      bits += 8;
    }
    values[at] = width === 32 ? held : held % (mask + 1);
    held = Math.floor(held / (mask + 1));
    bits -= width;
  }
  reader.at = Math.min(reader.bytes.length, start + groups * width);
  return end;
};

/** Reads `count` whole numbers of `width` bits written as runs: one value repeated, or eight and eight packed. Never more. */
export const readRuns = (reader: PageReader, width: number, count: number): Int32Array => {
  if (width < 0 || width > 32) throw new RangeError('A width that no number has.');
  const values = new Int32Array(count);
  let seen = 0;
  while (seen < count) {
    const header = readCount(reader);
    const length = header >>> 1;
    if (length === 0) continue;
    if ((header & 1) === 1) seen = readPacked(reader, length, width, values, seen);
    else {
      let value = 0;
      for (let shift = 0; shift < width; shift += 8) value |= byteOf(reader) << shift;
      values.fill(value, seen, seen + length);
      seen = Math.min(count, seen + length);
    }
  }
  return values;
};
