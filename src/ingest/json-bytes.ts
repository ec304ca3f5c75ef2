const marks = {
  quote: 0x22,
  backslash: 0x5c,
  open: 0x7b,
  close: 0x7d,
  openList: 0x5b,
  closeList: 0x5d,
  comma: 0x2c,
} as const;

const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** The first byte from `at` on that is no space; the length of the bytes where there is none. */
export const behindSpace = (bytes: Uint8Array, at: number): number => {
  let next = at;
  while (isSpace(bytes[next])) next += 1;
  return next;
};

const stringEnd = (bytes: Uint8Array, from: number): number => {
  let at = from + 1;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === marks.quote) return at + 1;
    at += byte === marks.backslash ? 2 : 1;
  }
  return -1;
};

/** Where the JSON value that begins at `from` ends, told by its brackets and quotation marks; -1 where it is cut off. */
export const valueEnd = (bytes: Uint8Array, from: number): number => {
  let depth = 0;
  let at = from;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === marks.quote) {
      at = stringEnd(bytes, at);
      if (at < 0 || depth === 0) return at;
      continue;
    }
    if (byte === marks.open || byte === marks.openList) depth += 1;
    else if (byte === marks.close || byte === marks.closeList) {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (byte === marks.comma || isSpace(byte))) return at;
    at += 1;
  }
  return depth === 0 ? bytes.length : -1;
};
