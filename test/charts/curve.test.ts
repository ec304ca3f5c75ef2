import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curvePaths } from '../../src/charts/curve-paths.ts';
import { curveTable } from '../../src/charts/curve-table.ts';
import { dayTicks, stepAt, stepCorners, type Curve, type CurveStep } from '../../src/charts/curve.ts';
import { placesOf } from '../support/path-places.ts';

const step = (
  day: number,
  share: number,
  low: number | null = null,
  high: number | null = null,
): CurveStep => ({
  day,
  share,
  low,
  high,
});

const curve = (steps: readonly CurveStep[], more: Partial<Curve> = {}): Curve => ({
  key: 'web',
  label: 'Web',
  steps,
  knownTo: 10,
  tone: 'dark',
  hasBand: false,
  ...more,
});

const scales = { xOf: (day: number) => day * 10, yOf: (share: number) => 100 - share * 100 };
const share = ({ share: value }: CurveStep): number => value;

describe('a share by age', () => {
  const steps = [step(2, 0.1), step(5, 0.3)];

  it.each([
    [0, null],
    [1, null],
    [2, 0.1],
    [4, 0.1],
    [5, 0.3],
    [900, 0.3],
  ])('on day %i is that of the last step', (day, expected) =>
    expect(stepAt(steps, day)?.share ?? null).toBe(expected),
  );

  it('goes level to the day of a step and then straight up', () => {
    expect(stepCorners(steps, 0, 7, share)).toEqual([
      { day: 0, share: 0 },
      { day: 2, share: 0 },
      { day: 2, share: 0.1 },
      { day: 5, share: 0.1 },
      { day: 5, share: 0.3 },
      { day: 7, share: 0.3 },
    ]);
  });

  it('begins with the share of the first day, its step done', () => {
    expect(stepCorners([step(0, 0.2)], 0, 1, share)).toEqual([
      { day: 0, share: 0.2 },
      { day: 1, share: 0.2 },
    ]);
    expect(stepCorners(steps, 2, 3, share)[0]).toEqual({ day: 2, share: 0.1 });
  });

  it('does a step on the last day', () =>
    expect(stepCorners(steps, 3, 5, share).at(-1)).toEqual({ day: 5, share: 0.3 }));

  it('of no days has no corners', () => expect(stepCorners(steps, 5, 4, share)).toEqual([]));
});

describe('the line of a curve', () => {
  const steps = [step(2, 0.1), step(5, 0.3)];

  it('is solid up to the age that all have reached and dashed from there', () => {
    const { solid, dashed } = curvePaths(curve(steps), 4, 20, scales);
    expect(placesOf(solid).at(-1)).toEqual([40, 90]);
    expect(placesOf(dashed)[0]).toEqual([40, 90]);
    expect(placesOf(dashed).at(-1)).toEqual([100, 70]);
  });

  it('is dashed all the way where it is not known how old all are', () => {
    const { solid, dashed } = curvePaths(curve(steps), null, 20, scales);
    expect(solid).toBe('');
    expect(placesOf(dashed)[0]).toEqual([0, 100]);
  });

  it('is solid all the way where all are old enough', () => {
    const { solid, dashed } = curvePaths(curve(steps), 10, 20, scales);
    expect(placesOf(solid).at(-1)).toEqual([100, 70]);
    expect(dashed).toBe('');
  });

  it('ends at the last day of the axis, however much more is known', () =>
    expect(placesOf(curvePaths(curve(steps), null, 4, scales).dashed).at(-1)).toEqual([40, 90]));

  it('is none where nothing is known', () =>
    expect(curvePaths(curve(steps, { knownTo: null }), 4, 20, scales)).toEqual({
      solid: '',
      dashed: '',
      band: null,
    }));

  it('never falls', () => {
    const rises = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 5 }), fc.double({ min: 0, max: 0.1, noNaN: true })),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(rises, fc.integer({ min: 0, max: 40 }), (found, sureTo) => {
        let day = 0;
        let sum = 0;
        const rising = found.map(([days, more]) => step((day += days), (sum += more)));
        const { solid, dashed } = curvePaths(curve(rising, { knownTo: 40 }), sureTo, 40, scales);
        const heights = [...placesOf(solid), ...placesOf(dashed)].map(([, y]) => y);
        expect(heights).toEqual(heights.toSorted((a, b) => b - a));
      }),
      { seed: 231, numRuns: 100 },
    );
  });

  it('has a band between its bounds only if it is the one the chart speaks of', () => {
    const banded = [step(5, 0.3, 0.2, 0.5)];
    expect(curvePaths(curve(banded), 4, 20, scales).band).toBeNull();
    const { band } = curvePaths(curve(banded, { hasBand: true }), 4, 20, scales);
    expect(band?.edges.map((edge) => placesOf(edge).at(-1))).toEqual([
      [100, 50],
      [100, 80],
    ]);
  });
});

describe('the days of the axis', () => {
  it.each([
    [45, 5, [0, 15, 30, 45]],
    [90, 5, [0, 30, 60, 90]],
    [90, 3, [0, 30, 60, 90]],
    [14, 5, [0, 7, 14]],
    [31, 5, [0, 7, 14, 21, 28]],
    [1, 5, [0, 1]],
    [0, 5, [0]],
    [2000, 5, [0, 400, 800, 1200, 1600, 2000]],
  ])('of %i days in at most %i steps are round', (days, count, expected) =>
    expect(dayTicks(days, count)).toEqual(expected),
  );

  it('end on the last day where it is far enough from the one before', () =>
    expect(dayTicks(37, 5)).toEqual([0, 10, 20, 30, 37]));
});

describe('the table of curves', () => {
  it('has a row for each step, for the age that all have reached and for the last day known', () => {
    const { rows } = curveTable(
      'Curves',
      [
        curve([step(2, 0.1), step(5, 0.3), step(30, 0.9)]),
        curve([step(3, 0.2)], { key: 'mail', label: 'Mail', knownTo: 4 }),
      ],
      20,
      6,
      { day: 'Day', low: 'low', high: 'high' },
      String,
    );
    expect(
      rows.map(({ label, cells }) => [
        label,
        ...cells.map((cell) => cell && typeof cell !== 'string' && cell.value),
      ]),
    ).toEqual([
      ['2', 0.1, 0],
      ['3', 0.1, 0.2],
      ['4', 0.1, 0.2],
      ['5', 0.3, null],
      ['6', 0.3, null],
      ['10', 0.3, null],
    ]);
  });
});
