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

const cast = ([name, kind]: readonly [string, CanonicalKind]): string =>
  kind === 'flag' ? `coalesce(${name}, false) AS ${name}` : `${name}::${typeOf[kind]} AS ${name}`;

/** All rows of a canonical table, in the order and types in which it is kept. */
export const canonicalRows = (table: CanonicalTable): Sql => statement(`SELECT * FROM ${table}`);

/** Name of the table a loaded part waits in until all parts are there. */
export const partTable = (table: CanonicalTable, part: number): string => `part_${table}_${part}`;

/** Makes a canonical table of its loaded parts, in their order; without parts it is empty. An unknown yes/no counts as no. */
export const canonicalTableStatements = (table: CanonicalTable, parts: readonly number[]): readonly Sql[] => {
  const columns = columnsOf(table);
  if (parts.length === 0) {
    return [
      statement(
        `CREATE OR REPLACE TABLE ${table} (${columns.map(([name, kind]) => `${name} ${typeOf[kind]}`).join(', ')})`,
      ),
    ];
  }
  const selections = parts.map(
    (part) => `SELECT ${columns.map(cast).join(', ')} FROM ${partTable(table, part)}`,
  );
  return [
    statement(`CREATE OR REPLACE TABLE ${table} AS ${selections.join(' UNION ALL ')}`),
    ...parts.map((part) => statement(`DROP TABLE ${partTable(table, part)}`)),
  ];
};
