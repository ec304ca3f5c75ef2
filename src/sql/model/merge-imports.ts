import { recordKeys, type CanonicalTable } from '../../domain/canonical.ts';
import { question } from '../question.ts';
import { number } from '../row-spec.ts';
import type { Sql } from '../sql.ts';
import { tableOfParts, cast, columnsOf, dropParts, partTable, statement } from './canonical.ts';

/**
 * Several exports become one history, one export after the other, in the order in which they were known.
 *
 * - A record takes what the newest export that names it says, column by column. An emptied cell is empty from then on. A
 *   column that a file lacks says nothing: what earlier exports knew of it stays.
 * - A record that a later export no longer names stays: CRMs forget.
 * - Events and links are only ever added to. What is there already, in every column, is not added again: an event that an
 *   export holds n times is there n times, however many exports hold it.
 *
 * `merged_…` is the history so far, aside of the tables on show; `arriving_…` is the export that comes next.
 */
const merged = (table: CanonicalTable): string => `merged_${table}`;
const arriving = (table: CanonicalTable): string => `arriving_${table}`;

const sameRecord = (key: readonly string[]): string =>
  key
    .map((column, index) => `n.${column} ${index === 0 ? '=' : 'IS NOT DISTINCT FROM'} o.${column}`)
    .join(' AND ');

/** The columns a part's file speaks of; null where it speaks of all. */
type Known = ReadonlySet<string> | null;

const arrivingRows = (table: CanonicalTable, part: number, known: Known): string => {
  const columns = columnsOf(table);
  const key = recordKeys[table];
  const rows = `SELECT ${columns.map(cast).join(', ')} FROM ${partTable(table, part)}`;
  if (key === undefined || known === null || columns.every(([name]) => known.has(name))) return rows;
  const cells = columns.map(([name, kind]) => {
    if (known.has(name) || key.includes(name)) return `n.${name}`;
    return kind === 'flag' ? `coalesce(o.${name}, false) AS ${name}` : `o.${name}`;
  });
  return `SELECT ${cells.join(', ')} FROM (${rows}) n LEFT JOIN (SELECT DISTINCT ON (${key.join(', ')}) * FROM ${merged(table)}) o ON ${sameRecord(key)}`;
};

/** Starts the history with the first export, or with nothing. */
export const startHistory = (table: CanonicalTable, parts: readonly number[]): readonly Sql[] =>
  tableOfParts(table, parts, merged(table));

/** Lays out the rows of the next export; `known` has one entry a part. */
export const arrivingStatements = (table: CanonicalTable, known: readonly Known[]): readonly Sql[] => [
  statement(
    `CREATE OR REPLACE TABLE ${arriving(table)} AS ${known.map((columns, part) => arrivingRows(table, part, columns)).join(' UNION ALL ')}`,
  ),
  ...dropParts(table, [...known.keys()]),
];

/** Rows that the next export has. */
export const countArriving = (table: CanonicalTable) =>
  question(statement(`SELECT count(*)::DOUBLE AS rows FROM ${arriving(table)}`), { rows: number });

/** Leaves of the next export's events, and of its records without a name, only those that are not known yet. */
export const dropKnownEvents = (table: CanonicalTable): readonly Sql[] => {
  const [next, soFar, key] = [arriving(table), merged(table), recordKeys[table]];
  const rows =
    key === undefined
      ? `SELECT * FROM ${next} EXCEPT ALL SELECT * FROM ${soFar}`
      : `SELECT * FROM ${next} WHERE ${key[0]} IS NOT NULL UNION ALL
         (SELECT * FROM ${next} WHERE ${key[0]} IS NULL EXCEPT ALL SELECT * FROM ${soFar} WHERE ${key[0]} IS NULL)`;
  return [statement(`CREATE OR REPLACE TABLE ${next} AS ${rows}`)];
};

/** What the records of the next export say of those known: new, and the same in every column; and those it does not name. */
export const compareRecords = (table: CanonicalTable, key: readonly [string, ...string[]]) => {
  const [next, soFar] = [arriving(table), merged(table)];
  const sameRow = columnsOf(table).map(([name]) => `n.${name} IS NOT DISTINCT FROM o.${name}`);
  return question(
    statement(`SELECT
        (SELECT count(*) FROM ${next} WHERE ${key[0]} IS NULL)::DOUBLE
          + (SELECT count(*) FROM ${next} n ANTI JOIN ${soFar} o ON ${sameRecord(key)} WHERE n.${key[0]} IS NOT NULL)::DOUBLE AS added,
        (SELECT count(*) FROM ${next} n SEMI JOIN ${soFar} o ON ${sameRow.join(' AND ')} WHERE n.${key[0]} IS NOT NULL)::DOUBLE AS same,
        (SELECT count(*) FROM ${soFar} o ANTI JOIN ${next} n ON ${sameRecord(key)} WHERE o.${key[0]} IS NOT NULL)::DOUBLE AS missing`),
    { added: number, same: number, missing: number },
  );
};

/** Takes what is left of the next export into the history: its records in place of their earlier versions, its events in addition. */
export const mergeStatements = (table: CanonicalTable): readonly Sql[] => {
  const [next, soFar, key] = [arriving(table), merged(table), recordKeys[table]];
  return [
    ...(key === undefined
      ? []
      : [
          statement(
            `CREATE OR REPLACE TABLE ${soFar} AS SELECT * FROM ${soFar} o ANTI JOIN ${next} n ON ${sameRecord(key)}`,
          ),
        ]),
    statement(`INSERT INTO ${soFar} SELECT * FROM ${next}`),
    statement(`DROP TABLE ${next}`),
  ];
};

/** Puts the history on show. */
export const showHistory = (table: CanonicalTable): readonly Sql[] => [
  statement(`CREATE OR REPLACE TABLE ${table} AS SELECT * FROM ${merged(table)}`),
];

/** Lets go of the history aside, however far it came. */
export const dropHistory = (table: CanonicalTable): readonly Sql[] => [
  statement(`DROP TABLE IF EXISTS ${merged(table)}`),
  statement(`DROP TABLE IF EXISTS ${arriving(table)}`),
];
