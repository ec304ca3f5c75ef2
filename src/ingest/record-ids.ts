import { TextBuilder } from './column-builders.ts';
import type { ColumnData } from './column-data.ts';
import { textAt } from './column-rows.ts';

type TextColumn = Extract<ColumnData, { kind: 'text' }>;

const short = /^[0-9A-Za-z]{15}$/;
const checks = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * A Salesforce id in its form of 18 characters. Reports give 15, which differ by case alone; the last three of the long
 * form say which letters of each five are capitals. Anything that is no id of 15 characters stays as it is.
 */
export const fullSalesforceId = (id: string): string => {
  if (!short.test(id)) return id;
  let full = id;
  for (let block = 0; block < 15; block += 5) {
    let capitals = 0;
    for (let place = 0; place < 5; place += 1) {
      const letter = id.charAt(block + place);
      if (letter >= 'A' && letter <= 'Z') capitals += 2 ** place;
    }
    full += checks.charAt(capitals);
  }
  return full;
};

const rewritten = (column: TextColumn, change: (value: string) => string): TextColumn => {
  const builder = new TextBuilder();
  for (let row = 0; row < column.missing.length; row += 1) {
    const value = textAt(column, row);
    builder.append(value === null ? null : change(value));
  }
  return builder.finish();
};

/** Ids in their form of 18 characters. A column without any of 15 is given back as it is. */
export const fullSalesforceIds = (column: TextColumn): TextColumn => {
  const hasShort = column.missing.some(
    (_, row) => (column.offsets[row + 1] ?? 0) - (column.offsets[row] ?? 0) === 15,
  );
  return hasShort ? rewritten(column, fullSalesforceId) : column;
};

/** Every filled cell behind the same text. */
export const withPrefix = (column: TextColumn, prefix: string): TextColumn =>
  rewritten(column, (value) => prefix + value);

/** The entries of lists in cells, each once, and the row that each stood in. */
export const splitLists = (
  column: TextColumn,
  separator: string,
  rows: Int32Array,
): { readonly rows: Int32Array; readonly entries: TextColumn } => {
  const builder = new TextBuilder();
  const origins: number[] = [];
  for (const row of rows) {
    const entries = (textAt(column, row) ?? '').split(separator).map((entry) => entry.trim());
    for (const entry of new Set(entries)) {
      if (entry === '') continue;
      builder.append(entry);
      origins.push(row);
    }
  }
  return { rows: Int32Array.from(origins), entries: builder.finish() };
};
