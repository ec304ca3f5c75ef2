import type { SchemaElement } from 'hyparquet';
import { dayText, instantText, timeText, type PerSecond } from './moment-text.ts';
import { decimalText, plainNumber, plainSingle } from './plain-number.ts';

/** Turns a stored value of a column into text. */
export type ValueText = (value: unknown) => string;

const utf8 = new TextDecoder();

const wholeNumber = (value: unknown): bigint => {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return BigInt(Math.trunc(value));
  if (!(value instanceof Uint8Array)) return 0n;
  let whole = 0n;
  for (const byte of value) whole = whole * 256n + BigInt(byte);
  return BigInt.asIntN(value.length * 8, whole);
};

const perSecondOf = { MILLIS: 1_000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n } as const;
const unixEpochJulian = 2440588n;
const nanosPerDay = 86_400_000_000_000n;

const julianText: ValueText = (value) => {
  const bits = wholeNumber(value);
  const nanos = ((bits >> 64n) - unixEpochJulian) * nanosPerDay + BigInt.asUintN(64, bits);
  return instantText(nanos, 1_000_000_000n, true);
};

const uuidText: ValueText = (value) => {
  if (!(value instanceof Uint8Array)) return '';
  const hex = Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

const halfText: ValueText = (value) => {
  const [low = 0, high = 0] = value instanceof Uint8Array ? value : [];
  const sign = high >> 7 === 1 ? -1 : 1;
  const exponent = (high >> 2) & 0x1f;
  const fraction = (((high & 3) << 8) | low) / 1024;
  if (exponent === 31) return fraction === 0 ? String(sign * Number.POSITIVE_INFINITY) : '';
  return plainSingle(sign * (exponent === 0 ? fraction * 2 ** -14 : (1 + fraction) * 2 ** (exponent - 15)));
};

const usualText: ValueText = (value) => {
  if (typeof value === 'number') return plainNumber(value);
  if (value instanceof Uint8Array) return utf8.decode(value);
  return typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : '';
};

const momentOf =
  (perSecond: PerSecond, isUtc: boolean): ValueText =>
  (value) =>
    instantText(wholeNumber(value), perSecond, isUtc);

const clockOf =
  (perSecond: PerSecond): ValueText =>
  (value) =>
    timeText(wholeNumber(value), perSecond);

const logicalText = (element: SchemaElement): ValueText | null => {
  const logical = element.logical_type;
  if (logical?.type === 'TIMESTAMP') return momentOf(perSecondOf[logical.unit], logical.isAdjustedToUTC);
  if (logical?.type === 'TIME') return clockOf(perSecondOf[logical.unit]);
  if (logical?.type === 'DATE') return (value) => dayText(Number(wholeNumber(value)));
  if (logical?.type === 'DECIMAL') return (value) => decimalText(wholeNumber(value), logical.scale);
  if (logical?.type === 'UUID') return uuidText;
  if (logical?.type === 'FLOAT16') return halfText;
  return logical?.type === 'INTEGER' && !logical.isSigned ? unsignedText(element) : null;
};

const unsignedText =
  ({ type }: SchemaElement): ValueText =>
  (value) =>
    String(BigInt.asUintN(type === 'INT64' ? 64 : 32, wholeNumber(value)));

/** How the values of a column read as text: days and times as ISO, decimals with all their digits, whole numbers unrounded. */
export const valueTextOf = (element: SchemaElement): ValueText => {
  const logical = logicalText(element);
  if (logical !== null) return logical;
  const { converted_type: converted, scale = 0 } = element;
  if (converted === 'DECIMAL') return (value) => decimalText(wholeNumber(value), scale);
  if (converted === 'DATE') return (value) => dayText(Number(wholeNumber(value)));
  if (converted === 'TIMESTAMP_MILLIS') return momentOf(1_000n, true);
  if (converted === 'TIMESTAMP_MICROS') return momentOf(1_000_000n, true);
  if (converted === 'TIME_MILLIS') return clockOf(1_000n);
  if (converted === 'TIME_MICROS') return clockOf(1_000_000n);
  if (converted?.startsWith('UINT_') === true) return unsignedText(element);
  if (element.type === 'INT96') return julianText;
  if (element.type === 'FLOAT') return (value) => (typeof value === 'number' ? plainSingle(value) : '');
  return usualText;
};
