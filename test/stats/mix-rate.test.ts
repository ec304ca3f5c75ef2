import { describe, expect, it } from 'vitest';
import { mixRate } from '../../src/stats/mix-rate.ts';
import { shapleyOfProduct } from '../../src/stats/shapley.ts';
import { createPrng } from '../support/naive/prng.ts';
import { randomPeriods } from '../support/random-tables.ts';

describe('mix and rate', () => {
  it('show that all moved from a good channel to a poor one, while both did better', () => {
    const change = mixRate([
      { k0: 60, n0: 100, k1: 33, n1: 50 },
      { k0: 5, n0: 50, k1: 16, n1: 100 },
    ]);
    expect(change?.pooled0).toBeCloseTo(65 / 150, 12);
    expect(change?.pooled1).toBeCloseTo(49 / 150, 12);
    expect(change?.mixTotal).toBeCloseTo(-1 / 6, 12);
    expect(change?.rateTotal).toBeCloseTo(0.06, 12);
    expect(change?.groups[0]?.rate).toBeCloseTo(0.03, 12);
    expect(change?.groups[1]?.rate).toBeCloseTo(0.03, 12);
    expect(change?.groups[0]?.mix).toBeCloseTo((-1 / 3) * (0.63 - 57 / 150), 12);
  });

  it('call a new channel and one that has ended pure mix', () => {
    const change = mixRate([
      { k0: 20, n0: 100, k1: 20, n1: 100 },
      { k0: 0, n0: 0, k1: 50, n1: 100 },
      { k0: 10, n0: 100, k1: 0, n1: 0 },
    ]);
    expect(change?.groups.map(({ rate }) => rate)).toEqual([0, 0, 0]);
    expect(change?.groups[1]?.mix).toBeCloseTo(0.5 * (0.5 - 0.25), 12);
    expect(change?.groups[2]?.mix).toBeCloseTo(-0.5 * (0.1 - 0.25), 12);
  });

  it('give a channel without leads in both periods no part', () => {
    const change = mixRate([
      { k0: 1, n0: 4, k1: 2, n1: 4 },
      { k0: 0, n0: 0, k1: 0, n1: 0 },
    ]);
    expect(change?.groups).toEqual([
      { mix: 0, rate: 0.25 },
      { mix: 0, rate: 0 },
    ]);
  });

  it('do not exist where a period has no leads', () => {
    expect(mixRate([{ k0: 0, n0: 0, k1: 1, n1: 5 }])).toBeNull();
    expect(mixRate([{ k0: 1, n0: 5, k1: 0, n1: 0 }])).toBeNull();
    expect(mixRate([])).toBeNull();
  });

  it('add up to the change in ten thousand tables with zeros, missing cells and one-sided channels', () => {
    const prng = createPrng(51);
    for (let table = 0; table < 10_000; table += 1) {
      const groups = randomPeriods(prng);
      const change = mixRate(groups);
      if (change === null) continue;
      const whole = change.pooled1 - change.pooled0;
      if (Math.abs(change.mixTotal + change.rateTotal - whole) > 1e-9)
        expect.fail(`table ${table}: ${change.mixTotal} + ${change.rateTotal} is not ${whole}`);
    }
  });

  it('are the Shapley values of share and rate, before the mix is centred', () => {
    const prng = createPrng(52);
    for (let table = 0; table < 500; table += 1) {
      const groups = randomPeriods(prng).filter(({ n0, n1 }) => n0 > 0 && n1 > 0);
      const change = mixRate(groups);
      if (change === null) continue;
      const [all0, all1] = groups.reduce(([a, b], { n0, n1 }) => [a + n0, b + n1], [0, 0]);
      const centre = (change.pooled0 + change.pooled1) / 2;
      for (const [index, { k0, n0, k1, n1 }] of groups.entries()) {
        const [mix = 0, rate = 0] = shapleyOfProduct([n0 / all0, k0 / n0], [n1 / all1, k1 / n1]);
        expect(change.groups[index]?.rate).toBeCloseTo(rate, 12);
        expect(change.groups[index]?.mix).toBeCloseTo(mix - (n1 / all1 - n0 / all0) * centre, 12);
      }
    }
  });
});
