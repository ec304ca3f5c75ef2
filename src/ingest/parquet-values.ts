import type { readPlain } from 'hyparquet/src/plain.js';
import type { deltaBinaryUnpack } from 'hyparquet/src/delta.js';
import type { byteStreamSplit } from 'hyparquet/src/encoding.js';
import type { DecodedArray, Encoding, SchemaElement } from 'hyparquet';
import { readCount, readLength, readRuns, type PageReader } from './parquet-runs.ts';

/** What decodes the values of a page; loaded with the first Parquet file. */
export interface ValueDecoders {
  readonly plain: typeof readPlain;
  readonly delta: typeof deltaBinaryUnpack;
  readonly split: typeof byteStreamSplit;
}

const largestBlock = 1 << 20;
const smallestValue = { INT32: 4, INT64: 8, INT96: 12, FLOAT: 4, DOUBLE: 8, BYTE_ARRAY: 4 } as const;

const viewed = ({ bytes, at }: PageReader): { view: DataView; offset: number } => ({
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  offset: at,
});

const refuseCut = (reader: PageReader, count: number, { type, type_length: length }: SchemaElement): void => {
  const left = reader.bytes.length - reader.at;
  const size =
    type === 'FIXED_LEN_BYTE_ARRAY'
      ? (length ?? 0)
      : type === undefined || type === 'BOOLEAN'
        ? 1 / 8
        : smallestValue[type];
  if (size <= 0 || count * size > left) throw new RangeError('The page is cut off.');
};

const readDeltas = <Numbers extends Int32Array | BigInt64Array>(
  reader: PageReader,
  values: Numbers,
  decoders: ValueDecoders,
): Numbers => {
  const header = { bytes: reader.bytes, at: reader.at };
  const block = readCount(header);
  const parts = readCount(header);
  if (block === 0 || block > largestBlock || block % 128 !== 0 || parts === 0 || block % (parts * 8) !== 0)
    throw new RangeError('A block of a size that is not allowed.');
  const from = viewed(reader);
  decoders.delta(from, values.length, values);
  reader.at = from.offset;
  return values;
};

const readTexts = (
  reader: PageReader,
  prefixes: Int32Array | null,
  lengths: Int32Array,
): readonly Uint8Array[] => {
  let before = new Uint8Array(0);
  return Array.from(lengths, (length, index) => {
    const shared = prefixes?.[index] ?? 0;
    if (length < 0 || shared < 0 || shared > before.length || reader.at + length > reader.bytes.length)
      throw new RangeError('The page is cut off.');
    const value = new Uint8Array(shared + length);
    value.set(before.subarray(0, shared));
    value.set(reader.bytes.subarray(reader.at, reader.at + length), shared);
    reader.at += length;
    if (prefixes !== null) before = value;
    return value;
  });
};

/** Decodes `count` values of a page that are not given by a dictionary. Throws for damage; never reads more than there is. */
export const readValues = (
  reader: PageReader,
  encoding: Encoding,
  count: number,
  element: SchemaElement,
  decoders: ValueDecoders,
): DecodedArray => {
  const { type, type_length: length } = element;
  if (type === undefined) throw new RangeError('A column without a type.');
  if (count === 0) return [];
  if (encoding === 'PLAIN') {
    refuseCut(reader, count, element);
    return decoders.plain(viewed(reader), type, count, length);
  }
  if (encoding === 'RLE') {
    readLength(reader);
    return Array.from(readRuns(reader, 1, count), (bit) => bit === 1);
  }
  if (encoding === 'BYTE_STREAM_SPLIT') {
    refuseCut(reader, count, element);
    return decoders.split(viewed(reader), count, type, length);
  }
  if (encoding === 'DELTA_BINARY_PACKED')
    return readDeltas(reader, type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count), decoders);
  if (encoding === 'DELTA_LENGTH_BYTE_ARRAY' || encoding === 'DELTA_BYTE_ARRAY') {
    const prefixes =
      encoding === 'DELTA_BYTE_ARRAY' ? readDeltas(reader, new Int32Array(count), decoders) : null;
    return [...readTexts(reader, prefixes, readDeltas(reader, new Int32Array(count), decoders))];
  }
  throw new RangeError('An encoding that is not known.');
};
