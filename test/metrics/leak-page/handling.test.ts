import { describe, expect, it } from 'vitest';
import { attemptsOf, quotedAttempts } from '../../../src/metrics/leak-page/attempts-per-lead.ts';
import { leakPageMetrics } from '../../../src/metrics/leak-page/leak-page-metrics.ts';
import { noShowsOf } from '../../../src/metrics/leak-page/no-shows.ts';

const tried = (attempts: number, handovers: number, is_ended = false) => ({ attempts, handovers, is_ended });

describe('how often a lead is tried before it is given up', () => {
  it('is a mean over the handovers that nothing ended', () => {
    const counts = [tried(0, 2), tried(1, 3), tried(4, 5), tried(9, 100, true)];
    expect(attemptsOf(counts, 6)).toMatchObject({ handovers: 110, givenUp: 10, mean: 2.3 });
  });

  it('has every given up lead in one bucket, the last at the promise', () => {
    const counts = [0, 1, 2, 3, 5, 6, 12].map((attempts) => tried(attempts, 1));
    expect(attemptsOf(counts, 6).buckets.map(({ from, to, share }) => [from, to, share.k, share.n])).toEqual([
      [0, 0, 1, 7],
      [1, 1, 1, 7],
      [2, 2, 1, 7],
      [3, 5, 2, 7],
      [6, null, 2, 7],
    ]);
  });

  it.each([
    [
      1,
      [
        [0, 0],
        [1, null],
      ],
    ],
    [
      2,
      [
        [0, 0],
        [1, 1],
        [2, null],
      ],
    ],
    [
      3,
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, null],
      ],
    ],
    [
      4,
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 3],
        [4, null],
      ],
    ],
  ])('is bucketed without a hole or an overlap below a promise of %i', (promised, bounds) =>
    expect(attemptsOf([], promised).buckets.map(({ from, to }) => [from, to])).toEqual(bounds),
  );

  it('has no mean where nobody was given up', () =>
    expect(attemptsOf([tried(3, 5, true)], 6)).toMatchObject({ handovers: 5, givenUp: 0, mean: null }));

  it('is held against a figure from elsewhere', () => expect(quotedAttempts).toBe(1.3));
});

describe('missed meetings', () => {
  it('are a share of all, with what became of them', () => {
    const counts = { held: 30, missed: 10, rebooked: 6, rebooked_converted: 3, dropped_converted: 1 };
    expect(noShowsOf([counts, { ...counts, held: 20 }])).toMatchObject({
      held: 50,
      missed: { k: 20, n: 70 },
      rebooked: { k: 12, n: 20 },
      convertedAfter: { k: 6, n: 12 },
      convertedWithout: { k: 2, n: 8 },
    });
  });

  it('are none of none without meetings', () =>
    expect(noShowsOf([])).toMatchObject({ held: 0, missed: { k: 0, n: 0, rate: null } }));
});

it('the numbers of the page each have a name of their own', () => {
  const ids = Object.values(leakPageMetrics).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
