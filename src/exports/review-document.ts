import type { Rate } from '../domain/rate.ts';

/**
 * What the cells of a column are. Money is minor units of the document's currency; a share, and the difference of two in
 * `points`, is a fraction of 1.
 */
export type ColumnKind = 'text' | 'people' | 'number' | 'share' | 'points' | 'money' | 'rate';

/** One column of a table; `people` counts leads, opportunities or deals. */
export interface DocumentColumn {
  readonly label: string;
  readonly kind: ColumnKind;
  /** Place of the column that counts the people this one is about; without it, all columns of people are. */
  readonly about?: number | undefined;
}

/** A text, a number in the unit of its column, a rate with its counts, or nothing. */
export type DocumentCell = string | number | Rate | null;

/** One row, as many cells as there are columns. */
export type DocumentRow = readonly DocumentCell[];

/**
 * A table to take along. The first column names the row. Rows are groups, which can be pooled where they are small, or
 * periods and measures, which keep their place.
 */
export interface DocumentTable {
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly DocumentRow[];
  /** All rows together; null where they do not add up. */
  readonly total: DocumentRow | null;
  readonly rowsAre: 'groups' | 'places';
}

/**
 * A picture of the columns of the same table, by their places, so that it cannot tell other numbers: a line or bar for
 * each column, or the first column across and the second upwards. The total is never drawn.
 */
export interface DocumentChart {
  readonly kind: 'line' | 'bar' | 'scatter';
  readonly columns: readonly number[];
}

/** One question with its answer and its proof. */
export interface DocumentBlock {
  readonly question: string;
  readonly answer: string;
  /** Measure, unit, period and n. */
  readonly definition: string;
  readonly notes: readonly string[];
  readonly table: DocumentTable | null;
  /** Null also where there is no table. */
  readonly chart: DocumentChart | null;
  /** Tells of single records, or of fewer than five people in words, so it stays out of what holds aggregates only. */
  readonly namesRecords: boolean;
}

/** One sentence that stands before the blocks. */
export interface DocumentSentence {
  readonly text: string;
  /** As of a block. */
  readonly namesRecords: boolean;
}

/** A page as plain data: everything that can be taken along is written from it. */
export interface ReviewDocument {
  readonly title: string;
  readonly summary: readonly DocumentSentence[];
  readonly asOf: string;
  readonly definitionLabel: string;
  readonly currency: string | null;
  readonly blocks: readonly DocumentBlock[];
}
