import { describe, expect, it } from 'vitest';
import { valueMetrics } from '../../src/metrics/value-metrics.ts';
import type { Metric } from '../../src/metrics/metric.ts';

const all: readonly Metric[] = Object.values(valueMetrics);

describe('the metrics that say what leads are worth', () => {
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
});
