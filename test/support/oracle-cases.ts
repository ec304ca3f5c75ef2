import { expect } from 'vitest';
import { hasOracle, readOracle } from './oracle.ts';

/** The cases of a reference file and its absolute tolerance. */
export interface OracleCases<Case> {
  readonly cases: readonly Case[];
  readonly tolerance: number;
}

/** A reference file as its caller describes its cases; none where the folder is missing. */
export const oracleCases = (name: string): OracleCases<unknown> => {
  if (!hasOracle) return { cases: [], tolerance: 0 };
  const file = JSON.parse(readOracle(name)) as {
    readonly cases: readonly unknown[];
    readonly tolerance_abs?: number;
  };
  return { cases: file.cases, tolerance: file.tolerance_abs ?? 0 };
};

/** The figure found is the expected one to the tolerance, and undefined exactly where that one is. */
export const expectWithin = (
  tolerance: number,
  found: number | null | undefined,
  expected: number | null,
): void => {
  if (expected === null) {
    expect(found ?? null).toBeNull();
    return;
  }
  const error = Math.abs((found ?? Number.NaN) - expected);
  expect(error, `${found} for ${expected}`).toBeLessThanOrEqual(tolerance);
};
