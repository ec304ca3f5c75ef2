const Z = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson 95 % interval of `count` out of `total`. */
export function wilson(count: number, total: number): Interval {
  const rate = count / total;
  const middle = (rate + (Z * Z) / (2 * total)) / (1 + (Z * Z) / total);
  const half =
    (Z / (1 + (Z * Z) / total)) * Math.sqrt((rate * (1 - rate)) / total + (Z * Z) / (4 * total * total));
  return { low: middle - half, high: middle + half };
}

/** Normal 95 % interval of a mean. */
export function meanInterval(values: readonly number[]): Interval & { readonly mean: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const half = Z * Math.sqrt(variance / values.length);
  return { mean, low: mean - half, high: mean + half };
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
