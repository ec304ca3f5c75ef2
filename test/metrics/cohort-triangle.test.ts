import { describe, expect, it } from 'vitest';
import { cohortTriangle } from '../../src/metrics/cohort-triangle.ts';

describe('cohorts by month and age', () => {
  const counts = [
    { month: 20_500, age: 30, size: 10, n: 10, k: 3 },
    { month: 20_500, age: 7, size: 10, n: 10, k: 1 },
    { month: 9_990, age: 7, size: 20, n: 6, k: 3 },
    { month: 9_990, age: 30, size: 20, n: 4, k: 2 },
  ];

  it('go from the oldest month on, and from the youngest age', () =>
    expect(cohortTriangle(counts).map(({ month, ages }) => [month, ages.map(({ age }) => age)])).toEqual([
      [9_990, [7, 30]],
      [20_500, [7, 30]],
    ]));

  it('are matured at an age once all are that old, and have no rate of fewer than five', () => {
    const [first, second] = cohortTriangle(counts);
    expect(second?.ages[1]).toMatchObject({ rate: { k: 3, n: 10, rate: 0.3 }, isMatured: true });
    expect(first).toMatchObject({
      size: 20,
      ages: [
        { rate: { k: 3, n: 6, rate: 0.5 }, isMatured: false },
        { rate: { k: 2, n: 4, rate: null }, isMatured: false },
      ],
    });
  });

  it('are none without a record', () => expect(cohortTriangle([])).toEqual([]));
});
