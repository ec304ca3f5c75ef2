import { describe, expect, it } from 'vitest';
import { conversionDays } from '../../../src/metrics/cube/conversion-days.ts';
import { lifeTable } from '../../../src/metrics/cube/joint-counts.ts';
import { curveInForce, curveOf } from '../../../src/metrics/cube/reference-curve.ts';
import { tinyCube, type TinyRow } from '../../support/tiny-cube.ts';

const cubeOf = (converted: number, disqualified: number, open: number) =>
  tinyCube({
    leads: [{ day: '2026-01-01', journeys: converted + disqualified + open, converted, disqualified }],
    leadAges: [{ day: 5, converted, disqualified }],
  });

const own = (converted: number, disqualified: number, open: number) =>
  curveOf({ name: 'Web', cube: cubeOf(converted, disqualified, open) }, 'l2o');

describe('a life table', () => {
  it('counts ended ones at their age and open ones at the age they have on the as-of day', () => {
    expect(lifeTable(cubeOf(3, 2, 5), 'l2o')).toEqual([
      { age: 5, converted: 3, left: 2, total: 5 },
      { age: 180, converted: 0, left: 0, total: 5 },
    ]);
  });

  it('holds those from the first reference day on, and none before', () => {
    const open = (day: string) => lifeTable(tinyCube({ leads: [{ day, journeys: 1 }] }), 'l2o');
    expect(open('2024-07-01')).toEqual([{ age: 729, converted: 0, left: 0, total: 1 }]);
    expect(open('2024-06-30')).toEqual([]);
  });

  it('tells ages beyond a cap as one', () => {
    const rows: readonly TinyRow[] = [4, 5, 6, 9].map((day) => ({ day, converted: 1, disqualified: 2 }));
    expect(lifeTable(tinyCube({ leadAges: rows }), 'l2o', 'with imputed', 5)).toEqual([
      { age: 4, converted: 1, left: 2, total: 3 },
      { age: 5, converted: 1, left: 2, total: 3 },
      { age: 6, converted: 2, left: 4, total: 6 },
    ]);
  });

  it('can leave out leads whose clock starts at a later stage', () => {
    const cube = tinyCube({
      leads: [
        {
          day: '2026-06-20',
          journeys: 10,
          converted: 4,
          disqualified: 3,
          imputed: 5,
          imputed_converted: 2,
          imputed_disqualified: 1,
        },
      ],
      leadAges: [{ day: 0, converted: 4, disqualified: 3, imputed_converted: 2, imputed_disqualified: 1 }],
    });
    expect(lifeTable(cube, 'l2o', 'without imputed')).toEqual([
      { age: 0, converted: 2, left: 2, total: 4 },
      { age: 10, converted: 0, left: 0, total: 1 },
    ]);
  });

  it('of leads to deals holds every lead that is neither won nor disqualified as open', () => {
    const cube = tinyCube({
      leads: [{ day: '2026-06-20', journeys: 10, converted: 4, disqualified: 3, won: 2 }],
      leadAges: [{ day: 1, converted: 4, disqualified: 3 }],
      leadDealAges: [{ day: 8, won: 2 }],
    });
    expect(lifeTable(cube, 'l2d')).toEqual([
      { age: 1, converted: 0, left: 3, total: 3 },
      { age: 8, converted: 2, left: 0, total: 2 },
      { age: 10, converted: 0, left: 0, total: 5 },
    ]);
  });
});

describe('the curve of a group', () => {
  it('has its records, its conversions and its final share', () => {
    expect(own(40, 20, 140)).toMatchObject({
      records: 200,
      conversions: 40,
      horizonDays: 180,
      final: 0.2,
      isThin: false,
    });
  });

  it.each([
    ['100 records and 20 conversions', 20, 80, false],
    ['99 records', 20, 79, true],
    ['19 conversions', 19, 81, true],
  ])('with %s', (_, converted, open, isThin) => expect(own(converted, 0, open).isThin).toBe(isThin));

  it('ends at the cap of its joint', () => {
    const late = tinyCube({ leads: [{ day: '2025-01-01', journeys: 200 }] });
    expect(curveOf({ name: 'all', cube: late }, 'l2o').points).toEqual([]);
  });

  it('without 30 at risk has no horizon and no final share', () =>
    expect(own(9, 0, 20)).toMatchObject({ horizonDays: null, final: null }));
});

describe('the curve in force', () => {
  const enough = own(40, 20, 140);
  const thin = own(5, 0, 20);
  const thinner = { ...own(1, 0, 2), source: 'all' };

  it('is the own one where it rests on enough', () => expect(curveInForce(enough, [thin])).toBe(enough));

  it('is the nearest parent that does, and says so', () => {
    const parent = { ...enough, source: 'channel' };
    const grandparent = { ...enough, source: 'all' };
    expect(curveInForce(thin, [parent, grandparent])).toEqual({ ...parent, isParent: true });
    expect(curveInForce(thin, [thinner, grandparent])).toEqual({ ...grandparent, isParent: true });
  });

  it('is the last parent, still thin, where none does', () =>
    expect(curveInForce(thin, [thin, thinner])).toMatchObject({
      source: 'all',
      isParent: true,
      isThin: true,
    }));

  it('is the own one, however thin, where there is no parent', () =>
    expect(curveInForce(thin, [])).toBe(thin));
});

describe('days to conversion', () => {
  const cube = (fast: number, slow: number) =>
    tinyCube({
      leads: [{ day: '2026-01-01', journeys: 300, converted: fast + slow }],
      leadAges: [
        { day: 4, converted: fast },
        { day: 50, converted: slow },
      ],
    });

  it('are those by which half and four fifths have converted', () =>
    expect(conversionDays(cube(20, 10), 'l2o')).toEqual({ half: 4, fourFifths: 50 }));

  it('need twenty conversions', () => {
    expect(conversionDays(cube(10, 9), 'l2o')).toEqual({ half: null, fourFifths: null });
    expect(conversionDays(cube(10, 10), 'l2o').half).not.toBeNull();
  });

  it('need a horizon', () =>
    expect(conversionDays(tinyCube({}), 'l2o')).toEqual({ half: null, fourFifths: null }));
});
