import { describe, expect, it } from 'vitest';
import {
  comparableGroups,
  comparedGroups,
  comparedPeriods,
  groupSides,
  periodSides,
} from '../../src/views/explore/compared-sides.ts';
import { tinyCube, type TinyRow } from '../support/tiny-cube.ts';

const lead = (row: string, column: string, day: string, journeys: number, converted: number): TinyRow => ({
  row,
  column,
  day,
  journeys,
  converted,
  converted_windowed: converted,
});

const cube = tinyCube({
  leads: [
    lead('Web', 'Small', '2026-01-05', 50, 5),
    lead('Web', 'Large', '2026-04-05', 20, 4),
    lead('Event', 'Small', '2026-04-06', 90, 9),
    lead('Mail', 'Small', '2026-04-06', 10, 0),
    lead('Mail', 'Small', '2026-06-20', 5, 0),
  ],
});
const nothing = { aFrom: undefined, aTo: undefined, bFrom: undefined, bTo: undefined };

describe('two periods to compare', () => {
  it('are the latest 90 days that have had every window, and the 90 before', () =>
    expect(comparedPeriods(cube, nothing)).toEqual({
      a: { from: '2025-11-03', to: '2026-01-31' },
      b: { from: '2026-02-01', to: '2026-05-01' },
    }));

  it('are those that were chosen, and the other ends follow', () =>
    expect(comparedPeriods(cube, { ...nothing, bFrom: '2026-03-01', bTo: '2026-03-31' })).toEqual({
      a: { from: '2025-12-01', to: '2026-02-28' },
      b: { from: '2026-03-01', to: '2026-03-31' },
    }));

  it('are told apart by the rows, from the counts of their own days', () => {
    const { names, by, sidesOf } = periodSides(cube, {
      a: { from: '2026-01-01', to: '2026-01-31' },
      b: { from: '2026-04-01', to: '2026-04-30' },
    });
    expect([names.a, by]).toEqual(['1 Jan 2026 to 31 Jan 2026', 'channel']);
    const { a, b, standard } = sidesOf('l2o');
    expect(a.parts).toEqual([{ group: 'Web', k: 5, n: 50 }]);
    expect(b.parts).toEqual([
      { group: 'Event', k: 9, n: 90 },
      { group: 'Mail', k: 0, n: 10 },
      { group: 'Web', k: 4, n: 20 },
    ]);
    expect(standard).toEqual([a, b]);
  });
});

describe('two groups to compare', () => {
  const groups = comparableGroups(cube);

  it('are the two with most leads unless others are chosen', () => {
    expect(groups).toEqual(['Event', 'Mail', 'Web']);
    expect(comparedGroups(cube, groups, { a: undefined, b: undefined })).toEqual({ a: 0, b: 2 });
    expect(comparedGroups(cube, groups, { a: 1, b: undefined })).toEqual({ a: 1, b: 0 });
    expect(comparedGroups(cube, groups, { a: undefined, b: 0 })).toEqual({ a: 2, b: 0 });
  });

  it('fall back where a position names no group any more', () =>
    expect(comparedGroups(cube, groups, { a: 3, b: 1 })).toEqual({ a: 0, b: 1 }));

  it('are told apart by the columns, at the mix of all rows', () => {
    const { by, sidesOf } = groupSides(cube, 'Web', 'Mail');
    const { a, b, standard } = sidesOf('l2o');
    expect(by).toBe('segment');
    expect(a.parts).toEqual([
      { group: 'Large', k: 4, n: 20 },
      { group: 'Small', k: 5, n: 50 },
    ]);
    expect(b.parts).toEqual([{ group: 'Small', k: 0, n: 10 }]);
    expect(standard.map(({ name }) => name)).toEqual(['Event', 'Mail', 'Web']);
  });
});
