import type { ReactNode } from 'react';

/** A number with its words, or words alone; null is no value. */
export type ChartCell = string | { readonly value: number; readonly text: string } | null;

/** The head of a column; the first column, the names of the rows, is not among them. */
export interface ChartColumn {
  readonly label: string;
  readonly isNumber: boolean;
}

/** A row: its name and one cell a column. */
export interface ChartRow {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly ChartCell[];
}

/** The numbers of a chart as rows. */
export interface ChartTableData {
  readonly caption: string;
  readonly rowTitle: string;
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly ChartRow[];
}

/** The table twin of a chart. Numbers stand in `<data>`, so that what is drawn can be compared with what is written. */
export function ChartTable(data: ChartTableData) {
  const { caption, rowTitle, columns, rows } = withoutEmptyColumns(data);
  return (
    <section className="table-scroll" aria-label={caption} tabIndex={0}>
      <table className="table chart-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{rowTitle}</th>
            {columns.map(({ label, isNumber }) => (
              <th key={label} scope="col" className={isNumber ? 'right' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, cells }) => (
            <tr key={key}>
              <th scope="row">
                <bdi>{label}</bdi>
              </th>
              {columns.map((column, index) => (
                <td key={column.label} className={column.isNumber ? 'right' : undefined}>
                  <CellWords cell={cells[index] ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The table twin, or nothing where there is not one row. */
export function twinTable(data: ChartTableData): ReactNode {
  return data.rows.length === 0 ? null : <ChartTable {...data} />;
}

function CellWords({ cell }: { readonly cell: ChartCell }) {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  return <data value={cell.value}>{cell.text}</data>;
}

/** A number as a cell, or no value. */
export function numberCell(value: number | null, format: (value: number) => string): ChartCell {
  return value === null ? null : { value, text: format(value) };
}

/** The table without the columns in which no row has a value. */
export function withoutEmptyColumns(data: ChartTableData): ChartTableData {
  const used = data.columns.map((_, index) => data.rows.some(({ cells }) => (cells[index] ?? null) !== null));
  return {
    ...data,
    columns: data.columns.filter((_, index) => used[index]),
    rows: data.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => used[index]) })),
  };
}
