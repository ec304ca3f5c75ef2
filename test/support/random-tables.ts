import type { ChannelFunnel, FunnelCounts } from '../../src/metrics/revenue-change.ts';
import type { TwoPeriods } from '../../src/stats/mix-rate.ts';
import type { Prng } from './naive/prng.ts';

/** A size that is often 0, often small, sometimes large. */
const size = (prng: Prng): number =>
  prng.chance(0.2) ? 0 : prng.int(1, prng.pick([3, 50, 1000, 1_000_000]));

/** A part of a whole, often none or all of it. */
const part = (prng: Prng, whole: number): number =>
  prng.chance(0.2) ? 0 : prng.chance(0.1) ? whole : prng.int(0, whole);

/** Counts of one to twelve channels in two periods, some with nothing in one of them or in both. */
export const randomPeriods = (prng: Prng): readonly TwoPeriods[] =>
  Array.from({ length: prng.int(1, 12) }, () => {
    const [n0, n1] = [size(prng), size(prng)];
    return { n0, n1, k0: part(prng, n0), k1: part(prng, n1) };
  });

const randomCounts = (prng: Prng): FunnelCounts => {
  const leads = size(prng);
  const converted = part(prng, leads);
  const opportunities = converted === 0 ? 0 : prng.int(1, 2 * converted);
  const won = part(prng, opportunities);
  const revenueMinor = won === 0 || prng.chance(0.05) ? 0 : won * prng.int(1, 10_000_000);
  return { leads, converted, opportunities, won, revenueMinor };
};

/** Funnels of one to twelve channels in two periods, in which every count follows from the one before. */
export const randomFunnels = (prng: Prng): readonly ChannelFunnel[] =>
  Array.from({ length: prng.int(1, 12) }, (_, index) => ({
    channel: `channel ${index}`,
    before: randomCounts(prng),
    after: randomCounts(prng),
  }));
