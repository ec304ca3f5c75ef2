import { describe, expect, it } from 'vitest';
import { glossary } from '../../src/metrics/registry.ts';
import { verdictSentence } from '../../src/metrics/verdict.ts';

const entries = glossary.map((metric) => [metric.id, metric] as const);

describe('the glossary', () => {
  it('has every number of the specification that a page or report names', () => {
    expect(glossary.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'l2o',
        'o2d',
        'l2d',
        'l2o_to_date',
        'l2o_w',
        'o2d_w',
        'closed_win_rate',
        'l2o_projected',
        'cohort_maturity',
        'days_l2o_q',
        'pipeline_velocity',
        'pipeline_created',
        'rate_eb',
        'sla_attainment',
        'sla_effect',
        'lead_value',
      ]),
    );
  });

  it('names no number twice', () => {
    const ids = glossary.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const labels = glossary.map(({ label }) => label);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  });

  it.each(entries)('asks a question and answers in whole sentences: %s', (_, metric) => {
    expect(metric.question).toMatch(/^[A-Z].*\?$/s);
    expect(metric.definition).toMatch(/^[A-Z].*\.$/s);
    expect(metric.leftOut).toMatch(/^[A-Z].*\.$/s);
    expect(metric.label).toMatch(/^[A-Z0-9].*[^.]$/s);
  });

  it.each(entries)('has a name that stands in the middle of a sentence: %s', (_, metric) => {
    expect(metric.subject).toMatch(/^(the|a|an|how|what) .*[^.]$/s);
    expect(verdictSentence(metric, 'usual', 'none')).toMatch(/^[A-Z].*\.$/s);
  });

  it.each(entries)('uses no dash in place of a comma and no word of machinery: %s', (_, metric) => {
    const text = [metric.label, metric.question, metric.definition, metric.leftOut, metric.subject].join(' ');
    expect(text).not.toMatch(/[—–]|\bSQL query\b|\bnull\b|\bundefined\b|journey_id|  /);
  });
});
