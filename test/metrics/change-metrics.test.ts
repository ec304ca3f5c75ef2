import { describe, expect, it } from 'vitest';
import { changeMetrics } from '../../src/metrics/change-metrics.ts';
import type { Metric } from '../../src/metrics/metric.ts';
import { revenueFactorLabels, revenueFactors } from '../../src/metrics/revenue-change.ts';

const all: readonly Metric[] = Object.values(changeMetrics);

describe('the metrics that say why a number moved', () => {
  it('have an id of their own each', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it.each(all)('$id has its question, its definition and who is left out in words', (metric) => {
    expect(metric.question).toMatch(/^[A-Z].*\?$/);
    expect(metric.definition).toMatch(/^[A-Z].*\.$/);
    expect(metric.leftOut).toMatch(/^[A-Z].*\.$/);
    expect(metric.subject).toMatch(/^the /);
    expect(metric.label).toMatch(/^[A-Z].*[^.]$/);
  });

  it('names every factor of revenue, each by a name of its own', () => {
    expect(Object.keys(revenueFactorLabels)).toEqual(revenueFactors);
    expect(new Set(Object.values(revenueFactorLabels)).size).toBe(revenueFactors.length);
  });
});
