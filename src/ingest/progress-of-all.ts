import type { ImportProgress } from './read-file.ts';

/**
 * Makes of the progress of each table that of the whole import: rows and bytes of all. `sizes` are the bytes of the
 * tables in the order they are read; a table counts for its size, however long its text is once it is decoded.
 */
export const progressOfAll = (
  sizes: readonly number[],
  report: (progress: ImportProgress) => void,
): ((table: number) => (progress: ImportProgress) => void) => {
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0);
  const rows = sizes.map(() => 0);
  return (table) => {
    const before = sizes.slice(0, table).reduce((sum, size) => sum + size, 0);
    return (progress) => {
      rows[table] = progress.rows;
      const share = progress.totalBytes === 0 ? 1 : progress.bytes / progress.totalBytes;
      report({
        file: progress.file,
        rows: rows.reduce((sum, count) => sum + count, 0),
        bytes: before + Math.round((sizes[table] ?? 0) * share),
        totalBytes,
      });
    };
  };
};
