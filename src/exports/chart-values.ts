import { inUnit } from './export-columns.ts';
import type { DocumentCell, DocumentChart, DocumentColumn, DocumentTable } from './review-document.ts';

/** One line, row of bars or axis of a chart; null where there is no value. */
export interface ChartSeries {
  readonly label: string;
  readonly kind: DocumentColumn['kind'];
  readonly values: readonly (number | null)[];
}

/** The numbers of a chart, in the order of the rows of its table. */
export interface ChartValues {
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
}

const valueOf = (cell: DocumentCell, kind: DocumentColumn['kind']): number | null => {
  if (cell === null || typeof cell === 'string') return null;
  if (typeof cell === 'object') return cell.rate;
  return inUnit(cell, kind);
};

/** What a chart draws of its table: rates as shares, the rest in the units of `inUnit`. */
export const chartValues = ({ columns, rows }: DocumentTable, chart: DocumentChart): ChartValues => ({
  categories: rows.map(([name]) => (typeof name === 'string' ? name : '')),
  series: chart.columns.flatMap((place) => {
    const column = columns[place];
    if (column === undefined) return [];
    const { label, kind } = column;
    return [{ label, kind, values: rows.map((row) => valueOf(row[place] ?? null, kind)) }];
  }),
});
