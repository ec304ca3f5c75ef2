import { fitBetaBinomial, shrunkenRate } from '../../src/stats/beta-binomial.ts';
import { createPrng } from '../support/naive/prng.ts';
import { drawBeta, drawBinomial } from './draws.ts';
import type { Claim, Study } from './study.ts';

/** Five to fifteen channels of 5 to 1,000 leads whose true rates differ: how often the shrunken interval of each holds its true rate. */
export const shrinkageStudy: Study = {
  name: 'Shrunken rate of a channel',
  nominal: 0.95,
  world: (seed) => {
    const prng = createPrng(seed);
    const [mean, strength] = [0.05 + 0.25 * prng.next(), 10 + 90 * prng.next()];
    const channels = Array.from({ length: prng.int(5, 15) }, () => {
      const truth = drawBeta(prng, mean, strength);
      const n = Math.round(5 * 200 ** prng.next());
      return { truth, n, k: drawBinomial(prng, n, truth) };
    });
    const fit = fitBetaBinomial(channels);
    if (fit === null) return [];
    return channels.flatMap(({ truth, k, n }): readonly Claim[] => {
      const { rate, low, high } = shrunkenRate(k, n, fit, 0.95);
      return low === null || high === null ? [] : [{ truth, estimate: rate, low, high }];
    });
  },
};
