import { describe, expect, it } from 'vitest';
import { secondLifeOf, type SecondLifeCounts } from '../../src/metrics/second-life.ts';

const row = (waited: number, counts: Partial<SecondLifeCounts>): SecondLifeCounts => ({
  row_group: 'Web',
  waited,
  total: 0,
  returned: 0,
  left: 0,
  converted: 0,
  won: 0,
  won_minor: 0,
  ...counts,
});

const rows = [
  row(30, { total: 12, returned: 10, left: 2, converted: 4, won: 1, won_minor: 50_000 }),
  row(31, { total: 8, returned: 8, converted: 5, won: 2, won_minor: 30_000 }),
  row(90, { total: 6, returned: 6, converted: 1 }),
  row(200, { total: 34, returned: 0, left: 4 }),
];

describe('the second life of recycled leads', () => {
  const life = secondLifeOf(rows);

  it('tells what each of them came to', () => {
    expect(life.recycled).toBe(60);
    expect([life.returned, life.converted, life.won].map(({ k, n }) => [k, n])).toEqual([
      [24, 60],
      [10, 60],
      [3, 60],
    ]);
    expect([life.disqualified, life.waiting]).toEqual([6, 30]);
  });

  it('tells what their deals brought', () => expect(life.wonMinor).toBe(80_000));

  it('tells the share that converts after each wait, both days included', () =>
    expect(life.byWait.map(({ fromDays, toDays, converted: { k, n } }) => [fromDays, toDays, k, n])).toEqual([
      [0, 30, 4, 10],
      [31, 60, 5, 8],
      [61, 90, 1, 6],
      [91, 180, 0, 0],
      [181, null, 0, 0],
    ]));

  it('tells returns by days, those that still wait included', () => {
    expect(life.returns.map(({ age, atRisk }) => [age, atRisk])).toEqual([
      [30, 60],
      [31, 48],
      [90, 40],
      [200, 34],
    ]);
    expect(life.returns[0]?.converted).toBeCloseTo(10 / 60, 12);
    expect(life.returns[1]?.converted).toBeCloseTo(10 / 60 + (48 / 60) * (8 / 48), 12);
    expect(life.returns[0]?.left).toBeCloseTo(2 / 60, 12);
  });

  it('tells by when half of the returns have come', () => expect(life.medianWaitDays).toBe(31));

  it('has no last day for the longest waits', () =>
    expect(
      secondLifeOf([row(900, { total: 2, returned: 2, converted: 1 })]).byWait.map(
        ({ converted }) => converted.n,
      ),
    ).toEqual([0, 0, 0, 0, 2]));

  it('adds groups', () => {
    const split = rows.flatMap((counts) => [
      { ...counts, row_group: 'Fair', total: 1, returned: 0, left: 0, converted: 0, won: 0, won_minor: 0 },
      { ...counts, total: counts.total - 1 },
    ]);
    expect(secondLifeOf(split.toReversed())).toEqual(life);
  });

  it('does not tell a wait from few returns', () =>
    expect(secondLifeOf([row(3, { total: 40, returned: 19 })]).medianWaitDays).toBeNull());

  it('does not tell a wait where too few are left to wait', () =>
    expect(secondLifeOf([row(3, { total: 29, returned: 29 })]).medianWaitDays).toBeNull());

  it('of nobody is empty', () =>
    expect(secondLifeOf([])).toMatchObject({ recycled: 0, waiting: 0, returns: [], medianWaitDays: null }));
});
