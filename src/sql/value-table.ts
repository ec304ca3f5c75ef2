import type { CellValue } from '../metrics/cell-value.ts';
import { join, sql, type Sql } from './sql.ts';

/** Values by channel and segment as a relation of `channel`, `segment` and `value_minor`. */
export const cellValues = (values: readonly CellValue[]): Sql =>
  values.length === 0
    ? sql`SELECT NULL::TEXT AS channel, NULL::TEXT AS segment, NULL::DOUBLE AS value_minor WHERE false`
    : sql`SELECT col0 AS channel, col1 AS segment, col2::DOUBLE AS value_minor FROM (VALUES ${join(
        values.map(
          ({ channel, segment, valueMinor }) => sql`(${channel}, ${segment}, ${valueMinor}::DOUBLE)`,
        ),
        ', ',
      )})`;
