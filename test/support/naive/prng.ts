/** A small seeded generator of pseudo-random choices (mulberry32), the same on every machine. */

/** Choices drawn from one seed, in order. */
export interface Prng {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both possible. */
  int(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of the given values. */
  pick<T>(values: readonly [T, ...T[]]): T;
  /** The values in a new order. */
  shuffle<T>(values: readonly T[]): T[];
}

/** Starts the sequence of a seed. */
export function createPrng(seed: number): Prng {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function int(low: number, high: number): number {
    return low + Math.floor(next() * (high - low + 1));
  }

  function shuffle<T>(values: readonly T[]): T[] {
    const keyed = values.map((value) => ({ value, key: next() }));
    return keyed.toSorted((a, b) => a.key - b.key).map((entry) => entry.value);
  }

  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (values) => values[int(0, values.length - 1)] ?? values[0],
    shuffle,
  };
}
