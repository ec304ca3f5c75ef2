import { describe, expect, it } from 'vitest';
import { expectNoCrash, expectSameAsCsv, leadTable, tablesOf } from '../support/lead-table.ts';
import { asJson, parquetOf } from '../support/table-formats.ts';

const leads = asJson(leadTable);
const typed = 'SELECT * REPLACE (CreatedDate::TIMESTAMP AS CreatedDate) FROM source';

describe('a Parquet file', () => {
  it.each([
    '',
    ', COMPRESSION zstd',
    ', COMPRESSION gzip',
    ', COMPRESSION brotli',
    ', COMPRESSION lz4_raw',
    ', COMPRESSION uncompressed',
    ', PARQUET_VERSION v2',
  ])('gives the same leads as CSV%s', async (options) =>
    expectSameAsCsv('Lead', await parquetOf(leads, typed, options)),
  );

  it('writes every kind of value plainly', async () => {
    const select = `SELECT 9007199254740993::BIGINT a, 18446744073709551615::UBIGINT b, -1.50::DECIMAL(9,2) c,
      12345678901234567890.123::DECIMAL(30,3) d, DATE '1899-12-31' e, TIMESTAMP '2026-03-29 02:30:00.25' f,
      TIMESTAMPTZ '2026-03-29 02:30:00+00' g, TIME '13:05:00' h, 0.1::FLOAT i, 1e-7::DOUBLE j, NULL::INTEGER k,
      true l, {'x': 1, 'y': 'z'} m, [1, 2] n, 'ä€'::VARCHAR o, uuid '00112233-4455-6677-8899-aabbccddeeff' p,
      4000000000::UINTEGER q`;
    expect((await tablesOf('a', await parquetOf(leads, select)))[0]?.rows).toEqual([
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm.x', 'm.y', 'o', 'p', 'q'],
      [
        '9007199254740993',
        '18446744073709551615',
        '-1.50',
        '12345678901234567890.123',
        '1899-12-31',
        '2026-03-29 02:30:00.25',
        '2026-03-29T02:30:00Z',
        '13:05:00',
        '0.1',
        '0.0000001',
        '',
        'true',
        '1',
        'z',
        'ä€',
        '00112233-4455-6677-8899-aabbccddeeff',
        '4000000000',
      ],
    ]);
  });

  it('is read group by group', async () => {
    const select = `SELECT i AS id, 'n' || (i % 7) AS name, CASE WHEN i % 3 = 0 THEN NULL ELSE i * 0.5::DOUBLE END AS half FROM range(10000) t(i)`;
    for (const version of ['v1', 'v2']) {
      const bytes = await parquetOf(leads, select, `, ROW_GROUP_SIZE 2048, PARQUET_VERSION ${version}`);
      const rows = (await tablesOf('a', bytes))[0]?.rows ?? [];
      expect(rows.length).toBe(10_001);
      expect(rows.slice(1)).toEqual(
        Array.from({ length: 10_000 }, (_, i) => [`${i}`, `n${i % 7}`, i % 3 === 0 ? '' : `${i / 2}`]),
      );
    }
  });

  it('never hangs or crashes where it is damaged', async () => {
    await expectNoCrash(await parquetOf(leads, typed), 21);
    await expectNoCrash(await parquetOf(leads, typed, ', COMPRESSION uncompressed'), 22);
    await expectNoCrash(
      await parquetOf(leads, 'SELECT i, i * 3 AS j FROM range(3000) t(i)', ', PARQUET_VERSION v2'),
      23,
    );
  });
});
