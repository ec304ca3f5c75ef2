import {
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  RecordBatchStreamWriter,
  Field,
  Schema,
  Struct,
  Utf8,
  Float64,
  Bool,
  TimestampMicrosecond,
  TimestampSecond,
  DateDay,
  Decimal,
  Int64,
  Dictionary,
  Int8,
  Vector,
  type Data,
} from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { expectNoCrash, expectSameAsCsv, leadTable, tablesOf } from '../support/lead-table.ts';
import type { Value } from '../support/table-formats.ts';

const bitmapOf = (values: readonly Value[]): Uint8Array => {
  const bits = new Uint8Array(64);
  for (const [index, value] of values.entries())
    if (value !== null) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index % 8));
  return bits;
};

const frameOf = (values: readonly Value[]) => ({
  length: values.length,
  nullCount: values.filter((value) => value === null).length,
  nullBitmap: bitmapOf(values),
});

const textColumn = (values: readonly Value[]): Data<Utf8> => {
  const parts = values.map((value) => new TextEncoder().encode(value === null ? '' : String(value)));
  const valueOffsets = new Int32Array(values.length + 1);
  for (const [index, part] of parts.entries())
    valueOffsets[index + 1] = (valueOffsets[index] ?? 0) + part.length;
  const data = new Uint8Array(Buffer.concat(parts));
  return makeData({ type: new Utf8(), ...frameOf(values), valueOffsets, data });
};

const columnOf = (values: readonly Value[]): Data => {
  const frame = frameOf(values);
  if (values.every((value) => value instanceof Date))
    return makeData({
      type: new TimestampMicrosecond(),
      ...frame,
      data: BigInt64Array.from(values, (value) => BigInt(value.getTime()) * 1000n),
    });
  if (values.every((value) => typeof value === 'number'))
    return makeData({ type: new Float64(), ...frame, data: Float64Array.from(values) });
  if (values.every((value) => typeof value === 'boolean'))
    return makeData({
      type: new Bool(),
      ...frame,
      data: bitmapOf(values.map((value) => (value ? 1 : null))),
    });
  return textColumn(values);
};

const batchOf = (names: readonly string[], columns: readonly Data[]): RecordBatch => {
  const fields = names.map((name, index) => new Field(name, (columns[index] ?? textColumn([])).type, true));
  const type = new Struct(fields);
  return new RecordBatch(
    new Schema(fields),
    makeData({ type, length: columns[0]?.length ?? 0, nullCount: 0, children: [...columns] }),
  );
};

const leads = batchOf(
  leadTable.headers,
  leadTable.headers.map((_, column) => columnOf(leadTable.rows.map((row) => row[column] ?? null))),
);

const asStream = (batch: RecordBatch): Uint8Array<ArrayBuffer> =>
  new Uint8Array(RecordBatchStreamWriter.writeAll([batch]).toUint8Array(true));

const asFile = (batch: RecordBatch): Uint8Array<ArrayBuffer> =>
  new Uint8Array(RecordBatchFileWriter.writeAll([batch]).toUint8Array(true));

describe('Arrow', () => {
  it('gives the same leads as CSV from a file', () => expectSameAsCsv('Lead', asFile(leads)));

  it('gives the same leads as CSV from a stream', () => expectSameAsCsv('Lead', asStream(leads)));

  it('writes every kind of value plainly', async () => {
    const one = { length: 1, nullCount: 0 };
    const dictionary = new Vector([textColumn(['x', 'ÿ'])]);
    const batch = batchOf(
      ['seconds', 'utc', 'day', 'decimal', 'id', 'word', 'group'],
      [
        makeData({ type: new TimestampSecond(), ...one, data: BigInt64Array.of(-1n) }),
        makeData({ type: new TimestampMicrosecond('UTC'), ...one, data: BigInt64Array.of(1_500_000n) }),
        makeData({ type: new DateDay(), ...one, data: Int32Array.of(-1) }),
        makeData({
          type: new Decimal(2, 20, 128),
          ...one,
          data: Uint32Array.of(0xffffff6a, 0xffffffff, 0xffffffff, 0xffffffff),
        }),
        makeData({ type: new Int64(), ...one, data: BigInt64Array.of(123456789012345678n) }),
        makeData({
          type: new Dictionary(new Utf8(), new Int8(), 1),
          ...one,
          data: Int8Array.of(1),
          dictionary,
        }),
        makeData({
          type: new Struct([new Field('a', new Utf8(), true)]),
          ...one,
          children: [textColumn(['b'])],
        }),
      ],
    );
    expect((await tablesOf('a', asFile(batch)))[0]?.rows).toEqual([
      ['seconds', 'utc', 'day', 'decimal', 'id', 'word', 'group.a'],
      [
        '1969-12-31 23:59:59',
        '1970-01-01T00:00:01.5Z',
        '1969-12-31',
        '-1.50',
        '123456789012345678',
        'ÿ',
        'b',
      ],
    ]);
  });

  it('never hangs or crashes where it is damaged', async () => {
    await expectNoCrash(asFile(leads), 31);
    await expectNoCrash(asStream(leads), 32);
  });
});
