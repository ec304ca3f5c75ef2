import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/local-date.ts';
import { snapshotChange, type CohortCount, type CohortWeek } from '../../src/metrics/snapshot-change.ts';

const first = '2026-06-01';

/** Weeks in a row, each as converted of started. */
const counted = (
  asOf: string,
  weeks: readonly (readonly [k: number, n: number])[],
  definition = 'v1',
  from = first,
): CohortCount => ({
  asOf,
  definition,
  weeks: weeks.map(([k, n], index): CohortWeek => ({ start: addDays(from, 7 * index), k, n })),
});

const monday = '2026-06-22';
const nextMonday = '2026-06-29';

/** Three weeks, 124 of 1,000 when it was said. */
const said = counted(monday, [
  [50, 400],
  [44, 300],
  [30, 300],
]);
/** One lead more was entered for the first week, converted before the Monday. */
const entered = counted(monday, [
  [51, 401],
  [44, 300],
  [30, 300],
]);
const today = counted(nextMonday, [
  [52, 401],
  [46, 300],
  [34, 300],
  [10, 250],
]);

const partsOf = (change: ReturnType<typeof snapshotChange>) =>
  Object.fromEntries((change?.parts ?? []).map((part) => [part.cause, part.change]));

describe('a rate that is another one than was said', () => {
  it('is split into what was entered late and what matured, of the same weeks', () => {
    const change = snapshotChange(said, today, { thenDefinition: null, nowDefinition: entered }, 13);
    expect(change).toMatchObject({
      from: first,
      to: '2026-06-15',
      thenAsOf: monday,
      nowAsOf: nextMonday,
      said: { k: 124, n: 1000, rate: 0.124 },
      now: { k: 132, n: 1001 },
    });
    expect(partsOf(change)).toEqual({
      lateEntry: 125 / 1001 - 0.124,
      matured: 132 / 1001 - 125 / 1001,
    });
  });

  it('is split from another agreement, where the records can be counted by both', () => {
    const redefined = counted(
      monday,
      [
        [40, 300],
        [40, 280],
        [20, 220],
      ],
      'v2',
    );
    const now = { ...today, definition: 'v2' };
    const change = snapshotChange(said, now, { thenDefinition: entered, nowDefinition: redefined }, 13);
    expect(partsOf(change)).toEqual({
      lateEntry: 125 / 1001 - 0.124,
      definition: 100 / 800 - 125 / 1001,
      matured: 132 / 1001 - 100 / 800,
    });
  });

  it('does not tell the agreement from late entries where only one can be counted', () => {
    const now = { ...today, definition: 'v2' };
    const change = snapshotChange(said, now, { thenDefinition: null, nowDefinition: entered }, 13);
    expect(Object.keys(partsOf(change))).toEqual(['lateEntryOrDefinition', 'matured']);
  });

  it('is not split without the records', () =>
    expect(partsOf(snapshotChange(said, today, null, 13))).toEqual({ unsplit: 132 / 1001 - 0.124 }));

  it('is taken over the last weeks alone', () =>
    expect(snapshotChange(said, today, null, 2)).toMatchObject({
      from: '2026-06-08',
      said: { k: 74, n: 600 },
      now: { k: 80, n: 600 },
    }));

  it('leaves out a week that one of the counts lacks', () => {
    const gap = { ...today, weeks: today.weeks.filter(({ start }) => start !== '2026-06-08') };
    expect(snapshotChange(said, gap, null, 13)).toMatchObject({ said: { n: 700 }, now: { n: 701 } });
    const recount = { thenDefinition: null, nowDefinition: { ...entered, weeks: entered.weeks.slice(1) } };
    expect(snapshotChange(said, today, recount, 13)?.from).toBe('2026-06-08');
  });

  it.each([
    ['no week is in both', counted(nextMonday, [[1, 10]], 'v1', '2026-07-06')],
    ['there is no week', counted(nextMonday, [])],
    [
      'the weeks are empty',
      counted(nextMonday, [
        [0, 0],
        [0, 0],
        [0, 0],
      ]),
    ],
  ])('is not told where %s', (_, now) => expect(snapshotChange(said, now, null, 13)).toBeNull());

  it('has parts that add up to it, whatever the counts', () => {
    const week = fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 500 }));
    const weeks = fc.array(week, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(weeks, weeks, weeks, weeks, fc.boolean(), (a, b, c, d, isSame) => {
        const change = snapshotChange(
          counted(monday, a),
          counted(nextMonday, d, isSame ? 'v1' : 'v2'),
          { thenDefinition: counted(monday, b), nowDefinition: counted(monday, c) },
          13,
        );
        if (change === null) throw new Error('Nothing to tell.');
        const sum = change.parts.reduce((total, part) => total + part.change, 0);
        expect(change.said.rate + sum).toBeCloseTo(change.now.rate, 9);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe('a real change', () => {
  const recount = { thenDefinition: null, nowDefinition: entered };

  it('is looked for in the new weeks, against those that were as young then', () =>
    expect(snapshotChange(said, today, recount, 13)?.newWeeks).toMatchObject({
      before: { k: 30, n: 300 },
      after: { k: 10, n: 250 },
      verdict: 'probably',
      direction: 'down',
      difference: 10 / 250 - 30 / 300,
    }));

  it('is taken over as many weeks as have passed, and no more than the rate', () => {
    const later = counted('2026-07-13', [
      [52, 401],
      [46, 300],
      [34, 300],
      [30, 250],
      [20, 250],
      [10, 250],
    ]);
    expect(snapshotChange(said, later, null, 2)?.newWeeks).toMatchObject({
      before: { k: 74, n: 600 },
      after: { k: 30, n: 500 },
    });
    expect(snapshotChange(said, later, null, 13)?.newWeeks).toMatchObject({
      before: { k: 124, n: 1000 },
      after: { k: 60, n: 750 },
    });
  });

  it('is not looked for where ages differ, no time has passed, or another agreement counted then', () => {
    const tuesday = { ...today, asOf: '2026-06-30' };
    expect(snapshotChange(said, tuesday, null, 13)?.newWeeks).toBeNull();
    expect(snapshotChange(said, { ...today, asOf: monday }, null, 13)?.newWeeks).toBeNull();
    expect(snapshotChange(said, { ...today, definition: 'v2' }, null, 13)?.newWeeks).toBeNull();
    expect(snapshotChange(said, { ...today, definition: 'v2' }, recount, 13)?.newWeeks).not.toBeNull();
  });

  it('is not told where the newest week is missing', () =>
    expect(
      snapshotChange(said, { ...today, weeks: today.weeks.slice(0, 3) }, null, 13)?.newWeeks,
    ).toBeNull());
});
