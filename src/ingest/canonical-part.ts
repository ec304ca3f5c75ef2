import { canonicalTables, type CanonicalKind, type CanonicalTable } from '../domain/canonical.ts';
import type { RowRule } from '../crm/crm-format.ts';
import type { ColumnData } from './column-data.ts';
import { pickRows } from './column-rows.ts';
import { absent, type Converted } from './converted-column.ts';
import type { RawTable } from './raw-table.ts';
import { splitLists } from './record-ids.ts';
import { sliceRows } from './slice-rows.ts';

/** Canonical rows made of one file, by table. */
export interface CanonicalPart {
  readonly table: CanonicalTable;
  readonly length: number;
  /** The columns its file speaks of; the others are empty because the file lacks them. */
  readonly known: readonly string[];
  /** All columns of the rows from `first` to `end`, made when they are asked for. */
  readonly columns: (first: number, end: number) => Readonly<Record<string, ColumnData>>;
}

/** What a rule makes of a file: its columns, all rows. */
export interface RuleResult {
  readonly rule: RowRule;
  /** 1 for the rows that meet all conditions. */
  readonly applies: Uint8Array;
  readonly columns: ReadonlyMap<string, Converted>;
}

/** The local day that is derived from an instant of the same row. */
const dayBeside: Readonly<Record<string, string>> = { created_at: 'created_date', event_at: 'event_date' };

/** The rows a rule makes canonical rows of: those kept that meet its conditions, in order. */
const rowsOf = (raw: RawTable, applies: Uint8Array, keep: Uint8Array): Int32Array => {
  const rows = new Int32Array(raw.rows);
  let length = 0;
  for (let row = 0; row < raw.rows; row += 1) {
    if (keep[row] !== 1 || applies[row] !== 1) continue;
    rows[length] = row;
    length += 1;
  }
  return rows.subarray(0, length);
};

/** The column of a rule that holds lists, with the entries of the given rows; null where there is none. */
const listOf = ({ rule, columns }: RuleResult, rows: Int32Array) => {
  for (const [name, source] of Object.entries(rule.columns)) {
    if (typeof source !== 'object' || !('split' in source)) continue;
    const data = columns.get(name)?.data;
    if (data?.kind === 'text') return { name, ...splitLists(data, source.split, rows) };
  }
  return null;
};

/** The canonical rows that a rule makes of the marked rows. */
export const partOf = (raw: RawTable, result: RuleResult, keep: Uint8Array): CanonicalPart => {
  const { rule, columns, applies } = result;
  const single = rowsOf(raw, applies, keep);
  const list = listOf(result, single);
  const chosen = list?.rows ?? single;
  const { length } = chosen;
  const isWhole = list === null && length === raw.rows;
  const derived = new Map<string, Int32Array>();
  for (const [name, column] of columns) {
    const beside = dayBeside[name];
    if (beside !== undefined && column.days !== null) derived.set(beside, column.days);
  }
  const valuesOf = (name: string, kind: CanonicalKind, first: number, end: number): ColumnData => {
    if (name === list?.name) return sliceRows(list.entries, first, end);
    const days = derived.get(name);
    const data = columns.get(name)?.data ?? (days === undefined ? null : { kind: 'day' as const, days });
    if (data === null) return absent(kind, end - first);
    return isWhole ? sliceRows(data, first, end) : pickRows(data, chosen.subarray(first, end));
  };
  return {
    table: rule.into,
    length,
    known: [...columns.keys(), ...derived.keys()],
    columns: (first, end) =>
      Object.fromEntries(
        Object.entries<CanonicalKind>(canonicalTables[rule.into]).map(([name, kind]) => [
          name,
          valuesOf(name, kind, first, end),
        ]),
      ),
  };
};
