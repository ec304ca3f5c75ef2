import { describe, expect, it } from 'vitest';
import { agreementShare, takenLeads } from '../../src/metrics/taken-leads.ts';

const part = (side: string, journeys: number, opportunities: number, deals: number) => ({
  side,
  journeys,
  opportunities,
  deals,
});

describe('two definitions of the same stage', () => {
  const taken = takenLeads([part('before', 40, 4, 1), part('both', 60, 30, 9), part('after', 100, 35, 20)]);

  it('take the leads that only they take and those that both take', () => {
    expect([taken.first, taken.second]).toEqual([100, 160]);
    expect(taken.agreement).toMatchObject({ k: 60, n: 200, rate: 0.3 });
  });

  it('are told what became of each part', () => {
    expect(taken.onlyFirst).toMatchObject({
      journeys: 40,
      toOpportunity: { k: 4, n: 40 },
      toDeal: { k: 1, n: 40 },
    });
    expect(taken.both.toDeal).toMatchObject({ k: 9, n: 60 });
    expect(taken.onlySecond.toOpportunity).toMatchObject({ k: 35, n: 100 });
  });

  it('hold the disputed leads against the agreed ones, disputed minus agreed', () => {
    expect(taken.disputed.onlyFirst.difference).toBeCloseTo(0.1 - 0.5, 12);
    expect(taken.disputed.onlyFirst).toMatchObject({ verdict: 'probably', direction: 'down' });
    expect(taken.disputed.onlySecond.difference).toBeCloseTo(0.35 - 0.5, 12);
  });

  it('that take nobody agree on nothing, and nothing can be told', () => {
    const nobody = takenLeads([]);
    expect(nobody).toMatchObject({ first: 0, second: 0, agreement: { k: 0, n: 0, rate: null } });
    expect(nobody.disputed.onlyFirst.verdict).toBe('cannotTell');
    expect(agreementShare.measure).toBe('share');
  });
});
