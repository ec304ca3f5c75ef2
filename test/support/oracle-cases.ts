import { expect } from 'vitest';
import { hasOracle, readOracle } from './oracle.ts';

interface OracleFile<Case> {
  readonly tolerance_abs: number;
  readonly cases: readonly Case[];
}

/** A file of reference cases; no cases where the folder is missing. */
export const oracleFile = <Case>(name: string): OracleFile<Case> =>
  hasOracle ? (JSON.parse(readOracle(name)) as OracleFile<Case>) : { tolerance_abs: 0, cases: [] };

/** Whether a number is there and within the tolerance of the one expected; where none is expected, whether there is none. */
export const expectNear = (
  tolerance: number,
  what: string,
  found: number | null | undefined,
  expected: number | null,
): void => {
  if (expected === null) expect(found, what).toBeNull();
  else expect(Math.abs((found ?? Number.NaN) - expected), what).toBeLessThanOrEqual(tolerance);
};

/** Fails where a case lists a field that the test does not look at, so that none goes unchecked. */
export const expectOnlyFields = (object: object, fields: readonly string[]): void =>
  expect(fields).toEqual(expect.arrayContaining(Object.keys(object)));
