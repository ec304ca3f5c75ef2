import type { CrmFormat, SourceTable } from './crm-format.ts';

/** A file's format and the kind of file within it. */
export interface Recognised {
  readonly format: CrmFormat;
  readonly table: SourceTable;
}

/** Headers are compared without case and without surrounding space. */
export const headerKey = (header: string): string => header.trim().toLowerCase();

/** The kind of file whose required headers are all there; of several, the one that asks for most. Null where none fits. */
export const recognise = (headers: readonly string[], formats: readonly CrmFormat[]): Recognised | null => {
  const present = new Set(headers.map(headerKey));
  const fitting = formats.flatMap((format) =>
    format.tables
      .filter((table) => table.headers.every((header) => present.has(headerKey(header))))
      .map((table) => ({ format, table })),
  );
  return fitting.toSorted((a, b) => b.table.headers.length - a.table.headers.length)[0] ?? null;
};
