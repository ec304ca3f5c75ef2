import { canonicalTables, type CanonicalKind } from '../domain/canonical.ts';
import {
  columnsOfCondition,
  columnsOfSource,
  type CrmFormat,
  type RowRule,
  type Source,
  type SourceTable,
} from '../crm/crm-format.ts';
import { headerKey } from '../crm/header-key.ts';
import { columnFinder, type ColumnPlace } from '../crm/recognise.ts';
import { appendColumn } from './append-run.ts';
import { CategoryBuilder, TextBuilder } from './column-builders.ts';
import type { ColumnData } from './column-data.ts';
import { EmptyCells } from './empty-cells.ts';
import { MomentColumn } from './moment-column.ts';
import { NumberColumn } from './number-column.ts';
import { packedEntry } from './packed-entry.ts';
import type { RecordRun } from './record-run.ts';

/** How the cells of a source column are held until the whole column has been seen. */
export type Role = 'text' | 'category' | 'moment' | 'number';

const roleOfKind: Readonly<Record<CanonicalKind, Role>> = {
  text: 'text',
  category: 'category',
  flag: 'category',
  instant: 'moment',
  day: 'moment',
  number: 'number',
  money: 'number',
};

type Holder = TextBuilder | CategoryBuilder | MomentColumn | NumberColumn;

const newHolder: Readonly<Record<Role, () => Holder>> = {
  text: () => new TextBuilder(),
  category: () => new CategoryBuilder(),
  moment: () => new MomentColumn(),
  number: () => new NumberColumn(),
};

/** The canonical kind of a rule's column. Throws where a rule names a column that its table lacks: a mistake in the format. */
export const kindOf = (rule: RowRule, column: string): CanonicalKind => {
  const kind = Object.entries(canonicalTables[rule.into]).find(([name]) => name === column)?.[1];
  if (kind === undefined) throw new RangeError(`Table "${rule.into}" has no column "${column}".`);
  return kind;
};

/** The role in which a source's cells are read for a canonical column. */
export const roleOf = (source: Source, kind: CanonicalKind): Role => {
  if (typeof source === 'object') {
    if ('startsWith' in source || 'prefix' in source || 'split' in source || 'wonOn' in source) return 'text';
    if ('as' in source) {
      if (source.as === 'salesforce-id') return 'text';
      return source.as === 'date' ? 'moment' : 'category';
    }
    if ('values' in source || 'won' in source) return 'category';
  }
  return roleOfKind[kind];
};

const sourcesIn = (source: Source): readonly Source[] =>
  typeof source === 'object' && 'either' in source ? source.either : [source];

interface Need {
  readonly column: string;
  readonly role: Role;
}

const needsOf = (table: SourceTable): readonly Need[] => [
  ...table.key.map((column) => ({ column, role: 'text' as const })),
  ...table.rows.flatMap((rule) => [
    ...Object.entries(rule.columns).flatMap(([name, source]) =>
      sourcesIn(source).flatMap((one) =>
        columnsOfSource(one).map((column) => ({ column, role: roleOf(one, kindOf(rule, name)) })),
      ),
    ),
    ...(rule.when ?? []).flatMap((condition) =>
      columnsOfCondition(condition).map((column) => ({
        column,
        role: 'equals' in condition || 'truth' in condition ? ('category' as const) : ('text' as const),
      })),
    ),
  ]),
];

interface Slot extends ColumnPlace {
  readonly key: string;
  readonly holder: Holder;
}

const slotKey = (column: string, role: Role): string => `${headerKey(column)}\u0000${role}`;

/** The columns of one source file that anything asks for, and where each of its rows stood. */
export class RawTable {
  readonly table: SourceTable;
  readonly headers: readonly string[];
  readonly #slots: readonly Slot[];
  readonly #empty: EmptyCells;
  readonly #find: (column: string) => ColumnPlace | null;
  readonly #finished = new Map<string, ColumnData>();
  rows = 0;

