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

/** Name of the table a loaded part of a history waits in until it is merged. */
export const partTable = (table: CanonicalTable, part: number): string => `part_${table}_${part}`;

/** Name of the table in which rows wait until those of all tables are loaded. */
export const waitingTable = (table: CanonicalTable): string => `waiting_${table}`;

const emptyTable = (table: CanonicalTable, name: string): Sql =>
  statement(
    `CREATE OR REPLACE TABLE ${name} (${columnsOf(table)
      .map(([column, kind]) => `${column} ${typeOf[kind]}`)
      .join(', ')})`,
  );

/**
 * Makes a table of the shape of a canonical one, under a name, of loaded parts in their order; without parts it is
 * empty. An unknown yes/no counts as no.
 */
export const tableOfParts = (
  table: CanonicalTable,
  parts: readonly number[],
  name: string,
): readonly Sql[] => {
  if (parts.length === 0) return [emptyTable(table, name)];
  const columns = columnsOf(table);
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

/** Makes loaded rows ready: they have every column of their table, and an unknown yes/no counts as no. */
export const waitingStatements = (table: CanonicalTable): readonly Sql[] => {
  const columns = columnsOf(table);
  const waiting = waitingTable(table);
  return [
    statement(`SELECT ${columns.map(([name]) => name).join(', ')} FROM ${waiting} LIMIT 0`),
    ...columns
      .filter(([, kind]) => kind === 'flag')
      .map(([flag]) => statement(`UPDATE ${waiting} SET ${flag} = false WHERE ${flag} IS NULL`)),
  ];
};

/** Puts what was loaded in the place of a canonical table, without a copy; empty where nothing was loaded. */
export const placeStatements = (table: CanonicalTable, isLoaded: boolean): readonly Sql[] =>
  isLoaded
    ? [
        statement(`DROP TABLE IF EXISTS ${table}`),
        statement(`ALTER TABLE ${waitingTable(table)} RENAME TO ${table}`),
      ]
    : [emptyTable(table, table)];
