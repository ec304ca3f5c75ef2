import type { CanonicalTable } from '../domain/canonical.ts';
import { columnsOfSource, type CrmFormat } from './crm-format.ts';
import { columnFinder } from './recognise.ts';
import { targetWords } from './retarget.ts';

/** What each column of a file is read for: the canonical table, and for each position of the header the canonical column. */
export interface ColumnsRead {
  readonly into: CanonicalTable;
  readonly meanings: ReadonlyMap<number, string>;
}

/**
 * Which columns a kind of file is read from under a format, as far as a person may change them: those of the first
 * canonical table it fills. Null for a kind of file that no figure needs.
 */
export const columnsRead = (
  format: CrmFormat,
  table: string,
  headers: readonly string[],
): ColumnsRead | null => {
  const rule = format.tables
    .find(({ name }) => name === table)
    ?.rows.find(({ into }) => targetWords[into] !== undefined);
  if (rule === undefined) return null;
  const words = targetWords[rule.into] ?? {};
  const find = columnFinder(headers, format.labels);
  const meanings = new Map<number, string>();
  for (const name of Object.keys(words)) {
    const source = rule.columns[name];
    const position = (source === undefined ? [] : columnsOfSource(source))
      .map((column) => find(column)?.cell)
      .find((found) => found !== undefined);
    if (position !== undefined && !meanings.has(position)) meanings.set(position, name);
  }
  return { into: rule.into, meanings };
};
