import type { CanonicalTable } from '../domain/canonical.ts';
import type { StatusMeaning } from '../domain/stage.ts';

/**
 * Where a canonical value comes from.
 * - a header: the cell as it is;
 * - `constant`: the same for every row;
 * - `as: 'date'`: only the calendar date counts, whatever clock time is written behind it;
 * - `as: 'stage' | 'exclusion'`: what the status in this column means, by the format's `statuses`;
 * - `startsWith`: the cell only where it starts so, otherwise empty;
 * - `values`: cell to canonical value, compared without case; other cells are empty and counted as unknown;
 * - `firstOf`: the first of these moments that is filled;
 * - `won` with `closed`: an outcome from two yes/no columns.
 */
export type Source =
  | string
  | { readonly constant: string }
  | { readonly column: string; readonly as: 'date' | 'stage' | 'exclusion' }
  | { readonly column: string; readonly startsWith: string }
  | { readonly column: string; readonly values: Readonly<Record<string, string>> }
  | { readonly firstOf: readonly string[] }
  | { readonly won: string; readonly closed: string };

/** A row counts for a rule only where the cell equals (without case) or starts with the given text, is filled, or says yes or no; an empty or absent cell says no. */
export type Condition =
  | { readonly column: string; readonly equals: string }
  | { readonly column: string; readonly startsWith: string }
  | { readonly column: string; readonly filled: true }
  | { readonly column: string; readonly truth: boolean };

/** One canonical row made of each source row that meets all conditions. */
export interface RowRule {
  readonly into: CanonicalTable;
  readonly when?: readonly Condition[];
  readonly columns: Readonly<Record<string, Source>>;
}

/** One kind of file of a format, recognised by its headers, never by its name. */
export interface SourceTable {
  readonly name: string;
  /** All of these must be there, compared without case. */
  readonly headers: readonly string[];
  /** Columns that name a record: a second one of the same name is a duplicate, or a conflict where its content differs. Empty: records have no name. */
  readonly key: readonly string[];
  readonly rows: readonly RowRule[];
}

/** How one CRM's export, or one company's own table, maps to the canonical tables. Data only: this is also what a mapping file holds. */
export interface CrmFormat {
  readonly id: string;
  readonly label: string;
  /** Zone of clock times that carry no offset of their own. */
  readonly timeZone: string;
  /** Zone of every day, week and month boundary, where the format fixes it. */
  readonly reportTimeZone?: string;
  /** Currency of amounts without one of their own. */
  readonly currency?: string;
  /** `won only`: the source knows an opportunity only once it is won, so neither joint can be measured by itself. */
  readonly opportunities: 'all' | 'won only';
  /** Cells that mean "no value", beside the empty cell. */
  readonly emptyValues: readonly string[];
  /** Lower-case status to meaning. */
  readonly statuses: Readonly<Record<string, StatusMeaning>>;
  readonly tables: readonly SourceTable[];
}

/** The headers a source reads. */
export const columnsOfSource = (source: Source): readonly string[] => {
  if (typeof source === 'string') return [source];
  if ('constant' in source) return [];
  if ('won' in source) return [source.won, source.closed];
  if ('firstOf' in source) return source.firstOf;
  return [source.column];
};
