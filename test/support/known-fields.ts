import { expect } from 'vitest';

/** Fails where a reference case lists a field that the test does not look at, so that none goes unchecked. */
export const expectOnlyFields = (object: object, fields: readonly string[]): void =>
  expect(fields).toEqual(expect.arrayContaining(Object.keys(object)));
