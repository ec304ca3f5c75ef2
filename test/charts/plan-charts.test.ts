import { describe, expect, it } from 'vitest';
import { ChanceCurve, chanceFrame, type ChanceCurveProps } from '../../src/charts/chance-curve.tsx';
import { elementsWith, markupOf, tableOf } from '../support/chart-markup.ts';

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
