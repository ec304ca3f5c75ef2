/** Sections 4.1 and 4.2: intervals of a share and of a difference, from their definitions. */

/** Two ends. */
export type Interval = [number, number];

/** The z within which a normal variable lies with a probability, by Simpson's rule and halving; good to 1e-12. */
export function zOfLevel(level: number): number {
  const within = (z: number): number => {
    const steps = 2000;
    let sum = 0;
    for (let step = 0; step <= steps; step += 1) {
      const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
      sum += weight * Math.exp(-0.5 * ((z * step) / steps) ** 2);
    }
    return (2 * sum * z) / (3 * steps) / Math.sqrt(2 * Math.PI);
  };
  let [low, high] = [0, 8];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (within(middle) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Wilson (1927): the shares π from which x of n is no further than z standard errors, `(x/n − π)² ≤ z²·π(1−π)/n`. Found by halving
 * on either side of x/n, not by formula. Null for n = 0.
 */
export function wilsonByHalving(x: number, n: number, z = 1.959963984540054): Interval | null {
  if (n === 0) return null;
  const p = x / n;
  const isInside = (share: number): boolean => (p - share) ** 2 <= (z ** 2 * share * (1 - share)) / n;
  const edge = (outside: number): number => {
    let [out, inside] = [outside, p];
    for (let step = 0; step < 200; step += 1) {
      const middle = (out + inside) / 2;
      if (isInside(middle)) inside = middle;
      else out = middle;
    }
    return inside;
  };
  return [x === 0 ? 0 : edge(0), x === n ? 1 : edge(1)];
}

/** Newcombe (1998), method 10, for x1/n1 − x2/n2; null if a group is empty. */
export function newcombe(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  z = 1.959963984540054,
): { diff: number; lower: number; upper: number } | null {
  const [first, second] = [wilsonByHalving(x1, n1, z), wilsonByHalving(x2, n2, z)];
  if (first === null || second === null) return null;
  const [p1, p2] = [x1 / n1, x2 / n2];
  return {
    diff: p1 - p2,
    lower: p1 - p2 - Math.hypot(p1 - first[0], second[1] - p2),
    upper: p1 - p2 + Math.hypot(first[1] - p1, p2 - second[0]),
  };
}
