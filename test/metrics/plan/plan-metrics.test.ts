import { describe, expect, it } from 'vitest';
import { planMetrics } from '../../../src/metrics/plan/plan-metrics.ts';
import { glossary } from '../../../src/metrics/registry.ts';
import { verdictSentence } from '../../../src/metrics/verdict.ts';

describe('the numbers of a plan', () => {
  it.each(Object.values(planMetrics).map((metric) => [metric.id, metric] as const))(
    'are told in whole sentences: %s',
    (_, metric) => {
      expect(metric.question).toMatch(/^[A-Z].*\?$/);
      expect(metric.definition).toMatch(/^[A-Z].*\.$/);
      expect(metric.leftOut).toMatch(/^[A-Z].*\.$/);
      expect(verdictSentence(metric, 'usual', 'none')).toMatch(/^[A-Z].*\.$/);
      expect(`${metric.definition}${metric.leftOut}`).not.toMatch(/[—–]/);
    },
  );

  it('have names that no other number has', () => {
    const others = glossary.filter(
      (metric) => !Object.values(planMetrics).some(({ id }) => id === metric.id),
    );
    const ids = new Set(others.map(({ label }) => label));
    expect(Object.values(planMetrics).filter(({ label }) => ids.has(label))).toEqual([]);
  });
});
