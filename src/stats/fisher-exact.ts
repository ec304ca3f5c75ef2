import type { Group } from './group.ts';

/** Tables whose chances differ relatively by no more than this are equally likely, as in R `fisher.test`. */
const asLikely = 1 + 1e-7;

/**
 * Chances of each number of successes in the first group, given all totals (hypergeometric), as multiples of the
 * largest. Each follows from its neighbour, outwards from the largest, so that large counts lose no digits; the next
 * after the last possible one comes out as 0, as do those below the smallest double.
 */
const relativeChances = (first: Group, second: Group): ReadonlyMap<number, number> => {
  const successes = first.k + second.k;
  const likeliest = Math.floor(((successes + 1) * (first.n + 1)) / (first.n + second.n + 2));
  const growth = (k: number): number =>
    ((successes - k) * (first.n - k)) / ((k + 1) * (second.n - successes + k + 1));
  const chances = new Map<number, number>();
  let chance = 1;
  for (let k = likeliest; chance > 0; k += 1) {
    chances.set(k, chance);
    chance *= growth(k);
  }
  chance = 1 / growth(likeliest - 1);
  for (let k = likeliest - 1; chance > 0; k -= 1) {
    chances.set(k, chance);
    chance /= growth(k - 1);
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
  const chances = relativeChances(first, second);
  const limit = (chances.get(first.k) ?? 0) * asLikely;
  let all = 0;
  let noLikelier = 0;
  for (const chance of chances.values()) {
    all += chance;
    if (chance <= limit) noLikelier += chance;
  }
  return noLikelier / all;
};
