import { dimensions, type Dimension } from '../domain/dimension.ts';
import type { Filter } from '../domain/filter.ts';
import { join, sql, type Sql } from './sql.ts';

/** The columns of the fact tables that dimensions stand for. The only place where a dimension becomes statement text. */
const columns: Readonly<Record<Dimension, Sql>> = {
  channel: sql`channel`,
  segment: sql`segment`,
  owner: sql`owner`,
  campaign: sql`campaign`,
};

export const columnOf = (dimension: Dimension): Sql => columns[dimension];

const oneOf = (column: Sql, values: readonly string[]): Sql =>
  sql`${column} IN (${join(
    values.map((value) => sql`${value}`),
    ', ',
  )})`;

/** A filter as a condition on a fact table whose cohort is named by `day`. Always at least `true`. */
export const where = (filter: Filter, day: Sql): Sql =>
  join(
    [
      sql`true`,
      ...(filter.from === null ? [] : [sql`${day} >= ${filter.from}::DATE`]),
      ...(filter.to === null ? [] : [sql`${day} <= ${filter.to}::DATE`]),
      ...dimensions.flatMap((dimension) => {
        const values = filter.values[dimension] ?? [];
        return values.length === 0 ? [] : [oneOf(columns[dimension], values)];
      }),
    ],
    ' AND ',
  );
