import type * as arrow from 'apache-arrow';
import type { Data, DataType, Precision as PrecisionKind } from 'apache-arrow';
import { dayText, instantText, timeText, type PerSecond } from './moment-text.ts';
import { decimalText, plainNumber, plainSingle } from './plain-number.ts';

/** What tells Arrow's types apart; loaded with the first Arrow file. */
export type ArrowTypes = Pick<typeof arrow, 'DataType' | 'Precision' | 'DateUnit'>;

/** Gives the text of the value at an index. */
export type TextAt = (index: number) => string;

const utf8 = new TextDecoder();
const perSecond: readonly PerSecond[] = [1n, 1_000n, 1_000_000n, 1_000_000_000n];

const refuseShort = (has: number, needs: number): void => {
  if (has < needs) throw new RangeError('A column is cut off.');
};

const bytesAt = (data: Data): ((index: number) => Uint8Array) => {
  const offsets: ArrayLike<number | bigint> = data.valueOffsets;
  const values: Uint8Array = data.values;
  refuseShort(offsets.length, data.length + 1);
  return (index) => {
    const from = Number(offsets[index]);
    const to = Number(offsets[index + 1]);
    if (from < 0 || to < from || to > values.length)
      throw new RangeError('A text lies outside of its column.');
    return values.subarray(from, to);
  };
};

const decimalsOf = (data: Data, scale: number): TextAt => {
  const words: Uint32Array = data.values;
  const size = data.stride;
  refuseShort(words.length, data.length * size);
  return (index) => {
    let whole = 0n;
    for (let word = size - 1; word >= 0; word -= 1)
      whole = whole * 2n ** 32n + BigInt(words[index * size + word] ?? 0);
    return decimalText(BigInt.asIntN(size * 32, whole), scale);
  };
};

const halfOf = (bits: number): number => {
  const sign = bits >> 15 === 1 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = (bits & 0x3ff) / 1024;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -14 : (1 + fraction) * 2 ** (exponent - 15));
};

const numbersOf = (data: Data, text: (value: number | bigint) => string): TextAt => {
  const values: ArrayLike<number | bigint> = data.values;
  refuseShort(values.length, data.length);
  return (index) => text(values[index] ?? 0);
};

const floatText = (
  precision: PrecisionKind,
  { Precision }: ArrowTypes,
): ((value: number | bigint) => string) => {
  if (precision === Precision.HALF) return (bits) => plainSingle(halfOf(Number(bits)));
  return (value) =>
    precision === Precision.SINGLE ? plainSingle(Number(value)) : plainNumber(Number(value));
};

const dictionaryOf = (data: Data, types: ArrowTypes): TextAt => {
  const texts: string[] = [];
  for (const part of data.dictionary?.data ?? []) {
    const textAt = textsOf(part, types);
    for (let index = 0; index < part.length; index += 1) texts.push(textAt(index));
  }
  return numbersOf(data, (code) => {
    const text = texts[Number(code)];
    if (text === undefined) throw new RangeError('A value that its dictionary lacks.');
    return text;
  });
};

const filledTexts = (data: Data, types: ArrowTypes): TextAt => {
  const { DataType: is, DateUnit } = types;
  const type: DataType = data.type;
  if (is.isUtf8(type) || is.isLargeUtf8(type) || is.isBinary(type) || is.isLargeBinary(type)) {
    const at = bytesAt(data);
    return (index) => utf8.decode(at(index));
  }
  if (is.isDictionary(type)) return dictionaryOf(data, types);
  if (is.isBool(type)) {
    const bits: Uint8Array = data.values;
    refuseShort(bits.length * 8, data.length);
    return (index) => String((((bits[index >> 3] ?? 0) >> (index % 8)) & 1) === 1);
  }
  if (is.isInt(type)) return numbersOf(data, String);
  if (is.isFloat(type)) return numbersOf(data, floatText(type.precision, types));
  if (is.isDecimal(type)) return decimalsOf(data, type.scale);
  if (is.isDate(type)) {
    const perDay = type.unit === DateUnit.DAY ? 1 : 86_400_000;
    return numbersOf(data, (value) => dayText(Math.floor(Number(value) / perDay)));
  }
  if (is.isTimestamp(type)) {
    const isUtc = typeof type.timezone === 'string' && type.timezone !== '';
    return numbersOf(data, (value) => instantText(BigInt(value), perSecond[type.unit] ?? 1n, isUtc));
  }
  if (is.isTime(type)) return numbersOf(data, (value) => timeText(BigInt(value), perSecond[type.unit] ?? 1n));
  if (is.isDuration(type)) return numbersOf(data, String);
  return () => '';
};

/** The texts of a column of one batch, empty where there is no value. Throws where its buffers are too short for its rows. */
export const textsOf = (data: Data, types: ArrowTypes): TextAt => {
  const textAt = filledTexts(data, types);
  if (data.nullBitmap !== null && data.nullBitmap !== undefined && data.nullBitmap.length > 0)
    refuseShort(data.nullBitmap.length * 8, data.length);
  return (index) => (data.getValid(index) ? textAt(index) : '');
};
