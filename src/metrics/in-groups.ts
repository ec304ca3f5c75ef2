/** Rows by a text of theirs, in the order of the texts; within one the rows keep their order. */
export const inGroups = <Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): readonly (readonly [name: string, rows: readonly Row[]])[] => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const own = groups.get(nameOf(row));
    if (own === undefined) groups.set(nameOf(row), [row]);
    else own.push(row);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
};

/** The sum of one number of each row; 0 without rows. */
export const totalOf = <Row>(rows: readonly Row[], pick: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + pick(row), 0);
