import { describe, expect, it } from 'vitest';
import { mixWith } from '../../../src/metrics/plan/mix.ts';
import {
  firstWholeMonth,
  plannableChannels,
  usualMix,
  usualPace,
} from '../../../src/metrics/plan/plan-basis.ts';
import { august, july, june, planBasis } from '../../support/plan-basis.ts';

describe('the usual leads', () => {
  const basis = planBasis();

  it('are those of the last three whole months, a month', () => {
    expect(new Map(usualPace(basis))).toEqual(
      new Map([
        ['web', 100],
        ['fair', 50],
      ]),
    );
    const history = { ...basis.history, asOf: '2026-06-29' };
    const arrivals = history.arrivals.map((counts) => ({
      ...counts,
      leads: counts.month === june ? 900 : counts.month === june - 4 ? 600 : counts.leads,
    }));
    expect(usualPace({ history: { ...history, arrivals } }).get('web')).toBe(100);
    expect(usualPace({ history: { ...history, arrivals: [] } }).size).toBe(0);
  });

  it('are a mix in whole percents, the largest first', () => {
    expect([...usualMix(basis, plannableChannels(basis))]).toEqual([
      ['web', 67],
      ['fair', 33],
    ]);
  });

  it('are mixed equally where no channel has had one', () => {
    const history = { ...basis.history, arrivals: [] };
    expect([...usualMix({ ...basis, history }, plannableChannels(basis)).values()]).toEqual([50, 50]);
  });
});

describe('the first whole month to come', () => {
  it.each([
    ['2026-06-30', july],
    ['2026-06-29', july],
    ['2026-07-01', august],
    ['2026-07-31', august],
  ])('after %s', (day, month) => expect(firstWholeMonth(day)).toBe(month));
});

describe('a mix', () => {
  const mix = new Map([
    ['web', 60],
    ['fair', 30],
    ['mail', 10],
  ]);

  it('stays 100% when one share changes: the others give in proportion', () => {
    expect([...mixWith(mix, 'web', 20)]).toEqual([
      ['web', 20],
      ['fair', 60],
      ['mail', 20],
    ]);
    expect([...mixWith(mix, 'fair', 33).values()]).toEqual([57, 33, 10]);
  });

  it('gives all to one channel and back equally to those with nothing', () => {
    const all = mixWith(mix, 'mail', 100);
    expect([...all.values()]).toEqual([0, 0, 100]);
    expect([...mixWith(all, 'mail', 90).values()]).toEqual([5, 5, 90]);
  });

  it('does not change for a channel that is not in it, nor for the only one', () => {
    expect(mixWith(mix, 'radio', 40)).toBe(mix);
    const single = new Map([['web', 100]]);
    expect(mixWith(single, 'web', 40)).toBe(single);
  });
});
