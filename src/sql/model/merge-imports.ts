import { recordKeys, type CanonicalTable } from '../../domain/canonical.ts';
import { question } from '../question.ts';
import { number } from '../row-spec.ts';
import type { Sql } from '../sql.ts';
import { canonicalTableStatements, cast, columnsOf, dropParts, partTable, statement } from './canonical.ts';

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

/** What one export did to the history, by table, in rows. `missing`: known before, and not in this export. */
export const mergeCounts = {
  arrived: number,
  added: number,
  repeated: number,
  missing: number,
};

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
  canonicalTableStatements(table, parts, merged(table));

/** Lays out the rows of the next export; `known` has one entry a part. */
export const arrivingStatements = (table: CanonicalTable, known: readonly Known[]): readonly Sql[] => [
  statement(
    `CREATE OR REPLACE TABLE ${arriving(table)} AS ${known.map((columns, part) => arrivingRows(table, part, columns)).join(' UNION ALL ')}`,
  ),
  ...dropParts(table, [...known.keys()]),
];

/** Counts what the next export is about to do. */
export const countArriving = (table: CanonicalTable) => {
  const [next, soFar, key] = [arriving(table), merged(table), recordKeys[table]];
  const arrived = `(SELECT count(*) FROM ${next})::DOUBLE AS arrived`;
  if (key === undefined) {
    const added = `(SELECT count(*) FROM (SELECT * FROM ${next} EXCEPT ALL SELECT * FROM ${soFar}))::DOUBLE`;
    return question(
      statement(
        `SELECT arrived, added, arrived - added AS repeated, 0::DOUBLE AS missing FROM (SELECT ${arrived}, ${added} AS added)`,
      ),
      mergeCounts,
    );
  }
  const nameless = `SELECT * FROM ${next} WHERE ${key[0]} IS NULL EXCEPT ALL SELECT * FROM ${soFar} WHERE ${key[0]} IS NULL`;
  return question(
    statement(`SELECT ${arrived},
        (SELECT count(*) FROM (SELECT * FROM ${next} INTERSECT ALL SELECT * FROM ${soFar}))::DOUBLE AS repeated,
        (SELECT count(*) FROM ${next} n ANTI JOIN ${soFar} o ON ${sameRecord(key)} WHERE n.${key[0]} IS NOT NULL)::DOUBLE
          + (SELECT count(*) FROM (${nameless}))::DOUBLE AS added,
        (SELECT count(*) FROM ${soFar} o ANTI JOIN ${next} n ON ${sameRecord(key)} WHERE o.${key[0]} IS NOT NULL)::DOUBLE AS missing`),
    mergeCounts,
  );
};

/** Takes the next export into the history. */
export const mergeStatements = (table: CanonicalTable): readonly Sql[] => {
  const [next, soFar, key] = [arriving(table), merged(table), recordKeys[table]];
  const drop = statement(`DROP TABLE ${next}`);
  if (key === undefined)
    return [statement(`INSERT INTO ${soFar} SELECT * FROM ${next} EXCEPT ALL SELECT * FROM ${soFar}`), drop];
  return [
    statement(`CREATE OR REPLACE TABLE ${soFar} AS
      SELECT * FROM ${soFar} o ANTI JOIN ${next} n ON ${sameRecord(key)}
      UNION ALL SELECT * FROM ${next} WHERE ${key[0]} IS NOT NULL
      UNION ALL (SELECT * FROM ${next} WHERE ${key[0]} IS NULL EXCEPT ALL SELECT * FROM ${soFar} WHERE ${key[0]} IS NULL)`),
    drop,
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
