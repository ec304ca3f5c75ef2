import type {
  ColumnKind,
  DocumentCell,
  DocumentColumn,
  DocumentRow,
  DocumentTable,
} from './review-document.ts';

/** A column whose cells are texts or numbers alone, in the units of `inUnit`. */
export interface ExportColumn {
  readonly label: string;
  readonly kind: Exclude<ColumnKind, 'rate'>;
}

/** A cell of it; null is empty. */
export type ExportCell = string | number | null;

/** A table without anything but texts and numbers, for spreadsheets and charts. */
export interface ExportTable {
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly ExportCell[])[];
}

const columnsOf = ({ label, kind }: DocumentColumn, currency: string | null): readonly ExportColumn[] => {
  if (kind === 'rate')
    return [
      { label, kind: 'share' },
      { label: `${label}: converted`, kind: 'people' },
      { label: `${label}: of`, kind: 'people' },
    ];
  const unit = kind === 'points' ? 'percentage points' : kind === 'money' ? currency : null;
  return [{ label: unit === null ? label : `${label} (${unit})`, kind }];
};

/** A number in the unit that a file tells it in: money in whole units, differences of shares in percentage points. */
export const inUnit = (value: number, kind: ColumnKind): number => {
  if (kind === 'money') return value / 100;
  return kind === 'points' ? value * 100 : value;
};

const cellsOf = ({ kind }: DocumentColumn, cell: DocumentCell): readonly ExportCell[] => {
  if (kind === 'rate')
    return cell === null || typeof cell !== 'object' ? [null, null, null] : [cell.rate, cell.k, cell.n];
  if (cell === null || typeof cell === 'object') return [null];
  return [typeof cell === 'number' ? inUnit(cell, kind) : cell];
};

/** A table as texts and numbers: a rate becomes its share, what converted, and of how many. The total is the last row. */
export const exportTable = (
  { columns, rows, total }: DocumentTable,
  currency: string | null,
): ExportTable => {
  const flat = (row: DocumentRow): readonly ExportCell[] =>
    columns.flatMap((column, index) => cellsOf(column, row[index] ?? null));
  return {
    columns: columns.flatMap((column) => columnsOf(column, currency)),
    rows: [...rows, ...(total === null ? [] : [total])].map(flat),
  };
};
