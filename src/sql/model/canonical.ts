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

const statement = (text: string): Sql => ({ text, params: [] });

const columnsOf = (table: CanonicalTable): readonly (readonly [string, CanonicalKind])[] =>
  Object.entries(canonicalTables[table]);

/** All rows of a canonical table, in the order and types in which it is kept. */
export const canonicalRows = (table: CanonicalTable): Sql => statement(`SELECT * FROM ${table}`);

/** Name of the table a loaded part waits in until all parts are there. */
export const partTable = (table: CanonicalTable, part: number): string => `part_${table}_${part}`;

/**
 * Makes a part just loaded ready: it has every column of its table, an unknown yes/no counts as no, and its rows stand
 * behind those of the first part.
 */
export const partStatements = (table: CanonicalTable, part: number): readonly Sql[] => {
  const columns = columnsOf(table);
  const names = columns.map(([name]) => name).join(', ');
  const name = partTable(table, part);
  const ready = [
    statement(`SELECT ${names} FROM ${name} LIMIT 0`),
    ...columns
      .filter(([, kind]) => kind === 'flag')
      .map(([flag]) => statement(`UPDATE ${name} SET ${flag} = false WHERE ${flag} IS NULL`)),
  ];
  if (part === 0) return ready;
  return [
    ...ready,
    statement(`INSERT INTO ${partTable(table, 0)} (${names}) SELECT ${names} FROM ${name}`),
    statement(`DROP TABLE ${name}`),
  ];
};

/** Puts what was loaded in the place of a canonical table, without a copy; empty where nothing was loaded. */
export const canonicalTableStatements = (table: CanonicalTable, isLoaded: boolean): readonly Sql[] =>
  isLoaded
    ? [
        statement(`DROP TABLE IF EXISTS ${table}`),
        statement(`ALTER TABLE ${partTable(table, 0)} RENAME TO ${table}`),
      ]
    : [
        statement(
          `CREATE OR REPLACE TABLE ${table} (${columnsOf(table)
            .map(([name, kind]) => `${name} ${typeOf[kind]}`)
            .join(', ')})`,
        ),
      ];
