import type { Group } from './group.ts';

/** Tables whose chances differ relatively by no more than this are equally likely, as in R `fisher.test`. */
const asLikely = 1 + 1e-7;

/**
 * Chances of each number of successes in the first group, given all totals (hypergeometric), as multiples of the
 * largest. Each follows from its neighbour, outwards from the largest, so that large counts lose no digits; those
 * below the smallest double are 0.
 */
const relativeChances = (first: Group, second: Group, lowest: number): readonly number[] => {
  const successes = first.k + second.k;
  const highest = Math.min(successes, first.n);
  const likeliest = Math.floor(((successes + 1) * (first.n + 1)) / (first.n + second.n + 2));
  const chances = Array.from({ length: highest - lowest + 1 }, () => 0);
  const growth = (k: number): number =>
    ((successes - k) * (first.n - k)) / ((k + 1) * (second.n - successes + k + 1));
  let chance = 1;
  for (let k = likeliest; k <= highest && chance > 0; k += 1) {
    chances[k - lowest] = chance;
    chance *= growth(k);
  }
  chance = 1;
  for (let k = likeliest; k > lowest && chance > 0; k -= 1) {
    chance /= growth(k - 1);
    chances[k - 1 - lowest] = chance;
  }
  return chances;
};

/**
 * Fisher's exact test of two groups having one rate, two-sided (Fisher 1934): the chance, given all totals, of a table
 * no likelier than the one seen. 1 where all trials succeeded or none did. Null where a group has no trials. A chance
 * below about 1e-300 is 0.
 */
export const fisherExact = (first: Group, second: Group): number | null => {
  if (first.n <= 0 || second.n <= 0) return null;
  const lowest = Math.max(0, first.k - (second.n - second.k));
  const chances = relativeChances(first, second, lowest);
  const limit = (chances[first.k - lowest] ?? 0) * asLikely;
  let all = 0;
  let noLikelier = 0;
  for (const chance of chances) {
    all += chance;
    if (chance <= limit) noLikelier += chance;
  }
  return noLikelier / all;
};
