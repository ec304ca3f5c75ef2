import { newcombe } from '../../src/stats/newcombe.ts';
import { createPrng } from '../support/naive/prng.ts';
import { drawBeta, drawBinomial } from './draws.ts';
import type { Study } from './study.ts';

/** Two periods of 30 to 600 leads each, with true rates around 13 %: how often the interval holds the true difference. */
export const differenceStudy: Study = {
  name: 'Newcombe interval of a difference',
  nominal: 0.95,
  world: (seed) => {
    const prng = createPrng(seed);
    const [before, after] = [drawBeta(prng, 0.13, 12), drawBeta(prng, 0.13, 12)];
    const [n0, n1] = [prng.int(30, 600), prng.int(30, 600)];
    const found = newcombe(drawBinomial(prng, n1, after), n1, drawBinomial(prng, n0, before), n0);
    if (found === null) return [];
    return [{ truth: after - before, estimate: found.difference, low: found.low, high: found.high }];
  },
};
