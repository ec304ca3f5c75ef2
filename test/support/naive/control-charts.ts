/** Sections 4.5 and 4.6: limits and the three signals. */

/** The limits of a point and the line in the middle; lower and upper may differ from point to point. */
export interface Limits {
  mean: number;
  lower: number;
  upper: number;
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** |x_i − x_{i−1}| of neighbours. */
export function movingRanges(values: number[]): number[] {
  return values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? 0)));
}

/** XmR limits from the first `baseline` points, constants as printed by Wheeler. */
export function xmrLimits(values: number[], baseline: number): Limits & { mr_bar: number; url_mr: number } {
  const base = values.slice(0, baseline);
  const [mean, range] = [meanOf(base), meanOf(movingRanges(base))];
  return {
    mean,
    mr_bar: range,
    lower: mean - 2.66 * range,
    upper: mean + 2.66 * range,
    url_mr: 3.268 * range,
  };
}

/** Laney's p′ limits of every point, cut to [0, 1], from the first `baseline` points; n is never 0 here. */
export function laneyLimits(
  x: number[],
  n: number[],
  baseline: number,
): { p_bar: number; sigma_z: number; limits: Limits[] } {
  const [baseX, baseN] = [x.slice(0, baseline), n.slice(0, baseline)];
  const p_bar = (meanOf(baseX) * baseX.length) / (meanOf(baseN) * baseN.length);
  const spread = (size: number): number => Math.sqrt((p_bar * (1 - p_bar)) / size);
  const scores = baseX.map((value, index) => {
    const size = baseN[index] ?? 0;
    return (value / size - p_bar) / spread(size);
  });
  const sigma_z = meanOf(movingRanges(scores)) / 1.128;
  const limits = n.map((size) => ({
    mean: p_bar,
    lower: Math.max(0, p_bar - 3 * spread(size) * sigma_z),
    upper: Math.min(1, p_bar + 3 * spread(size) * sigma_z),
  }));
  return { p_bar, sigma_z, limits };
}

/** The indices of points at which each rule speaks. */
export function signals(
  values: number[],
  limits: Limits[],
): { rule1: number[]; rule2: number[]; rule3: number[] } {
  const at = (keep: (index: number) => boolean): number[] => [...values.keys()].filter(keep);
  /** Where a point stands: 1 strictly above the mean, −1 strictly below, 0 on it. */
  const side = (index: number): number => Math.sign((values[index] ?? 0) - (limits[index]?.mean ?? 0));
  /** 1 or −1 if the point is strictly nearer to that limit than to the mean, else 0. */
  const near = (index: number): number => {
    const [value, limit] = [values[index] ?? 0, limits[index]];
    if (limit === undefined) return 0;
    if (value > (limit.mean + limit.upper) / 2) return 1;
    return value < (limit.mean + limit.lower) / 2 ? -1 : 0;
  };
  const lastOf = (index: number, count: number): number[] =>
    Array.from({ length: count }, (_, back) => index - back).filter((one) => one >= 0);
  return {
    rule1: at((index) => {
      const [value, limit] = [values[index] ?? 0, limits[index]];
      return limit !== undefined && (value < limit.lower || value > limit.upper);
    }),
    rule2: at(
      (index) =>
        index >= 7 && side(index) !== 0 && lastOf(index, 8).every((one) => side(one) === side(index)),
    ),
    rule3: at(
      (index) =>
        index >= 3 && [1, -1].some((way) => lastOf(index, 4).filter((one) => near(one) === way).length >= 3),
    ),
  };
}
