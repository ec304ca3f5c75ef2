import { wholeParts } from '../../stats/largest-remainder.ts';
import type { PercentMix } from './plan-basis.ts';

/**
 * A mix in which one channel has another share, in whole percents from 0 to 100; the others give or take in proportion
 * to what they have, or equally where they have nothing. It is 100 together as before; a single channel stays at 100.
 */
export const mixWith = (mix: PercentMix, channel: string, percent: number): PercentMix => {
  const others = [...mix].filter(([name]) => name !== channel);
  if (others.length === 0 || !mix.has(channel)) return mix;
  const rest = 100 - percent;
  const total = others.reduce((sum, [, share]) => sum + share, 0);
  const parts = wholeParts(
    others.map(([, share]) => (total > 0 ? (rest * share) / total : rest / others.length)),
  );
  const moved = new Map(others.map(([name], index) => [name, parts[index] ?? 0]));
  return new Map([...mix.keys()].map((name) => [name, moved.get(name) ?? percent]));
};
