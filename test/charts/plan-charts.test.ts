import { describe, expect, it } from 'vitest';
import { ChanceCurve, chanceFrame, type ChanceCurveProps } from '../../src/charts/chance-curve.tsx';
import { dotsFrame, IntervalDots, type IntervalDotsProps } from '../../src/charts/interval-dots.tsx';
import { elementsWith, markupOf, tableOf } from '../support/chart-markup.ts';

const dots: IntervalDotsProps = {
  dots: [
    { key: 'a', label: 'Referral', value: 100, interval: { low: 80, high: 130 }, isUnsure: false },
    { key: 'b', label: 'Email', value: 10, interval: { low: 1, high: 900 }, isUnsure: true },
    { key: 'c', label: 'New', value: 20, interval: null, isUnsure: true },
  ],
  title: 'Value per lead',
  summary: 'Referral first',
  format: String,
  words: { row: 'Channel', value: 'Value', low: 'Low', high: 'High' },
};

describe('values with intervals', () => {
  it('writes into its table the very values it draws', () => {
    const html = markupOf(IntervalDots, dots);
    expect(elementsWith(html, 'data-mark').map((mark) => Number(mark['data-value']))).toEqual([100, 10, 20]);
    expect(tableOf(html)).toEqual([
      { label: 'Referral', cells: [100, 80, 130] },
      { label: 'Email', cells: [10, 1, 900] },
      { label: 'New', cells: [20, null, null] },
    ]);
  });

  it('cuts an interval that would press all others flat, and starts at 0', () => {
    const { xOf, left, right, scale } = dotsFrame(dots, 720);
    expect(scale.max).toBeLessThanOrEqual(200);
    expect(xOf(0)).toBe(left);
    expect(xOf(900)).toBe(right);
    expect(xOf(100)).toBeLessThan(right);
  });

  it('stands on the page without one value', () =>
    expect(markupOf(IntervalDots, { ...dots, dots: [] })).toContain('svg'));
});

const curve: ChanceCurveProps = {
  points: [0, 50, 100].map((amount) => ({ amount, chance: amount / 100 })),
  marks: [
    { key: 'now', label: 'now: 20%', amount: 20, chance: 0.2, isNow: true },
    { key: 'even', label: 'even: 22%', amount: 22, chance: 0.22, isNow: false },
  ],
  xTitle: 'leads',
  title: 'Chance by leads',
  summary: 'It rises',
  formatAmount: String,
  formatChance: (chance) => `${Math.round(chance * 100)}%`,
  words: { amount: 'Leads', chance: 'Chance' },
};

describe('a chance by an amount', () => {
  it('is drawn from nothing to certainty, whatever its points', () => {
    const { yOf, top, bottom, xOf, left, right } = chanceFrame(curve, 720);
    expect([yOf(0), yOf(1)]).toEqual([bottom, top]);
    expect([xOf(0), xOf(100)]).toEqual([left, right]);
  });

  it('moves the words of marks that would touch apart', () => {
    const [first = 0, second = 0] = chanceFrame(curve, 720).wordY;
    expect(Math.abs(first - second)).toBeGreaterThanOrEqual(19);
  });

  it('writes into its table the points it draws, and names its marks', () => {
    const html = markupOf(ChanceCurve, curve);
    expect(tableOf(html)).toEqual([
      { label: '0', cells: [0] },
      { label: '50', cells: [0.5] },
      { label: '100', cells: [1] },
    ]);
    expect(elementsWith(html, 'data-mark').map((mark) => Number(mark['data-amount']))).toEqual([20, 22]);
  });
});
