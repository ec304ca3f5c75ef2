import { describe, expect, it } from 'vitest';
import { conversionChange, type GroupPeriods } from '../../src/metrics/conversion-change.ts';
import { reversalOverTime, reversalsAcross, standardisedRates } from '../../src/metrics/simpson.ts';

const reversalOf = (...groups: readonly GroupPeriods[]) => {
  const change = conversionChange(groups);
  return change === null ? 'no change' : reversalOverTime(change);
};

const good = { group: 'good', k0: 300, n0: 1000, k1: 93, n1: 300 };
const poor = { group: 'poor', k0: 15, n0: 300, k1: 60, n1: 1000 };

describe('a total that contradicts its parts over time', () => {
  it('is a strong reversal where every channel rose and the total fell', () => {
    expect(reversalOf(good, poor)).toBe('strong');
  });

  it('is one where every channel fell and the total rose, too', () => {
    const back = ({ group, k0, n0, k1, n1 }: GroupPeriods): GroupPeriods => ({
      group,
      k0: k1,
      n0: n1,
      k1: k0,
      n1: n0,
    });
    expect(reversalOf(back(good), back(poor))).toBe('strong');
  });

  it('is weak where one channel stood still or moved with the total', () => {
    expect(reversalOf(good, { ...poor, k1: 50 })).toBe('weak');
    expect(reversalOf(good, { ...poor, k1: 49 })).toBe('weak');
    expect(reversalOf({ ...good, k1: 90 }, poor)).toBe('weak');
  });

  it('asks only channels with 30 records in both periods for the strong rule', () => {
    expect(reversalOf(good, poor, { group: 'small', k0: 5, n0: 29, k1: 1, n1: 29 })).toBe('strong');
    expect(reversalOf(good, poor, { group: 'small', k0: 6, n0: 30, k1: 1, n1: 30 })).toBe('weak');
  });

  it('is weak where no channel moved and the mix alone moved the total', () => {
    expect(reversalOf({ ...good, k1: 90 }, { ...poor, k1: 50 })).toBe('weak');
  });

  it('is none where rates and total went the same way, or the total stood still', () => {
    expect(reversalOf({ group: 'a', k0: 10, n0: 100, k1: 20, n1: 100 })).toBeNull();
    expect(reversalOf({ group: 'a', k0: 20, n0: 100, k1: 10, n1: 100 })).toBeNull();
    expect(reversalOf({ group: 'a', k0: 20, n0: 100, k1: 20, n1: 100 })).toBeNull();
    expect(reversalOf({ ...good, k1: 60 }, { ...poor, k1: 20 })).toBeNull();
  });

  it('is none where rates rose just as much as the mix took away', () => {
    expect(
      reversalOf(
        { group: 'a', k0: 60, n0: 100, k1: 40, n1: 50 },
        { group: 'b', k0: 5, n0: 50, k1: 25, n1: 100 },
      ),
    ).toBeNull();
  });

  it('is none where all channels are small, as they are one line', () => {
    expect(
      reversalOf(
        { group: 'a', k0: 10, n0: 20, k1: 20, n1: 40 },
        { group: 'b', k0: 1, n0: 20, k1: 1, n1: 20 },
      ),
    ).toBeNull();
  });
});

const channel = (name: string, ...counts: readonly (readonly [segment: string, k: number, n: number])[]) => ({
  channel: name,
  segments: counts.map(([segment, k, n]) => ({ segment, k, n })),
});

describe('a channel that is ahead only by its mix of segments', () => {
  const webinar = channel('webinar', ['large', 60, 100], ['small', 2, 40]);
  const website = channel('website', ['large', 30, 40], ['small', 10, 100]);

  it('is ahead in all, and behind in every segment both have', () => {
    expect(reversalsAcross([webinar, website])).toEqual([{ ahead: 'webinar', behind: 'website' }]);
    expect(reversalsAcross([website, webinar])).toEqual([{ ahead: 'webinar', behind: 'website' }]);
  });

  it('may be level in a segment, but not ahead in one', () => {
    const level = channel('website', ['large', 24, 40], ['small', 10, 100]);
    expect(reversalsAcross([webinar, level])).toHaveLength(1);
    const behind = channel('website', ['large', 23, 40], ['small', 10, 100]);
    expect(reversalsAcross([webinar, behind])).toEqual([]);
  });

  it('is judged by segments with 30 in both alone, and not without any', () => {
    const thin = channel('website', ['large', 30, 40], ['small', 10, 100], ['mid', 0, 29]);
    const better = channel('webinar', ['large', 60, 100], ['small', 2, 40], ['mid', 50, 50]);
    expect(reversalsAcross([better, thin])).toEqual([{ ahead: 'webinar', behind: 'website' }]);
    const thick = channel('website', ['large', 30, 40], ['small', 10, 100], ['mid', 0, 30]);
    expect(reversalsAcross([better, thick])).toEqual([]);
    expect(reversalsAcross([channel('a', ['x', 20, 29]), channel('b', ['x', 1, 29])])).toEqual([]);
    expect(reversalsAcross([channel('a', ['x', 20, 40]), channel('b', ['y', 1, 40])])).toEqual([]);
  });

  it('is none among channels that are level in all', () => {
    expect(reversalsAcross([channel('a', ['x', 5, 50]), channel('b', ['x', 10, 100])])).toEqual([]);
  });
});

describe('standardised rates', () => {
  it('compare channels at the segment mix of all', () => {
    const [webinar, website] = standardisedRates([
      channel('webinar', ['large', 60, 100], ['small', 2, 40]),
      channel('website', ['large', 30, 40], ['small', 10, 120]),
    ]);
    expect(webinar?.rate).toBeCloseTo((140 / 300) * 0.6 + (160 / 300) * 0.05, 12);
    expect(website?.rate).toBeCloseTo((140 / 300) * 0.75 + (160 / 300) * (10 / 120), 12);
    expect(website?.channel).toBe('website');
  });

  it('take the pooled rate for a segment that a channel does not have', () => {
    const [one] = standardisedRates([
      channel('one', ['large', 10, 20], ['small', 0, 0]),
      channel('two', ['large', 5, 10], ['small', 1, 30], ['tiny', 1, 40]),
    ]);
    expect(one?.rate).toBeCloseTo(0.5, 12);
  });

  it('do not exist for a channel without records', () => {
    expect(standardisedRates([channel('none', ['large', 0, 0]), channel('some', ['large', 1, 2])])).toEqual([
      { channel: 'none', rate: null },
      { channel: 'some', rate: 0.5 },
    ]);
    expect(standardisedRates([])).toEqual([]);
  });
});
