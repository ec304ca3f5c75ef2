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

/** Name of the table in which rows wait until those of all tables are loaded. */
export const waitingTable = (table: CanonicalTable): string => `waiting_${table}`;

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
export const canonicalTableStatements = (table: CanonicalTable, isLoaded: boolean): readonly Sql[] =>
  isLoaded
    ? [
        statement(`DROP TABLE IF EXISTS ${table}`),
        statement(`ALTER TABLE ${waitingTable(table)} RENAME TO ${table}`),
      ]
    : [
        statement(
          `CREATE OR REPLACE TABLE ${table} (${columnsOf(table)
            .map(([name, kind]) => `${name} ${typeOf[kind]}`)
            .join(', ')})`,
        ),
      ];
