import { wilson } from '../../src/stats/wilson.ts';
import { createPrng } from '../support/naive/prng.ts';
import { drawBeta, drawBinomial } from './draws.ts';
import type { Study } from './study.ts';

/** Channels of 30 to 1,000 leads with true rates around 13 %: how often the interval holds the true rate. */
export const wilsonStudy: Study = {
  name: 'Wilson interval of a rate',
  nominal: 0.95,
  world: (seed) => {
    const prng = createPrng(seed);
    const truth = drawBeta(prng, 0.13, 12);
    const n = prng.int(30, 1000);
    const k = drawBinomial(prng, n, truth);
    const bounds = wilson(k, n);
    return bounds === null ? [] : [{ truth, estimate: k / n, ...bounds }];
  },
};
