import type { ColumnSketch } from '../../ingest/ledger.ts';

/** A column of a file with its position and a name of its own: headers may repeat. */
export interface KeyedColumn extends ColumnSketch {
  readonly key: string;
  readonly position: number;
}

/** Names each column of a file; a header that comes again is numbered. */
export const keyedColumns = (columns: readonly ColumnSketch[]): readonly KeyedColumn[] => {
  const seen = new Map<string, number>();
  return columns.map((column, position) => {
    const times = seen.get(column.header) ?? 0;
    seen.set(column.header, times + 1);
    return { ...column, key: `${column.header} ${times}`, position };
  });
};
