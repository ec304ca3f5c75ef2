import fc from 'fast-check';
import type { AgeCount } from '../../src/stats/aalen-johansen.ts';

/** Random histories of up to 40 ages, with up to `most` conversions, departures and last sightings at each. */
export const lifeTableOf = (most: number): fc.Arbitrary<readonly AgeCount[]> => {
  const count = fc.integer({ min: 0, max: most });
  return fc
    .uniqueArray(
      fc.record({
        age: fc.integer({ min: 0, max: 400 }),
        converted: count,
        left: count,
        censored: count,
      }),
      { selector: (entry) => entry.age, maxLength: 40 },
    )
    .map((entries) =>
      entries
        .map(({ age, converted, left, censored }) => ({
          age,
          converted,
          left,
          total: converted + left + censored,
        }))
        .filter(({ total }) => total > 0)
        .toSorted((a, b) => a.age - b.age),
    );
};

/** One row an age from ages and what happened at them: 1 converted, 2 left, anything else last seen open. */
export const ageCountsOf = (
  rows: readonly (readonly [age: number, event: number])[],
): readonly AgeCount[] => {
  const byAge = new Map<number, AgeCount>();
  for (const [age, event] of rows) {
    const { converted, left, total } = byAge.get(age) ?? { converted: 0, left: 0, total: 0 };
    byAge.set(age, {
      age,
      converted: converted + (event === 1 ? 1 : 0),
      left: left + (event === 2 ? 1 : 0),
      total: total + 1,
    });
  }
  return [...byAge.values()].toSorted((a, b) => a.age - b.age);
};
