import { describe, expect, it } from 'vitest';
import { moreLeadsToTell, speedTrialOf } from '../../src/metrics/speed-trial.ts';
import { normalQuantile } from '../../src/stats/normal.ts';

const estimate = (standardError: number) => ({
  effect: 0.01,
  standardError,
  low: 0,
  high: 0,
  extra: 0,
  extraLow: 0,
  extraHigh: 0,
});

describe('a trial of speed', () => {
  it('has two arms that can tell a fifth more opportunities, and waits for the window of the last lead', () => {
    expect(speedTrialOf(0.1, 100, 30)).toEqual({
      baseline: 0.1,
      hoped: 0.12,
      leadsPerArm: 3841,
      weeksOfLeads: 77,
      weeksInAll: 82,
    });
  });

  it('takes whole weeks, and a window of whole weeks as it is', () => {
    expect(speedTrialOf(0.1, 7682, 28)).toMatchObject({ weeksOfLeads: 1, weeksInAll: 5 });
    expect(speedTrialOf(0.1, 7681, 29)).toMatchObject({ weeksOfLeads: 2, weeksInAll: 7 });
  });

  it('hopes for no more than all', () => expect(speedTrialOf(0.9, 100, 7)?.hoped).toBe(1));

  it.each([
    ['nothing converts', 0, 10, 30],
    ['the rate is not known', null, 10, 30],
    ['no lead comes', 0.1, 0, 30],
    ['the window is not known', 0.1, 10, null],
    ['every lead converts already', 1, 10, 30],
  ] as const)('cannot be planned where %s', (_, baseline, leads, days) =>
    expect(speedTrialOf(baseline, leads, days)).toBeNull(),
  );
});

describe('how many more leads would tell', () => {
  const factor = normalQuantile(0.975) + normalQuantile(0.8);

  it('is three times as many where the error is twice too wide', () =>
    expect(moreLeadsToTell(estimate((0.02 * 2) / factor), 1000, 0.1)).toBe(3000));

  it('is none where the leads at hand do', () => {
    expect(moreLeadsToTell(estimate((0.02 * 0.99) / factor), 1000, 0.1)).toBe(0);
    expect(moreLeadsToTell(estimate(0.0001), 1000, 0.1)).toBe(0);
  });

  it.each([
    [null, 0.1],
    [estimate(0.1), null],
    [estimate(0.1), 0],
  ] as const)('is not known without an estimate or a rate', (given, baseline) =>
    expect(moreLeadsToTell(given, 100, baseline)).toBeNull(),
  );
});
