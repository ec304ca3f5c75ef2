import { describe, expect, it } from 'vitest';
import { leadValues, valueRange } from '../../src/metrics/lead-value.ts';
import { normalQuantile } from '../../src/stats/normal.ts';
import { createPrng, type Prng } from '../support/naive/prng.ts';

const none = { windowDays: 30, horizonDays: null, factor: 1 };

/** `FULL=1` draws 2,000 worlds of each kind instead of the fast subset. */
const worlds = process.env['FULL'] === '1' ? 2000 : 200;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** A factor around 1, whose logarithm has the given standard deviation. */
const factor = (prng: Prng, deviation: number): number =>
  Math.exp(deviation * normalQuantile((prng.int(0, 999_999) + 0.5) / 1_000_000));

const drawn = (prng: Prng, n: number, p: number): number =>
  Array.from({ length: n }, () => prng.chance(p)).filter(Boolean).length;

/** Six channels of two segments, with how far their true rates and deal sizes lie apart; and the true value of each. */
const world = (prng: Prng, apart: number) =>
  Array.from({ length: 6 }, (_, channel) => {
    const [l2o, o2d, size] = [0.15, 0.25, 10_000].map((value) => value * factor(prng, 0.35 * apart));
    return ['SMB', 'ENT'].map((segment) => {
      const [p = 0, q = 0] = [l2o, o2d].map((rate) =>
        Math.min(0.9, (rate ?? 0) * factor(prng, 0.15 * apart)),
      );
      const trueSize = (size ?? 0) * factor(prng, 0.15 * apart);
      const leads = 20 + Math.round(150 * factor(prng, 0.8));
      const converted = drawn(prng, leads, p);
      const won = drawn(prng, converted, q);
      const amounts = Array.from({ length: won }, () => (trueSize * factor(prng, 0.6)) / Math.exp(0.18));
      return { channel: `c${channel}`, segment, leads, converted, won, amounts, value: p * q * trueSize };
    });
  }).flat();

/** How often the 95 % range of a cell's value holds its true value. */
const coverage = (apart: number): number => {
  const prng = createPrng(20_261_124);
  let [held, cells] = [0, 0];
  for (let index = 0; index < worlds; index += 1) {
    const groups = world(prng, apart);
    const values = leadValues(
      {
        leads: groups.map(({ channel, segment, leads, converted }) => ({
          row_group: channel,
          column_group: segment,
          journeys_l2o: leads,
          converted_windowed: converted,
        })),
        opportunities: groups.map(({ channel, segment, converted, won }) => ({
          row_group: channel,
          column_group: segment,
          opportunities_windowed: converted,
          won_windowed: won,
        })),
        sourced: groups.map(({ channel, converted }) => ({ channel, converted, sourced: converted })),
        amounts: groups.map(({ channel, segment, amounts }) => ({
          channel,
          segment,
          deals: amounts.length,
          sum_minor: sum(amounts),
          squares_minor: sum(amounts.map((amount) => amount ** 2)),
        })),
      },
      { l2o: none, o2d: none },
    );
    for (const cell of values.cells) {
      const truth = groups.find(
        ({ channel, segment }) => channel === cell.channel && segment === cell.segment,
      );
      const range = valueRange(cell, 0.95);
      cells += 1;
      if (range !== null && truth !== undefined && range.low <= truth.value && truth.value <= range.high)
        held += 1;
    }
  }
  return held / cells;
};

describe('the 95 % range of a value holds the true one', () => {
  it.each([
    ['differ a little', 0.5],
    ['differ much', 1],
  ])('between 93 and 97 times in a hundred where channels and segments %s', (_, apart) => {
    const share = coverage(apart);
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
  });

  it('and not less often where they do not differ at all, where the range is wider than it need be', () =>
    expect(coverage(0)).toBeGreaterThan(0.95));
});
