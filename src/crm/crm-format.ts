import type { CanonicalTable } from '../domain/canonical.ts';
import type { StatusMeaning } from '../domain/stage.ts';

/** One value of a canonical row, made of one or more columns of the file. */
export type PlainSource =
  | string
  | { readonly constant: string }
  | { readonly column: string; readonly as: 'date' | 'exclusion' | 'salesforce-id' }
  | { readonly column: string; readonly as: 'stage'; readonly from?: string }
  | { readonly column: string; readonly startsWith: string; readonly as?: 'salesforce-id' }
  | { readonly column: string; readonly prefix: string; readonly as?: 'salesforce-id' }
  | { readonly column: string; readonly split: string }
  | {
      readonly column: string;
      readonly values: Readonly<Record<string, string>>;
      readonly otherwise?: string;
    }
  | { readonly firstOf: readonly string[] }
  | { readonly won: string; readonly closed: string }
  | { readonly won: string; readonly lost: string }
  | { readonly wonOn: string; readonly lostOn: string };

/**
 * Where a canonical value comes from.
 * - a header: the cell as it is;
 * - `constant`: the same for every row;
 * - `as: 'date'`: only the calendar date counts, whatever clock time is written behind it;
 * - `as: 'stage' | 'exclusion'`: what the status in this column means, by the format's `statuses`; with `from`, only where
 *   it means something else than the status in that column, so that a move between two statuses of one stage is no entry;
 * - `as: 'salesforce-id'`: ids of 15 characters in their form of 18, so that reports and exports meet; case is kept;
 * - `startsWith`: the cell only where it starts so, otherwise empty;
 * - `prefix`: this text and then the cell, so that ids of two kinds of record stay apart;
 * - `split`: a list in one cell, one canonical row for each entry;
 * - `values`: cell to canonical value, compared without case; other cells are `otherwise`, or empty and counted as unknown;
 * - `firstOf`: in each row the first of these columns that is filled;
 * - `won` with `closed` or `lost`: an outcome from two yes/no columns;
 * - `wonOn` with `lostOn`: an outcome from two dates;
 * - `either`: the first of these sources whose columns the file has.
 */
export type Source = PlainSource | { readonly either: readonly PlainSource[] };

/**
 * A row counts for a rule only where the cell equals (without case), starts or does not start with the given text, is
 * filled or not, or says yes or no; an empty or absent cell says no and starts with nothing. `anyFilled`: at least one of the columns is filled.
 */
export type Condition =
  | { readonly column: string; readonly equals: string }
  | { readonly column: string; readonly startsWith: string }
  | { readonly column: string; readonly startsNotWith: string }
  | { readonly column: string; readonly filled: boolean }
  | { readonly column: string; readonly truth: boolean }
  | { readonly column: string; readonly looksLike: 'guid' }
  | { readonly anyFilled: readonly string[] };

/** One canonical row made of each source row that meets all conditions. */
export interface RowRule {
  readonly into: CanonicalTable;
  readonly when?: readonly Condition[];
  readonly columns: Readonly<Record<string, Source>>;
}

/** How a person says the cells of a column are to be read, where they do not tell it themselves or tell it wrongly. */
export interface ColumnChoice {
  readonly dates?: 'day-first' | 'month-first';
  readonly decimals?: 'point' | 'comma';
}

/** How a person says a text file is to be read, instead of what was found in it. */
export interface TextChoice {
  /** One of the encodings the importer knows. */
  readonly encoding?: string;
  readonly delimiter?: string;
  /** Letters that were decoded twice, such as "Ã¶" for "ö", are mended. Never done unasked: the cells may mean it. */
  readonly repair?: true;
}

/** Fields whose values are brought together under one name. */
export type GroupedField = 'channel' | 'segment';

/** What an opportunity's stage or status can mean. */
export type Outcome = 'open' | 'won' | 'lost';

/** One kind of file of a format, recognised by its headers, never by its name. */
export interface SourceTable {
  readonly name: string;
  /** All of these must be there, compared without case and by their labels. */
  readonly headers: readonly string[];
  /** At least one of these must be there too. */
  readonly oneOf?: readonly string[];
  /** None of these may be there: they tell a similar kind of file. */
  readonly without?: readonly string[];
  /** Columns that name a record: a second one of the same name is a duplicate, or a conflict where its content differs. Empty: records have no name. */
  readonly key: readonly string[];
  /** None: the file is known, and no figure needs it. */
  readonly rows: readonly RowRule[];
  /** Choices by header. */
  readonly readings?: Readonly<Record<string, ColumnChoice>>;
  readonly text?: TextChoice;
  /** Zone of this file's clock times, where it differs from the format's. */
  readonly timeZone?: string;
  /** Why nothing is made of such a file, and what to export instead, in the reader's words. */
  readonly note?: string;
}

/**
 * What figures of a format cannot show.
 * - `no_history`: one date a stage, so that a second entry into a stage is invisible;
 * - `lead_is_deal`: a lead becomes a deal in place, so that leads convert on the day of the deal and only leads still
 *   waiting count as unconverted.
 */
export type DatasetFlag = 'no_history' | 'lead_is_deal';

/** How one CRM's export, or one company's own table, maps to the canonical tables. Data only: this is also what a mapping file holds. */
export interface CrmFormat {
  readonly id: string;
  readonly label: string;
  /** Zone of clock times that carry no offset of their own; `report`: the zone of the report, where the file holds local times of its reader. */
  readonly timeZone: string;
  /** Zone of every day, week and month boundary, where the format fixes it. */
  readonly reportTimeZone?: string;
  /** Currency of amounts without one of their own. */
  readonly currency?: string;
  /** `won only`: the source knows an opportunity only once it is won, so neither joint can be measured by itself. */
  readonly opportunities: 'all' | 'won only';
  readonly flags?: readonly DatasetFlag[];
  /** Tried only on files that no other format fits: its headers are words that any export may use. */
  readonly fallback?: true;
  /** Cells that mean "no value", beside the empty cell. */
  readonly emptyValues: readonly string[];
  /** Words that open a line below the data, such as a copyright. With one of them, the short lines after the last row are no data. */
  readonly footer?: readonly string[];
  /** Lower-case status to meaning. */
  readonly statuses: Readonly<Record<string, StatusMeaning>>;
  /** Lower-case stage or status of an opportunity to outcome, beside those its tables know. */
  readonly outcomes?: Readonly<Record<string, Outcome>>;
  /** Value as written, by its `valueKey`, to the name it is counted under. Other values keep their own. */
  readonly groups?: Readonly<Partial<Record<GroupedField, Readonly<Record<string, string>>>>>;
  /**
   * Header to the same header in other words and languages; the first that a file has is read. `attributes › New Value` is
   * an entry of cells that pack several as a JSON object.
   */
  readonly labels?: Readonly<Record<string, readonly string[]>>;
  readonly tables: readonly SourceTable[];
}

/** The headers a source reads. */
export const columnsOfSource = (source: Source): readonly string[] => {
  if (typeof source === 'string') return [source];
  if ('either' in source) return source.either.flatMap(columnsOfSource);
  if ('constant' in source) return [];
  if ('wonOn' in source) return [source.wonOn, source.lostOn];
  if ('lost' in source) return [source.won, source.lost];
  if ('won' in source) return [source.won, source.closed];
  if ('firstOf' in source) return source.firstOf;
  if ('from' in source && source.from !== undefined) return [source.column, source.from];
  return [source.column];
};

/** The headers a condition reads. */
export const columnsOfCondition = (condition: Condition): readonly string[] =>
  'anyFilled' in condition ? condition.anyFilled : [condition.column];