  constructor(
    table: SourceTable,
    headers: readonly string[],
    { emptyValues, labels }: Pick<CrmFormat, 'emptyValues' | 'labels'>,
  ) {
    this.table = table;
    this.headers = headers;
    this.#empty = new EmptyCells(emptyValues);
    this.#find = columnFinder(headers, labels);
    const slots = new Map<string, Slot>();
    for (const { column, role } of needsOf(table)) {
      const place = this.#find(column);
      const key = slotKey(column, role);
      if (place !== null && !slots.has(key)) slots.set(key, { key, ...place, holder: newHolder[role]() });
    }
    this.#slots = [...slots.values()];
  }

  append(cells: readonly string[]): void {
    for (const { cell, entry, holder } of this.#slots) {
      const value = entry === null ? (cells[cell] ?? '') : packedEntry(cells[cell] ?? '', entry);
      holder.append(this.#empty.hasText(value) ? null : value);
    }
    this.rows += 1;
  }

  /** Appends the records of a run from `first` to `end`, column by column. */
  appendRun(run: RecordRun, first: number, end: number): void {
    for (const slot of this.#slots) appendColumn(slot.holder, run, slot, first, end, this.#empty);
    this.rows += end - first;
  }

  /** Whether the file has this column at all. */
  has(column: string): boolean {
    return this.#find(column) !== null;
  }

  /** The columns of a role that the file has, as the format calls them. */
  columnsOf(role: Role): readonly string[] {
    const columns = needsOf(this.table).flatMap((need) =>
      need.role === role && this.has(need.column) ? [need.column] : [],
    );
    return [...new Set(columns)];
  }

  /** A column's header as the file writes it, or as the format calls it where the file lacks it. */
  written(column: string): string {
    const place = this.#find(column);
    if (place === null) return column;
    const header = this.headers[place.cell]?.trim() ?? column;
    return place.entry === null ? header : `${header}, ${place.entry}`;
  }

  /** Which cell of a record holds a column; null where the file lacks it. */
  position(column: string): number | null {
    return this.#find(column)?.cell ?? null;
  }

  /** By header, a cell that decides how its dates or numbers are written; columns without such a cell are left out. */
  decisiveCells(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const { cell, holder } of this.#slots) {
      const decisive =
        holder instanceof MomentColumn || holder instanceof NumberColumn ? holder.decisive : null;
      if (decisive !== null) found.set(this.headers[cell] ?? '', decisive);
    }
    return found;
  }

  /** Lets the cells of another file decide what the columns of this one leave open. */
  borrow(decisive: ReadonlyMap<string, string>): void {
    for (const { cell, holder } of this.#slots) {
      const shown = decisive.get(this.headers[cell] ?? '');
      if (shown !== undefined && (holder instanceof MomentColumn || holder instanceof NumberColumn))
        holder.borrow(shown);
    }
  }

  #holder(column: string, role: Role): Holder | null {
    const key = slotKey(column, role);
    return this.#slots.find((slot) => slot.key === key)?.holder ?? null;
  }

  moments(column: string): MomentColumn | null {
    const holder = this.#holder(column, 'moment');
    return holder instanceof MomentColumn ? holder : null;
  }

  numbers(column: string): NumberColumn | null {
    const holder = this.#holder(column, 'number');
    return holder instanceof NumberColumn ? holder : null;
  }

  texts(column: string): Extract<ColumnData, { kind: 'text' }> | null {
    const data = this.#finish(column, 'text');
    return data?.kind === 'text' ? data : null;
  }

  categories(column: string): Extract<ColumnData, { kind: 'category' }> | null {
    const data = this.#finish(column, 'category');
    return data?.kind === 'category' ? data : null;
  }

  #finish(column: string, role: 'text' | 'category'): ColumnData | null {
    const key = slotKey(column, role);
    const known = this.#finished.get(key);
    if (known !== undefined) return known;
    const holder = this.#holder(column, role);
    if (!(holder instanceof TextBuilder) && !(holder instanceof CategoryBuilder)) return null;
    const data = holder.finish();
    this.#finished.set(key, data);
    return data;
  }
}
