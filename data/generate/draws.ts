import type { Rng } from './prng.ts';

/** The element at `index`; an index outside the list is a mistake of the caller. */
export function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`No element ${index} in a list of ${items.length}.`);
  return item;
}

/** True with the given probability. */
export const chance = (rng: Rng, probability: number): boolean => rng() < probability;

/** A real number in [low, high). */
export const between = (rng: Rng, low: number, high: number): number => low + (high - low) * rng();

/** A whole number from low to high, both included. */
export const wholeBetween = (rng: Rng, low: number, high: number): number =>
  low + Math.floor(rng() * (high - low + 1));

/** One element, all equally likely. */
export const pick = <T>(rng: Rng, items: readonly T[]): T => itemAt(items, Math.floor(rng() * items.length));

/** One element, likely in proportion to its weight. */
export function pickWeighted<T>(rng: Rng, items: readonly T[], weightOf: (item: T) => number): T {
  let left = rng() * items.reduce((sum, item) => sum + weightOf(item), 0);
  const found = items.find((item) => (left -= weightOf(item)) < 0);
  return found ?? itemAt(items, items.length - 1);
}

/** Exponential waiting time with the given mean. */
export const exponential = (rng: Rng, mean: number): number => -mean * Math.log(1 - rng());

/** Standard normal (Box and Muller 1958, one of the pair). */
export const normal = (rng: Rng): number =>
  Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());

/** Log-normal with the given median and spread on the log scale. */
export const logNormal = (rng: Rng, median: number, sigma: number): number =>
  median * Math.exp(sigma * normal(rng));

/** A copy in random order (Fisher and Yates). */
export function shuffled<T>(rng: Rng, items: readonly T[]): T[] {
  const copy = [...items];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = Math.floor(rng() * (last + 1));
    const held = itemAt(copy, last);
    copy[last] = itemAt(copy, other);
    copy[other] = held;
  }
  return copy;
}

/** `count` different elements, or all of them when there are fewer. */
export const sample = <T>(rng: Rng, items: readonly T[], count: number): T[] =>
  shuffled(rng, items).slice(0, count);

/**
 * Systematic sampling with unequal probabilities (Madow 1949) over a shuffled list: each element is chosen with its own
 * probability and the number chosen equals the sum of the probabilities to within one. So a planted rate is met
 * in total, while its weeks still vary like chance.
 */
export function chooseExactly<T>(
  rng: Rng,
  items: readonly T[],
  probabilityOf: (item: T) => number,
): ReadonlySet<T> {
  const chosen = new Set<T>();
  let running = rng();
  for (const item of shuffled(rng, items)) {
    const before = Math.floor(running);
    running += probabilityOf(item);
    if (Math.floor(running) > before) chosen.add(item);
  }
  return chosen;
}

/** The same within each group, so that the planned total of every group is met. */
export function chooseWithinGroups<T>(
  rng: Rng,
  groups: readonly (readonly T[])[],
  probabilityOf: (item: T) => number,
): ReadonlySet<T> {
  const chosen = new Set<T>();
  for (const group of groups) {
    for (const item of chooseExactly(rng, group, probabilityOf)) chosen.add(item);
  }
  return chosen;
}
