import { describe, expect, it } from 'vitest';
import { chartEvidence, countChart, rateChart, shownLower } from '../../src/metrics/control-chart.ts';
import { pPrimeChart } from '../../src/stats/p-prime.ts';
import { xmrChart } from '../../src/stats/xmr.ts';

const counts = [41, 38, 45, 39, 44, 40, 37, 43, 42, 40, 46, 39] as const;

describe('the chart of a weekly count', () => {
  it('has limits from the first twelve weeks', () => {
    expect(countChart([...counts, 60])).toEqual(xmrChart([...counts, 60], 12));
    expect(countChart([...counts, 60])?.signals.rule1).toEqual([12]);
  });

  it('has limits from a longer baseline where one is chosen', () => {
    expect(countChart([...counts, 60], 13)).toEqual(xmrChart([...counts, 60], 13));
  });

  it('has none with eleven weeks, or a baseline of eleven', () => {
    expect(countChart(counts.slice(0, 11))).toBeNull();
    expect(countChart(counts, 11)).toBeNull();
  });

  it('shows no lower limit below 0', () => {
    expect(shownLower({ lower: -3 })).toBe(0);
    expect(shownLower({ lower: 3 })).toBe(3);
  });
});

const rates = counts.map((k) => ({ k, n: 100 }));

describe('the chart of a weekly rate', () => {
  it('has limits from the first twelve weeks that have leads', () => {
    const gap = { k: 0, n: 0 };
    const weeks = [gap, ...rates.slice(0, 5), gap, ...rates.slice(5), { k: 90, n: 100 }];
    expect(rateChart(weeks)).toEqual(pPrimeChart(weeks, 14));
    expect(rateChart(weeks)?.mean).toBe(pPrimeChart(rates, 12)?.mean);
    expect(rateChart(weeks, 13)?.mean).not.toBe(rateChart(weeks)?.mean);
  });

  it('has none with eleven weeks that have leads, or a baseline of eleven', () => {
    expect(rateChart([...rates.slice(0, 11), { k: 0, n: 0 }])).toBeNull();
    expect(rateChart(rates, 11)).toBeNull();
    expect(rateChart(rates)).not.toBeNull();
  });
});

describe('what a chart says of a week', () => {
  const chart = { mean: 10, signals: { rule1: [1], rule2: [2], rule3: [3] } };

  it.each([
    [0, 10, false, 'none'],
    [1, 11, true, 'up'],
    [2, 9, true, 'down'],
    [3, 9, true, 'down'],
  ] as const)('at place %i, worth %i: signal %s, direction %s', (index, value, isSignal, direction) => {
    expect(chartEvidence(chart, index, value)).toEqual({ isSignal, direction });
  });
});
