import { leadValues, valueRange } from '../../src/metrics/lead-value.ts';
import { createPrng, type Prng } from '../support/naive/prng.ts';
import { drawBinomial, drawNormal } from './draws.ts';
import type { Claim, Study } from './study.ts';

const none = { windowDays: 30, horizonDays: null, factor: 1 };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** A factor around 1, whose logarithm has the given standard deviation. */
const drawFactor = (prng: Prng, deviation: number): number => Math.exp(deviation * drawNormal(prng));

interface Cell {
  readonly channel: string;
  readonly segment: string;
  readonly leads: number;
  readonly converted: number;
  readonly won: number;
  readonly amounts: readonly number[];
  /** What a lead of this channel and segment is truly worth. */
  readonly value: number;
}

/** Six channels of two segments; true rates and deal sizes lie as far apart as said, by 35 % between and 15 % within channels at 1. */
const drawCells = (prng: Prng, apart: number): readonly Cell[] =>
  Array.from({ length: 6 }, (_, channel) => {
    const [l2o, o2d, size] = [
      0.15 * drawFactor(prng, 0.35 * apart),
      0.25 * drawFactor(prng, 0.35 * apart),
      10_000 * drawFactor(prng, 0.35 * apart),
    ];
    return ['Small', 'Large'].map((segment) => {
      const p = Math.min(0.9, l2o * drawFactor(prng, 0.15 * apart));
      const q = Math.min(0.9, o2d * drawFactor(prng, 0.15 * apart));
      const trueSize = size * drawFactor(prng, 0.15 * apart);
      const leads = 20 + Math.round(150 * drawFactor(prng, 0.8));
      const converted = drawBinomial(prng, leads, p);
      const won = drawBinomial(prng, converted, q);
      const amounts = Array.from(
        { length: won },
        () => trueSize * drawFactor(prng, 0.6) * Math.exp(-(0.6 ** 2) / 2),
      );
      return { channel: `c${channel}`, segment, leads, converted, won, amounts, value: p * q * trueSize };
    });
  }).flat();

const countsOf = (cells: readonly Cell[]): Parameters<typeof leadValues>[0] => ({
  leads: cells.map(({ channel, segment, leads, converted }) => ({
    row_group: channel,
    column_group: segment,
    journeys_l2o: leads,
    converted_windowed: converted,
  })),
  opportunities: cells.map(({ channel, segment, converted, won }) => ({
    row_group: channel,
    column_group: segment,
    opportunities_windowed: converted,
    won_windowed: won,
  })),
  sourced: cells.map(({ channel, converted }) => ({ channel, converted, sourced: converted })),
  amounts: cells.map(({ channel, segment, amounts }) => ({
    channel,
    segment,
    deals: amounts.length,
    sum_minor: sum(amounts),
    squares_minor: sum(amounts.map((amount) => amount ** 2)),
  })),
});

/** How often the 95 % range of a channel and segment's value holds the true one, where groups lie `apart` (0: they do not differ). */
export const leadValueStudy = (apart: number): Study => ({
  name: `Value per lead, groups ${apart === 0 ? 'equal' : apart < 1 ? 'a little apart' : 'far apart'}`,
  nominal: 0.95,
  world: (seed) => {
    const cells = drawCells(createPrng(seed), apart);
    return leadValues(countsOf(cells), { l2o: none, o2d: none }).cells.flatMap((cell): readonly Claim[] => {
      const truth = cells.find(
        ({ channel, segment }) => channel === cell.channel && segment === cell.segment,
      );
      const range = valueRange(cell, 0.95);
      return range === null || truth === undefined || cell.valueMinor === null
        ? []
        : [{ truth: truth.value, estimate: cell.valueMinor, ...range }];
    });
  },
});
