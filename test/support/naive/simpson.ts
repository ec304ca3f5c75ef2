/** Sections 5.3 and 5.5: the logarithmic check of a decomposition, and Simpson's paradox. */
import type { MixRateCell } from './decomposition.ts';
import { mixAndRate } from './decomposition.ts';

/** The logarithmic mean. */
function logMean(a: number, b: number): number {
  return a === b ? a : (a - b) / Math.log(a / b);
}

/** Additive LMDI of products of factors, one row a channel: the effect of each factor; null where a zero occurs. */
export function lmdi(channels: { before: number[]; after: number[] }[]): number[] | null {
  const all = channels.flatMap(({ before, after }) => [...before, ...after]);
  if (all.some((factor) => !(factor > 0))) return null;
  const product = (factors: number[]): number => factors.reduce((whole, factor) => whole * factor, 1);
  const [first] = channels;
  return (first?.before ?? []).map((_, index) =>
    channels.reduce((sum, { before, after }) => {
      const change = Math.log((after[index] ?? 1) / (before[index] ?? 1));
      return sum + logMean(product(after), product(before)) * change;
    }, 0),
  );
}

/** Over time: every channel with enough in both periods moves one way and the whole the other (strong), or rates are outweighed by mix (weak). */
export function simpsonOverTime(cells: MixRateCell[], enough = 30): 'strong' | 'weak' | null {
  const parts = mixAndRate(cells);
  if (parts === null) return null;
  const total = (key: keyof MixRateCell): number => cells.reduce((sum, cell) => sum + cell[key], 0);
  const whole = Math.sign(total('x1') / total('n1') - total('x0') / total('n0'));
  const ways = cells
    .filter(({ n0, n1 }) => n0 >= enough && n1 >= enough)
    .map(({ n0, x0, n1, x1 }) => Math.sign(x1 / n1 - x0 / n0));
  if (whole !== 0 && ways.length > 0 && ways.every((way) => way === -whole)) return 'strong';
  const mix = parts.reduce((sum, part) => sum + part.mix, 0);
  const rate = parts.reduce((sum, part) => sum + part.rate, 0);
  return Math.sign(rate) !== whole && Math.abs(mix) > Math.abs(rate) ? 'weak' : null;
}
