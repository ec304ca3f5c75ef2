import type { CrmFormat, SourceTable } from './crm-format.ts';
import { headerKey } from './header-key.ts';

/** A file's format and the kind of file within it. */
export interface Recognised {
  readonly format: CrmFormat;
  readonly table: SourceTable;
}

/** Where a column stands: the cell of a header line, and the entry of that cell where it packs several. */
export interface ColumnPlace {
  readonly cell: number;
  readonly entry: string | null;
}

/** One way to write a column: the header, or the header of cells that pack several and the entry of them. */
interface ColumnName {
  readonly header: string;
  readonly entry: string | null;
}

const separator = ' › ';

const columnName = (name: string): ColumnName => {
  const [header = '', entry] = name.split(separator);
  return entry === undefined
    ? { header: headerKey(name), entry: null }
    : { header: headerKey(header), entry };
};

type Names = ReadonlyMap<string, readonly ColumnName[]>;

/** Names of the labels that were seen: a format is asked for every line that may be a header, and has hundreds of labels. */
const seen = new WeakMap<NonNullable<CrmFormat['labels']>, Names>();

const namesIn = (labels: NonNullable<CrmFormat['labels']>): Names => {
  const known = seen.get(labels);
  if (known !== undefined) return known;
  const names: Names = new Map(
    Object.entries(labels).map(([header, others]) => [headerKey(header), others.map(columnName)]),
  );
  seen.set(labels, names);
  return names;
};

/** Which cell of a header line holds a column, by its header or one of its labels; null where none does. */
export const columnFinder = (
  headers: readonly string[],
  labels: CrmFormat['labels'],
): ((column: string) => ColumnPlace | null) => {
  const positions = new Map(headers.map((header, index) => [headerKey(header), index]));
  const names = namesIn(labels ?? {});
  return (column) => {
    const key = headerKey(column);
    for (const { header, entry } of [{ header: key, entry: null }, ...(names.get(key) ?? [])]) {
      const cell = positions.get(header);
      if (cell !== undefined) return { cell, entry };
    }
    return null;
  };
};

/** How many headers a kind of file asks for and finds; null where one it needs is not there, or one is that tells another kind. */
const fit = (table: SourceTable, has: (column: string) => boolean): number | null => {
  if (!table.headers.every(has) || (table.without ?? []).some(has)) return null;
  if (table.oneOf === undefined) return table.headers.length;
  return table.oneOf.some(has) ? table.headers.length + 1 : null;
};

const bestOf = (headers: readonly string[], formats: readonly CrmFormat[]): Recognised | null => {
  let best: Recognised | null = null;
  let most = 0;
  for (const format of formats) {
    const find = columnFinder(headers, format.labels);
    for (const table of format.tables) {
      const found = fit(table, (column) => find(column) !== null);
      if (found === null || found <= most) continue;
      best = { format, table };
      most = found;
    }
  }
  return best;
};

/**
 * The kind of file whose required headers are all there; of several, the one that asks for most, and one of a fallback
 * format only where there is no other. Null where none fits.
 */
export const recognise = (headers: readonly string[], formats: readonly CrmFormat[]): Recognised | null =>
  bestOf(
    headers,
    formats.filter((format) => format.fallback !== true),
  ) ??
  bestOf(
    headers,
    formats.filter((format) => format.fallback === true),
  );
