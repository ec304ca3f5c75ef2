import { describe, expect, it } from 'vitest';
import { criteriaAnswer, criteriaShare, type CriteriaCounts } from '../../src/metrics/criteria-answer.ts';
import { definitionMetrics } from '../../src/metrics/definition-metrics.ts';
import { agreementShare } from '../../src/metrics/taken-leads.ts';

const counts = (meets: boolean, parts: Partial<CriteriaCounts>): CriteriaCounts => ({
  meets,
  leads: 0,
  mature: 0,
  converted: 0,
  with_deal: 0,
  opportunities: 0,
  won: 0,
  ...parts,
});

describe('leads that meet criteria', () => {
  const answer = criteriaAnswer([
    counts(false, { leads: 300, mature: 200, converted: 10, with_deal: 3, opportunities: 30, won: 3 }),
    counts(true, { leads: 100, mature: 80, converted: 40, with_deal: 12, opportunities: 29, won: 20 }),
  ]);

  it('are a share of all leads of the period, old enough or not', () =>
    expect(answer.share).toMatchObject({ k: 100, n: 400, rate: 0.25 }));

  it('are told apart from the others by what became of both, among those old enough', () => {
    expect(answer.meets).toMatchObject({
      leads: 100,
      l2o: { k: 40, n: 80 },
      o2d: { k: 20, n: 29 },
      withDeal: 12,
    });
    expect(answer.others).toMatchObject({
      leads: 300,
      l2o: { k: 10, n: 200 },
      o2d: { k: 3, n: 30 },
      withDeal: 3,
    });
  });

  it('are compared with the others, themselves minus the others', () => {
    expect(answer.difference.l2o.difference).toBeCloseTo(0.5 - 0.05, 12);
    expect(answer.difference.l2o).toMatchObject({ verdict: 'probably', direction: 'up' });
  });

  it('are not compared on fewer than thirty', () => expect(answer.difference.o2d.verdict).toBe('cannotTell'));

  it('are none where no lead was created', () =>
    expect(criteriaAnswer([])).toMatchObject({
      share: { k: 0, n: 0, rate: null },
      meets: { leads: 0, withDeal: 0 },
      others: { leads: 0 },
    }));

  it('are one of the numbers of the area', () =>
    expect(definitionMetrics).toEqual({ criteriaShare, agreementShare }));
});
