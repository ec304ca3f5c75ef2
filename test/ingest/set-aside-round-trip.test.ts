import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Imported } from '../../src/ingest/import-files.ts';
import type { ReasonCode } from '../../src/ingest/ledger.ts';
import { setAsideColumns } from '../../src/ingest/set-aside-columns.ts';
import { safeCell } from '../../src/ingest/write-csv.ts';
import { csv, fileOf, importing, quoted } from '../support/import-texts.ts';
import { importedRows } from '../support/imported-rows.ts';
import { listOf, rowsWritten } from '../support/written-csv.ts';

/** `FULL=1` plays a thousand generated files instead of a hundred. */
const runs = process.env['FULL'] === '1' ? 1000 : 100;

const headers = ['lead_id', 'created_at', 'channel', 'opportunity_date', 'won_date', 'amount'] as const;

const damages = [
  'FIELD_COUNT_LOW',
  'FIELD_COUNT_HIGH',
  'QUOTE_STRAY',
  'QUOTE_UNCLOSED',
  'DATE_UNREADABLE',
  'DATE_IMPOSSIBLE',
  'DATE_AMBIGUOUS',
  'ID_MISSING',
  'ID_CONFLICT',
] as const satisfies readonly ReasonCode[];
type Damage = (typeof damages)[number];

interface Case {
  readonly rows: readonly { readonly channel: string; readonly day: number; readonly amount: number }[];
  readonly damage: readonly (Damage | null)[];
  readonly order: 'year-first' | 'day-first';
  readonly isCorrectedFirst: boolean;
  readonly resavedWith: ',' | ';' | '\t';
}

/** A line of cells inside a damaged record cannot be told from a row of its own, so no value holds both. */
const channel = fc
  .string({
    unit: fc.constantFrom('a', 'B', 'é', '=', '+', '-', '@', "'", '"', ',', ';', '\n', ' '),
    maxLength: 6,
  })
  .filter((value) => !(value.includes('\n') && /[,;]/.test(value)));

const cases: fc.Arbitrary<Case> = fc.integer({ min: 6, max: 14 }).chain((count) =>
  fc.record({
    rows: fc.array(fc.record({ channel, day: fc.integer({ min: 1, max: 12 }), amount: fc.nat(9999) }), {
      minLength: count,
      maxLength: count,
    }),
    damage: fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, fc.constantFrom(...damages)), {
      minLength: count,
      maxLength: count,
    }),
    order: fc.constantFrom('year-first', 'day-first'),
    isCorrectedFirst: fc.boolean(),
    resavedWith: fc.constantFrom(',', ';', '\t'),
  }),
);

const two = (value: number): string => String(value).padStart(2, '0');

/** The clean table. Its first row alone decides the order of day and month, and the decimal mark. */
const cleanRows = ({ rows, order }: Case): readonly (readonly string[])[] => {
  const date = (month: number, day: number): string =>
    order === 'year-first' ? `2026-${two(month)}-${two(day)}` : `${two(day)}/${two(month)}/2026`;
  return [
    ['L0', date(1, 25), 'Fair', date(2, 26), date(3, 27), '1.234,50'],
    ...rows.map((row, at) => [
      `L${at + 1}`,
      date(3, row.day),
      `${row.channel}${at}`,
      date(4, row.day),
      at % 2 === 0 ? date(5, row.day) : '',
      `${1 + (row.amount % 9)}.${String(row.amount % 1000).padStart(3, '0')}`,
    ]),
  ];
};

const record = (cells: readonly string[]): string => cells.map(quoted).join(',');

const plain = (cells: readonly string[]): readonly string[] =>
  cells.map((cell, at) => (at === 2 ? 'Fair' : cell));

const damaged = (cells: readonly string[], damage: Damage | null): string => {
  const [id = '', , ...others] = cells;
  switch (damage) {
    case null:
      return record(cells);
    case 'FIELD_COUNT_LOW':
      return record(cells.slice(0, -1));
    case 'FIELD_COUNT_HIGH':
      return record(['', ...cells]);
    case 'QUOTE_STRAY':
      return record(plain(cells)).replace('"Fair"', '"Fa"ir"');
    case 'QUOTE_UNCLOSED':
      return record(plain(cells)).replace(`"${id}"`, `"${id}`);
    case 'DATE_UNREADABLE':
      return record([id, 'soon', ...others]);
    case 'DATE_IMPOSSIBLE':
      return record([id, '2026-02-30', ...others]);
    case 'DATE_AMBIGUOUS':
      return record([id, '03/04/2026', ...others]);
    case 'ID_MISSING':
      return record(['', ...cells.slice(1)]);
    case 'ID_CONFLICT':
      return record(['L0', ...cells.slice(1)]);
  }
};

