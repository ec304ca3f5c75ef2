import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { utils, write, type BookType, type CellObject, type WorkSheet } from '@e965/xlsx';
import { csv } from './import-texts.ts';

/** A typed value of a test table. */
export type Value = string | number | boolean | Date | null;

/** A table as each of the formats may hold it. */
export interface TestTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The wall clock of a UTC date. */
export const clockOf = (date: Date): string =>
  `${date.toISOString().slice(0, 10)} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;

const textOf = (value: Value): string => {
  if (value === null) return '';
  if (value instanceof Date) return clockOf(value);
  return String(value);
};

/** The table as CSV. */
export const asCsv = ({ headers, rows }: TestTable): string =>
  csv([headers, ...rows.map((row) => row.map(textOf))]);

const jsonValue = (value: Value): Exclude<Value, Date> => (value instanceof Date ? clockOf(value) : value);

const objectsOf = ({ headers, rows }: TestTable): readonly object[] =>
  rows.map((row) => Object.fromEntries(headers.map((name, index) => [name, jsonValue(row[index] ?? null)])));

/** The table as a JSON list. */
export const asJson = (table: TestTable): string => JSON.stringify(objectsOf(table), null, 2);

/** The table as JSON lines. */
export const asJsonLines = (table: TestTable): string =>
  `${objectsOf(table)
    .map((record) => JSON.stringify(record))
    .join('\n')}\n`;

const cellOf = (value: Value): CellObject | undefined => {
  if (value === null) return undefined;
  if (value instanceof Date)
    return { t: 'n', v: value.getTime() / 86_400_000 + 25569, z: 'yyyy-mm-dd hh:mm:ss' };
  if (typeof value === 'number') return { t: 'n', v: value };
  return typeof value === 'boolean' ? { t: 'b', v: value } : { t: 's', v: value };
};

/** The table as a sheet; what is undefined stays empty. */
export const sheetOf = ({ headers, rows }: TestTable): WorkSheet => {
  const sheet: WorkSheet = {};
  for (const [row, cells] of [headers, ...rows].entries())
    for (const [column, value] of cells.entries()) {
      const cell = cellOf(value);
      if (cell !== undefined) sheet[utils.encode_cell({ r: row, c: column })] = cell;
    }
  sheet['!ref'] = utils.encode_range({ r: 0, c: 0 }, { r: rows.length, c: headers.length - 1 });
  return sheet;
};

/** Sheets as a workbook. */
export const workbookOf = (
  sheets: Readonly<Record<string, WorkSheet>>,
  bookType: BookType,
  date1904 = false,
): Uint8Array<ArrayBuffer> => {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  book.Workbook = { ...book.Workbook, WBProps: { date1904 } };
  const bytes: unknown = write(book, { type: 'array', bookType, compression: true });
  return new Uint8Array(bytes instanceof ArrayBuffer ? bytes : new ArrayBuffer(0));
};

/** Runs a query over a JSON text called `source` and gives the Parquet file it makes. */
export const parquetOf = async (
  json: string,
  select = 'SELECT * FROM source',
  options = '',
): Promise<Uint8Array<ArrayBuffer>> => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-parquet-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const from = join(folder, 'source.json');
    const to = join(folder, 'out.parquet');
    writeFileSync(from, json);
    await connection.run(`CREATE VIEW source AS SELECT * FROM read_json('${from}')`);
    await connection.run(`COPY (${select}) TO '${to}' (FORMAT parquet${options})`);
    return new Uint8Array(readFileSync(to));
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Numbers that look random and are the same each time (Mulberry32), below 1. */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A copy of a file that is cut off or has a few bits turned. */
export const mutated = (bytes: Uint8Array, random: () => number): Uint8Array<ArrayBuffer> => {
  if (random() < 0.25) return new Uint8Array(bytes.subarray(0, Math.floor(random() * bytes.length)));
  const copy = new Uint8Array(bytes);
  for (let flips = 1 + Math.floor(random() * 4); flips > 0; flips -= 1) {
    const at = Math.floor(random() * copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return copy;
};
