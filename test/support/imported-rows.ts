import { DataType, tableFromIPC } from 'apache-arrow';
import { canonicalTableNames, type CanonicalTable } from '../../src/domain/canonical.ts';
import type { Imported } from '../../src/ingest/import-files.ts';

const shown = (value: unknown, type: DataType): unknown => {
  if (DataType.isTimestamp(type)) return new Date(Number(value)).toISOString().replace('.000Z', 'Z');
  if (DataType.isDate(type)) return new Date(Number(value)).toISOString().slice(0, 10);
  return value;
};

/** The canonical rows of an import by table, in order; empty cells are left out. */
export const importedRows = (
  imported: Imported,
): Partial<Record<CanonicalTable, readonly Readonly<Record<string, unknown>>[]>> => {
  const rows: Partial<Record<CanonicalTable, Record<string, unknown>[]>> = {};
  for (const name of canonicalTableNames) {
    for (const { table, stream } of imported.streams) {
      if (table !== name) continue;
      const { batches, schema } = tableFromIPC(stream);
      for (const batch of batches) {
        for (let index = 0; index < batch.numRows; index += 1) {
          const cells = schema.fields.flatMap((field, column) => {
            const value: unknown = batch.getChildAt(column)?.get(index);
            return value === null || value === undefined
              ? []
              : [[field.name, shown(value, field.type)] as const];
          });
          (rows[name] ??= []).push(Object.fromEntries(cells));
        }
      }
    }
  }
  return rows;
};
