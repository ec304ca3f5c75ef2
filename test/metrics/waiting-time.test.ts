import { describe, expect, it } from 'vitest';
import { decisionTimes } from '../../src/metrics/time-to-decision.ts';
import { dwellTimes, type DwellCounts } from '../../src/metrics/stage-dwell.ts';
import { endedWithin, waitingTime } from '../../src/metrics/waiting-time.ts';

describe('a waiting time', () => {
  // At risk 10, 7, 4, 2: survival 0.8, 0.8 * 5/7, that * 2/4, that * 1/2.
  const ages = [
    { age: 3, ended: 2, total: 3 },
    { age: 10, ended: 2, total: 3 },
    { age: 20, ended: 2, total: 2 },
    { age: 21, ended: 1, total: 2 },
  ];

  it('counts those that still wait', () =>
    expect(waitingTime(ages)).toMatchObject({ waits: 10, ended: 7, medianDays: 20, mostDays: 21 }));

  it('adds counts of one age and takes them in any order', () => {
    const parts = ages.flatMap(({ age, ended, total }) => [
      { age, ended: 0, total: total - ended },
      { age, ended, total: ended },
    ]);
    expect(waitingTime(parts.toReversed())).toEqual(waitingTime(ages));
  });

  it('has no median where fewer than half have ended', () =>
    expect(
      waitingTime([
        { age: 4, ended: 3, total: 5 },
        { age: 5, ended: 0, total: 5 },
      ]),
    ).toMatchObject({
      medianDays: null,
      mostDays: null,
    }));

  it('is not told of fewer than five', () => {
    expect(waitingTime([{ age: 4, ended: 4, total: 4 }])).toMatchObject({ waits: 4, medianDays: null });
    expect(waitingTime([{ age: 4, ended: 5, total: 5 }])).toMatchObject({ medianDays: 4, mostDays: 4 });
  });

  it('of nobody is empty', () => expect(waitingTime([])).toMatchObject({ waits: 0, ended: 0, curve: [] }));

  describe('within a limit', () => {
    const wait = waitingTime(ages);

    it('includes the last day', () => {
      expect(endedWithin(wait, 10)?.share).toBeCloseTo(1 - (0.8 * 5) / 7, 12);
      expect(endedWithin(wait, 9)?.share).toBeCloseTo(0.2, 12);
    });

    it('has an interval around the share', () => {
      const within = endedWithin(wait, 9);
      // Survival 0.8, Greenwood 0.8 * sqrt(2 / (10 * 8)), log-log.
      const factor = Math.exp((1.959963984540054 * Math.sqrt(2 / 80)) / -Math.log(0.8));
      expect(within?.low).toBeCloseTo(1 - 0.8 ** (1 / factor), 12);
      expect(within?.high).toBeCloseTo(1 - 0.8 ** factor, 12);
    });

    it('is nobody before the first age', () =>
      expect(endedWithin(wait, 2)).toEqual({ share: 0, low: null, high: null }));

    it('is not told of fewer than five', () => {
      expect(endedWithin(waitingTime([{ age: 1, ended: 1, total: 4 }]), 30)).toBeNull();
      expect(endedWithin(waitingTime([{ age: 1, ended: 1, total: 5 }]), 30)?.share).toBeCloseTo(0.2, 12);
    });

    it('has no interval where all have ended', () =>
      expect(endedWithin(waitingTime([{ age: 1, ended: 5, total: 5 }]), 30)).toEqual({
        share: 1,
        low: null,
        high: null,
      }));
  });
});

describe('the time to decide', () => {
  const rows = [
    { row_group: 'Web', age: 5, ended: 6, total: 6 },
    { row_group: 'Fair', age: 21, ended: 5, total: 8 },
    { row_group: 'Fair', age: 30, ended: 2, total: 2 },
  ];
  const timesOf = () => decisionTimes(rows, 21);

  it('is told of all leads and of each group by name', () => {
    expect(timesOf().groups.map(({ group, medianDays }) => [group, medianDays])).toEqual([
      ['Fair', 21],
      ['Web', 5],
    ]);
    expect(timesOf().total).toMatchObject({ group: '', waits: 16, ended: 13, medianDays: 21 });
  });

  it('is held against the limit, its last day included', () => {
    expect(timesOf().groups[0]?.withinLimit?.share).toBeCloseTo(0.5, 12);
    expect(decisionTimes(rows, 20).groups[0]?.withinLimit?.share).toBe(0);
  });
});

describe('the time in a stage', () => {
  const row = (row_group: string, stage: string, age: number, ended: number): DwellCounts => ({
    row_group,
    stage,
    age,
    ended,
    total: ended + 1,
  });
  const rows = [row('Web', 'sal', 9, 5), row('Web', 'created', 2, 4), row('Fair', 'created', 7, 6)];

  it('is told stage by stage in the order of the way, without stages nobody was seen in', () =>
    expect(dwellTimes(rows, null).map(({ stage, waits, medianDays }) => [stage, waits, medianDays])).toEqual([
      ['created', 12, 7],
      ['sal', 6, 9],
    ]));

  it('is told of one group', () =>
    expect(dwellTimes(rows, 'Web').map(({ stage, waits }) => [stage, waits])).toEqual([
      ['created', 5],
      ['sal', 6],
    ]));
});
