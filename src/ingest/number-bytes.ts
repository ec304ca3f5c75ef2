const minus = 0x2d;
const point = 0x2e;
/** Beyond this many digits a number may need rounding that only the text's own reader does right. */
const mostDigits = 15;

/** Reads digits with at most two decimals behind a point, the same as from their text; NaN where a cell is written another way. */
export const numberOfBytes = (bytes: Uint8Array, from: number, to: number): number => {
  const isNegative = bytes[from] === minus;
  const first = isNegative ? from + 1 : from;
  if (to - first > mostDigits || to === first) return Number.NaN;
  let value = 0;
  let pointAt = -1;
  for (let at = first; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === point && pointAt < 0 && at > first) pointAt = at;
    else if (byte >= 48 && byte <= 57) value = value * 10 + byte - 48;
    else return Number.NaN;
  }
  const decimals = pointAt < 0 ? 0 : to - pointAt - 1;
  if (pointAt >= 0 && (decimals < 1 || decimals > 2)) return Number.NaN;
  const scaled = decimals === 0 ? value : value / 10 ** decimals;
  return isNegative ? -scaled : scaled;
};
