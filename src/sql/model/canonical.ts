import { canonicalTables, type CanonicalKind, type CanonicalTable } from '../../domain/canonical.ts';
import type { Sql } from '../sql.ts';

const typeOf: Readonly<Record<CanonicalKind, string>> = {
  text: 'TEXT',
  category: 'TEXT',
  instant: 'TIMESTAMP',
  day: 'DATE',
  number: 'DOUBLE',
  money: 'DOUBLE',
  flag: 'BOOLEAN',
};

/** Statement text made of the names above, never of data. */
export const statement = (text: string): Sql => ({ text, params: [] });

export const columnsOf = (table: CanonicalTable): readonly (readonly [string, CanonicalKind])[] =>
  Object.entries(canonicalTables[table]);

/** A column of a loaded part in the type its table has. */
export const cast = ([name, kind]: readonly [string, CanonicalKind]): string =>
  kind === 'flag' ? `coalesce(${name}, false) AS ${name}` : `${name}::${typeOf[kind]} AS ${name}`;

/** Some rows of a canonical table, in the order they were loaded in: those of one part, where all parts before it have `skipped`. */
export const canonicalRows = (table: CanonicalTable, rows: number, skipped: number): Sql =>
  statement(`SELECT * FROM ${table} LIMIT ${rows} OFFSET ${skipped}`);

/** Name of the table a loaded part waits in until all parts are there. */
export const partTable = (table: CanonicalTable, part: number): string => `part_${table}_${part}`;

/**
 * Makes a canonical table, or one of its shape under another name, of loaded parts in their order; without parts it is
 * empty. An unknown yes/no counts as no.
 */
export const canonicalTableStatements = (
  table: CanonicalTable,
  parts: readonly number[],
  name: string = table,
): readonly Sql[] => {
  const columns = columnsOf(table);
  if (parts.length === 0) {
    return [
      statement(
        `CREATE OR REPLACE TABLE ${name} (${columns.map(([column, kind]) => `${column} ${typeOf[kind]}`).join(', ')})`,
      ),
    ];
  }
  const selections = parts.map(
    (part) => `SELECT ${columns.map(cast).join(', ')} FROM ${partTable(table, part)}`,
  );
  return [
    statement(`CREATE OR REPLACE TABLE ${name} AS ${selections.join(' UNION ALL ')}`),
    ...dropParts(table, parts),
  ];
};

/** Lets go of loaded parts. */
export const dropParts = (table: CanonicalTable, parts: readonly number[]): readonly Sql[] =>
  parts.map((part) => statement(`DROP TABLE ${partTable(table, part)}`));
