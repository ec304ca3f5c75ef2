import { slaGrid } from '../domain/sla-grid.ts';
import { sql, type Sql } from './sql.ts';

const [z0, z1, z2, z3, z4, z5, z6, z7] = slaGrid.responseMinutes;

/** How many promises of the grid lie below a number of minutes; null of a null. */
export const placesBelow = (minutes: Sql): Sql =>
  sql`(${minutes} > ${z0})::INTEGER + (${minutes} > ${z1})::INTEGER + (${minutes} > ${z2})::INTEGER + (${minutes} > ${z3})::INTEGER
    + (${minutes} > ${z4})::INTEGER + (${minutes} > ${z5})::INTEGER + (${minutes} > ${z6})::INTEGER + (${minutes} > ${z7})::INTEGER`;