/** Where the whole column is day-first, nothing in it can be taken for either. */
const damageOf = ({ damage, order }: Case, row: number): Damage | null => {
  const found = row === 0 ? null : (damage[row - 1] ?? null);
  return found === 'DATE_AMBIGUOUS' && order === 'day-first' ? 'DATE_UNREADABLE' : found;
};

const content = (imported: Imported) =>
  Object.fromEntries(
    Object.entries(importedRows(imported)).map(([table, rows]) => [
      table,
      rows.map((row) => JSON.stringify(row)).toSorted(),
    ]),
  );

/** What a person does: finds each record by its line and writes the right cells into its columns. */
const corrected = async (
  list: Blob,
  rowAtLine: ReadonlyMap<string, readonly string[]>,
  delimiter: string,
): Promise<string> => {
  const [head = [], ...rows] = await rowsWritten(list);
  const lineAt = head.indexOf(setAsideColumns.line);
  const mended = rows.map((row) => {
    const right = rowAtLine.get(row[lineAt] ?? '');
    if (right === undefined) throw new Error(`No record begins at line ${row[lineAt]}.`);
    return [...right.map(safeCell), ...row.slice(right.length)];
  });
  return [head, ...mended].map((row) => `${row.map(quoted).join(delimiter)}\r\n`).join('');
};

describe('records set aside, corrected and dropped again with the rest', () => {
  it('end in the rows that the clean file gives, whatever was damaged', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(cases, async (input) => {
        const clean = cleanRows(input);
        const rowAtLine = new Map<string, readonly string[]>();
        let text = csv([headers]);
        for (const [row, cells] of clean.entries()) {
          rowAtLine.set(String(text.split('\n').length), cells);
          text += `${damaged(cells, damageOf(input, row))}\n`;
        }
        const broken = clean.filter((_, row) => damageOf(input, row) !== null).length;
        const file = fileOf('funnel.csv', text);
        const first = await importing([file]);
        expect(first.files[0]).toMatchObject({ setAside: broken, loaded: clean.length - broken });
        for (const code of Object.keys(first.files[0]?.reasons ?? {})) seen.add(code);
        if (broken === 0) return;
        const list = listOf(first, 'set aside');
        const mended = fileOf(list.name, await corrected(list.content, rowAtLine, input.resavedWith));
        const both = await importing(input.isCorrectedFirst ? [mended, file] : [file, mended]);
        const ledger = both.files[input.isCorrectedFirst ? 0 : 1];
        expect(ledger).toMatchObject({ records: broken, loaded: broken, setAside: 0, findings: [] });
        expect(both.files[input.isCorrectedFirst ? 1 : 0]?.reasons).toEqual(first.files[0]?.reasons);
        expect(content(both)).toEqual(
          content(await importing([fileOf('clean.csv', csv([headers, ...clean]))])),
        );
      }),
      { seed: 61, numRuns: runs },
    );
    expect([...seen].toSorted()).toEqual(damages.filter((code) => code !== 'QUOTE_UNCLOSED').toSorted());
  }, 900_000);

  it('end in the rows of the clean file also where the last record never closes its mark', async () => {
    const clean = [
      ['L0', '2026-01-25', 'Fair', '', '', '1'],
      ['L1', '2026-01-26', 'Web', '', '', '2'],
    ];
    const file = fileOf('funnel.csv', `${csv([headers, ...clean.slice(0, 1)])}"L1,2026-01-26,Web,,,2\n`);
    const first = await importing([file]);
    expect(first.files[0]?.reasons).toEqual({ QUOTE_UNCLOSED: 1 });
    const list = listOf(first, 'set aside').content;
    const text = await corrected(list, new Map([['3', clean[1] ?? []]]), ',');
    const both = await importing([file, fileOf('mended.csv', text)]);
    expect(content(both)).toEqual(content(await importing([fileOf('clean.csv', csv([headers, ...clean]))])));
  });
});
