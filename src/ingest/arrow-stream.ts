import {
  Bool,
  DateDay,
  Dictionary,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  TimestampMicrosecond,
  Utf8,
  Vector,
  type Data,
} from 'apache-arrow';
import { TextBuilder } from './column-builders.ts';
import { noDay, noFlag, type ColumnData } from './column-data.ts';

const bitmap = (
  length: number,
  isPresent: (index: number) => boolean,
): { nullBitmap: Uint8Array; nullCount: number } => {
  const nullBitmap = new Uint8Array((length + 7) >> 3);
  let present = 0;
  for (let index = 0; index < length; index += 1) {
    if (!isPresent(index)) continue;
    nullBitmap[index >> 3] = (nullBitmap[index >> 3] ?? 0) | (1 << (index & 7));
    present += 1;
  }
  return { nullBitmap, nullCount: length - present };
};

const twoTo32 = 4_294_967_296;

const microseconds = (seconds: Float64Array): BigInt64Array => {
  const words = new Int32Array(seconds.length * 2);
  for (let index = 0; index < seconds.length; index += 1) {
    const value = (seconds[index] ?? 0) * 1_000_000;
    if (Number.isNaN(value)) continue;
    const high = Math.floor(value / twoTo32);
    words[2 * index] = (value - high * twoTo32) | 0;
    words[2 * index + 1] = high;
  }
  return new BigInt64Array(words.buffer);
};

const packed = (flags: Uint8Array): Uint8Array =>
  bitmap(flags.length, (index) => flags[index] === 1).nullBitmap;

type TextColumn = Extract<ColumnData, { kind: 'text' }>;

const textData = (column: TextColumn, length: number): Data<Utf8> =>
  makeData({
    type: new Utf8(),
    length,
    valueOffsets: column.offsets,
    data: column.bytes,
    ...bitmap(length, (i) => column.missing[i] !== 1),
  });

/** The different values of a category. Arrow's own builders compile code from text, which the page's policy forbids. */
const dictionaryOf = (values: readonly string[]): Vector<Utf8> => {
  const builder = new TextBuilder();
  for (const value of values.length === 0 ? [''] : values) builder.append(value);
  return new Vector([textData(builder.finish(), builder.length)]);
};

const toData = (column: ColumnData, length: number): Data => {
  switch (column.kind) {
    case 'text':
      return textData(column, length);
    case 'category': {
      const dictionary = dictionaryOf(column.values);
      const codes = column.codes.map((code) => Math.max(0, code));
      return makeData({
        type: new Dictionary(new Utf8(), new Int32()),
        length,
        dictionary,
        data: codes,
        ...bitmap(length, (i) => (column.codes[i] ?? -1) >= 0),
      });
    }
    case 'instant':
      return makeData({
        type: new TimestampMicrosecond(),
        length,
        data: microseconds(column.seconds),
        ...bitmap(length, (i) => !Number.isNaN(column.seconds[i])),
      });
    case 'day':
      return makeData({
        type: new DateDay(),
        length,
        data: column.days,
        ...bitmap(length, (i) => column.days[i] !== noDay),
      });
    case 'number':
      return makeData({
        type: new Float64(),
        length,
        data: column.numbers,
        ...bitmap(length, (i) => !Number.isNaN(column.numbers[i])),
      });
    case 'flag':
      return makeData({
        type: new Bool(),
        length,
        data: packed(column.flags),
        ...bitmap(length, (i) => column.flags[i] !== noFlag),
      });
  }
};

/** One table as an Arrow IPC stream. Columns must all have `length` values. */
export const arrowStream = (columns: Readonly<Record<string, ColumnData>>, length: number): Uint8Array => {
  const children = Object.entries(columns).map(([name, column]) => ({ name, data: toData(column, length) }));
  const fields = children.map(({ name, data }) => new Field(name, data.type, true));
  const struct = makeData({
    type: new Struct(fields),
    length,
    nullCount: 0,
    children: children.map((child) => child.data),
  });
  return RecordBatchStreamWriter.writeAll([new RecordBatch(new Schema(fields), struct)]).toUint8Array(true);
};
