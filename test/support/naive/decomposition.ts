/** Section 5: why a rate or revenue moved. */

/** Successes of a channel in two periods. */
export interface MixRateCell {
  n0: number;
  x0: number;
  n1: number;
  x1: number;
}

/** A ratio that takes the value of the other period where it is 0 / 0, and 0 where both are (5.4). */
function ratios(x0: number, n0: number, x1: number, n1: number): [number, number] {
  const [r0, r1] = [n0 === 0 ? null : x0 / n0, n1 === 0 ? null : x1 / n1];
  return [r0 ?? r1 ?? 0, r1 ?? r0 ?? 0];
}

/** Section 5.1: mix and rate of each channel; null if a period is empty. */
export function mixAndRate(cells: MixRateCell[]): { mix: number; rate: number }[] | null {
  const total = (key: keyof MixRateCell): number => cells.reduce((sum, cell) => sum + cell[key], 0);
  if (total('n0') === 0 || total('n1') === 0) return null;
  const pooled = (total('x0') / total('n0') + total('x1') / total('n1')) / 2;
  return cells.map(({ n0, x0, n1, x1 }) => {
    const [w0, w1] = [n0 / total('n0'), n1 / total('n1')];
    const [p0, p1] = ratios(x0, n0, x1, n1);
    return { mix: (w1 - w0) * ((p0 + p1) / 2 - pooled), rate: ((w0 + w1) / 2) * (p1 - p0) };
  });
}

/** What came of the leads of a channel in one period. */
export interface RevenueCell {
  leads: number;
  converted: number;
  opps: number;
  won: number;
  revenue: number;
}

/** The six factors, in order. */
export const FACTORS = ['volume', 'mix', 'l2o', 'opps_per_converted', 'o2d', 'deal_size'] as const;

/** Money by factor. */
export type RevenueEffects = Record<(typeof FACTORS)[number], number>;

/** Every order of some numbers. */
function orders(items: number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first) =>
    orders(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  );
}

const ALL_ORDERS = orders([0, 1, 2, 3, 4, 5]);

function product(factors: number[]): number {
  return factors.reduce((whole, factor) => whole * factor, 1);
}

/** The mean, over all 720 orders, of what changing each factor in its turn does to the product. */
function shapleyByOrders(before: number[], after: number[]): number[] {
  const sums = before.map(() => 0);
  for (const order of ALL_ORDERS) {
    const now = [...before];
    for (const factor of order) {
      const old = product(now);
      now[factor] = after[factor] ?? 0;
      sums[factor] = (sums[factor] ?? 0) + product(now) - old;
    }
  }
  return sums.map((sum) => sum / ALL_ORDERS.length);
}

/** Section 5.2: the six factors of each channel, mix centred, by brute force over all orders of change. */
export function revenueEffects(channels: { t0: RevenueCell; t1: RevenueCell }[]): RevenueEffects[] {
  const volume0 = channels.reduce((sum, { t0 }) => sum + t0.leads, 0);
  const volume1 = channels.reduce((sum, { t1 }) => sum + t1.leads, 0);
  const total0 = channels.reduce((sum, { t0 }) => sum + t0.revenue, 0);
  const total1 = channels.reduce((sum, { t1 }) => sum + t1.revenue, 0);
  return channels.map(({ t0, t1 }) => {
    const pairs: [number, number][] = [
      [volume0, volume1],
      ratios(t0.leads, volume0, t1.leads, volume1),
      ratios(t0.converted, t0.leads, t1.converted, t1.leads),
      ratios(t0.opps, t0.converted, t1.opps, t1.converted),
      ratios(t0.won, t0.opps, t1.won, t1.opps),
      ratios(t0.revenue, t0.won, t1.revenue, t1.won),
    ];
    const [m0, m1] = pairs[1] ?? [0, 0];
    const values = shapleyByOrders(
      pairs.map(([before]) => before),
      pairs.map(([, after]) => after),
    );
    const [volume = 0, mix = 0, l2o = 0, opps_per_converted = 0, o2d = 0, deal_size = 0] = values;
    const centred = mix - ((m1 - m0) * (total0 + total1)) / 2;
    return { volume, mix: centred, l2o, opps_per_converted, o2d, deal_size };
  });
}
