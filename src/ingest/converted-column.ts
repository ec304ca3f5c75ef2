import type { CanonicalKind } from '../domain/canonical.ts';
import type { ZoneClock } from '../domain/time-zone.ts';
import type { CrmFormat } from '../crm/crm-format.ts';
import { noDay, noFlag, type ColumnData } from './column-data.ts';
import type { DateOrder } from './date-order.ts';
import type { DecimalMark } from './decimal-mark.ts';
import type { ColumnReading, ReasonCode } from './ledger.ts';

/** The clocks a file is read by, and what was decided of its columns over all files of its kind. */
export interface ReadingRules {
  readonly format: CrmFormat;
  readonly source: ZoneClock;
  readonly report: ZoneClock;
  readonly dateOrder: (column: string) => DateOrder;
  readonly decimalMark: (column: string) => DecimalMark;
}

/** Cells that say yes or no. */
export const truths: ReadonlyMap<string, number> = new Map([
  ['1', 1],
  ['true', 1],
  ['yes', 1],
  ['y', 1],
  ['0', 0],
  ['false', 0],
  ['no', 0],
  ['n', 0],
  ['ja', 1],
  ['sí', 1],
  ['si', 1],
  ['tak', 1],
  ['oui', 1],
  ['nej', 0],
  ['nein', 0],
  ['nie', 0],
  ['non', 0],
]);

/** A canonical column made of one source: its values, the days beside instants, and the cells that could not be read. */
export interface Converted {
  readonly data: ColumnData;
  readonly days: Int32Array | null;
  readonly problems: ReadonlyMap<number, ReasonCode>;
  readonly reading: Omit<ColumnReading, 'canonical' | 'source'>;
}

/** No cell was unreadable. */
export const noProblems: ReadonlyMap<number, ReasonCode> = new Map();

/** A column of which the file says nothing. */
export const absent = (kind: CanonicalKind, rows: number): ColumnData => {
  switch (kind) {
    case 'text':
      return {
        kind: 'text',
        bytes: new Uint8Array(0),
        offsets: new Int32Array(rows + 1),
        missing: new Uint8Array(rows).fill(1),
      };
    case 'category':
      return { kind: 'category', codes: new Int32Array(rows).fill(-1), values: [] };
    case 'instant':
      return { kind: 'instant', seconds: new Float64Array(rows).fill(Number.NaN) };
    case 'day':
      return { kind: 'day', days: new Int32Array(rows).fill(noDay) };
    case 'number':
    case 'money':
      return { kind: 'number', numbers: new Float64Array(rows).fill(Number.NaN) };
    case 'flag':
      return { kind: 'flag', flags: new Uint8Array(rows).fill(noFlag) };
  }
};

/** A column that says the same in every row. */
export const constantColumn = (value: string, kind: CanonicalKind, rows: number): ColumnData => {
  if (kind === 'flag') return { kind: 'flag', flags: new Uint8Array(rows).fill(truths.get(value) ?? noFlag) };
  if (kind === 'category') return { kind: 'category', codes: new Int32Array(rows), values: [value] };
  throw new RangeError(`A constant can fill a category or a yes/no column, not ${kind}.`);
};

/** How a column was read that needed no deciding. */
export const plainReading = (readAs: string, evidence: string, example = ''): Converted['reading'] => ({
  readAs,
  evidence,
  example,
});
