import { describe, expect, it } from 'vitest';
import { conversionChange } from '../../src/metrics/conversion-change.ts';
import { mixRate } from '../../src/stats/mix-rate.ts';
import { createPrng } from '../support/naive/prng.ts';
import { randomPeriods } from '../support/random-tables.ts';

const website = { group: 'website', k0: 20, n0: 100, k1: 40, n1: 100 };
const webinar = { group: 'webinar', k0: 3, n0: 30, k1: 3, n1: 30 };

describe('why a conversion moved', () => {
  it('has a line for every channel with 30 leads in both periods', () => {
    const change = conversionChange([website, webinar]);
    expect(change?.lines.map(({ group }) => group)).toEqual(['website', 'webinar']);
    expect(change?.rest).toBeNull();
    expect(change?.lines[0]).toMatchObject(website);
    expect(change?.lines[0]?.rate).toBeCloseTo((100 / 130) * 0.2, 12);
    expect(change?.before).toBeCloseTo(23 / 130, 12);
    expect(change?.after).toBeCloseTo(43 / 130, 12);
    expect(change?.change).toBeCloseTo(20 / 130, 12);
  });

  it('pools channels with fewer than 30 in either period, by name', () => {
    const change = conversionChange([
      { group: 'fair', k0: 2, n0: 29, k1: 9, n1: 500 },
      website,
      { group: 'list', k0: 4, n0: 40, k1: 1, n1: 29 },
    ]);
    expect(change?.lines.map(({ group }) => group)).toEqual(['website']);
    expect(change?.rest).toMatchObject({ groups: ['fair', 'list'], k0: 6, n0: 69, k1: 10, n1: 529 });
    const parts = mixRate([
      { k0: 20, n0: 100, k1: 40, n1: 100 },
      { k0: 6, n0: 69, k1: 10, n1: 529 },
    ]);
    expect(change?.rest?.mix).toBe(parts?.groups[1]?.mix);
    expect(change?.rest?.rate).toBe(parts?.groups[1]?.rate);
    expect(change?.lines[0]?.mix).toBe(parts?.groups[0]?.mix);
  });

  it('adds up over the lines and the rest, whatever the channels', () => {
    const prng = createPrng(54);
    for (let table = 0; table < 1000; table += 1) {
      const change = conversionChange(
        randomPeriods(prng).map((periods, index) => ({ group: String(index), ...periods })),
      );
      if (change === null) continue;
      const parts = [...change.lines, ...(change.rest === null ? [] : [change.rest])];
      const sum = parts.reduce((total, { mix, rate }) => total + mix + rate, 0);
      expect(Math.abs(sum - change.change)).toBeLessThan(1e-9);
      expect(Math.abs(change.mixTotal + change.rateTotal - change.change)).toBeLessThan(1e-9);
    }
  });

  it('is not known where a period has no leads', () => {
    expect(conversionChange([{ group: 'a', k0: 0, n0: 0, k1: 1, n1: 50 }])).toBeNull();
    expect(conversionChange([])).toBeNull();
  });
});
