import { slaEffect, type SlaStratum } from '../../src/metrics/sla-effect.ts';
import { createPrng, type Prng } from '../support/naive/prng.ts';
import { drawBinomial } from './draws.ts';
import type { Study } from './study.ts';

interface PlantedStratum extends SlaStratum {
  readonly planted: number;
}

const drawStratum = (prng: Prng, index: number, gain: number): PlantedStratum => {
  const late = 0.04 + 0.3 * prng.next();
  const inTime = late + gain * (0.5 + prng.next());
  const metShare = 0.2 + 0.6 * prng.next();
  const leads = prng.int(20, 400);
  const metN = drawBinomial(prng, leads, metShare);
  const missedN = leads - metN;
  return {
    channel: `Channel ${index}`,
    segment: 'All',
    met: { k: drawBinomial(prng, metN, inTime), n: metN },
    missed: { k: drawBinomial(prng, missedN, late), n: missedN },
    planted: inTime - late,
  };
};

/**
 * Channels differ in how good their leads are and in how often they are answered in time, so that the plain difference
 * misleads; answering in time adds the planted gain within each.
 */
export const slaEffectStudy = (gain: number): Study => ({
  name: `Effect of answering in time, ${(gain * 100).toFixed(0)} points planted`,
  nominal: 0.95,
  world: (seed) => {
    const prng = createPrng(seed);
    const strata = Array.from({ length: prng.int(3, 8) }, (_, index) => drawStratum(prng, index, gain));
    const { estimate } = slaEffect(strata);
    if (estimate === null) return [];
    const used = strata.filter(({ met, missed }) => Math.min(met.n, missed.n) >= 10);
    const late = used.reduce((sum, { missed }) => sum + missed.n, 0);
    const truth = used.reduce((sum, { missed, planted }) => sum + (missed.n / late) * planted, 0);
    return [{ truth, estimate: estimate.effect, low: estimate.low, high: estimate.high }];
  },
});
