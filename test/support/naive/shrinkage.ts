/** Sections 4.3 and 4.7: shrunken rates, and the false discovery rate by its definition. */

/** A group with its successes. */
export interface Group {
  x: number;
  n: number;
}

/** The fit: the mean and the prior size M; null with fewer than three groups that have anybody. */
export function fitGroups(groups: Group[]): { mu: number; size: number } | null {
  const used = groups.filter((group) => group.n > 0);
  const k = used.length;
  const total = used.reduce((sum, group) => sum + group.n, 0);
  if (k < 3) return null;
  const mu = used.reduce((sum, group) => sum + group.x, 0) / total;
  const between = used.reduce((sum, { x, n }) => sum + n * (x / n - mu) ** 2, 0) / (k - 1);
  const within = used.reduce((sum, { x, n }) => sum + n * (x / n) * (1 - x / n), 0) / (total - k);
  const n0 = (total - used.reduce((sum, group) => sum + group.n ** 2, 0) / total) / (k - 1);
  const rho = (between - within) / (between + (n0 - 1) * within);
  // 0 / 0 where nobody or everybody converted, or every group is one person: no spread to be seen.
  const isSpread = Number.isFinite(rho) && rho > 0;
  return { mu, size: isSpread ? Math.min((1 - rho) / rho, total) : total };
}

/** The shrunken rate of every group: the mean for an empty group, the raw rate with fewer than three groups. */
export function shrunkenRates(groups: Group[]): (number | null)[] {
  const fit = fitGroups(groups);
  return groups.map(({ x, n }) => {
    if (fit === null) return n === 0 ? null : x / n;
    return n === 0 ? fit.mu : (x + fit.mu * fit.size) / (n + fit.size);
  });
}

/**
 * Benjamini and Hochberg (1995): of all thresholds that still let a p through, the best bound on the share of false
 * discoveries: threshold × tests / p-values at or below it. Cells without a test (null) count nowhere.
 */
export function benjaminiHochberg(values: (number | null)[]): (number | null)[] {
  const tested = values.filter((value) => value !== null);
  return values.map((value) => {
    if (value === null) return null;
    const bounds = tested
      .filter((threshold) => threshold >= value)
      .map((threshold) => (threshold * tested.length) / tested.filter((one) => one <= threshold).length);
    return Math.min(1, ...bounds);
  });
}
