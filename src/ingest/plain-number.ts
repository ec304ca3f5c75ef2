const written = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d+)$/;
const longestShift = 400;

/** A number's text without an exponent, digit for digit; text that is no number with an exponent stays as it is. */
export const withoutExponent = (text: string): string => {
  const found = written.exec(text);
  if (found === null) return text;
  const [, sign = '', whole = '', decimals = '', exponent = ''] = found;
  const shift = Number(exponent);
  if (Math.abs(shift) > longestShift) return text;
  const digits = `${whole}${decimals}`;
  const point = whole.length + shift;
  const padded =
    point <= 0 ? `${'0'.repeat(1 - point)}${digits}` : digits.padEnd(Math.max(point, digits.length), '0');
  const cut = Math.max(point, 1);
  const left = padded.slice(0, cut).replace(/^0+(?=\d)/, '');
  const right = padded.slice(cut).replace(/0+$/, '');
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
};

/** The shortest decimal text that reads back as the same number; nothing for what is no number. */
export const plainNumber = (value: number): string =>
  Number.isNaN(value) ? '' : withoutExponent(String(value));

/** The shortest decimal text that reads back as the same number of 32 bits. */
export const plainSingle = (value: number): string => {
  for (let precision = 6; precision < 9; precision += 1) {
    const short = Number(value.toPrecision(precision));
    if (Math.fround(short) === value) return plainNumber(short);
  }
  return plainNumber(value);
};

/** A whole number with the last `scale` digits behind the point. */
export const decimalText = (unscaled: bigint, scale: number): string => {
  if (scale <= 0) return String(unscaled * 10n ** BigInt(Math.min(longestShift, -scale)));
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
};
