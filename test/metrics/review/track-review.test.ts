import { describe, expect, it } from 'vitest';
import type { PlanBasis } from '../../../src/metrics/plan/plan-basis.ts';
import { noBudgets, trackReview, type TrackInput } from '../../../src/metrics/review/track-review.ts';
import { planBasis, valueOf } from '../../support/plan-basis.ts';
import { tinyCube } from '../../support/tiny-cube.ts';

describe('the quarter of the review', () => {
  const cube = tinyCube({
    closes: [
      { day: '2026-06-30', won: 1, won_minor: 100 },
      { day: '2026-05-01', won: 1, won_minor: 30 },
    ],
  });
  const basis: PlanBasis = planBasis();
  const budget = (quarter: string, amountMinor = 1000, currency: string | null = 'EUR') => ({
    quarter,
    amountMinor,
    currency,
  });
  const track = (input: TrackInput, currency: string | null = 'EUR') => trackReview(cube, currency, input);

  it('is that of the day where it has a budget', () => {
    const found = track({ budgets: [budget('2026-07-01'), budget('2026-04-01')], basis });
    expect(found).toMatchObject({ gap: null, quarterStart: '2026-04-01', quarterEnd: '2026-06-30' });
    expect(found.budget).toMatchObject({ wonMinor: 130, budgetMinor: 1000 });
  });

  it('is else the next one with a budget, of which nothing can be won yet', () => {
    const found = track({
      budgets: [budget('2026-01-01'), budget('2026-10-01'), budget('2026-07-01')],
      basis,
    });
    expect(found).toMatchObject({ gap: null, quarterStart: '2026-07-01', deals: 0, wonMinor: 0 });
  });

  it('is not told where open opportunities are too few to say what they bring', () => {
    const thin = { ...basis, o2d: { ...basis.o2d, horizonDays: null } };
    const budgets = [budget('2026-04-01')];
    const open = tinyCube({ opportunities: [{ day: '2026-06-01', opportunities: 2, open_minor: 700 }] });
    expect(trackReview(open, 'EUR', { budgets, basis: thin })).toMatchObject({
      gap: { reason: 'fewOpportunities' },
      budget: null,
    });
    expect(trackReview(cube, 'EUR', { budgets, basis: thin }).gap).toBeNull();
  });

  it('is that of the day without any, and says what is missing', () => {
    const missing = { quarterStart: '2026-04-01', budget: null };
    expect(track(noBudgets)).toMatchObject({ ...missing, gap: { reason: 'noBudget' } });
    expect(track({ budgets: [budget('2026-01-01'), budget('2026-04-01', 0)], basis })).toMatchObject({
      ...missing,
      gap: { reason: 'noBudget' },
    });
    const budgets = [budget('2026-04-01', 1000, 'SEK')];
    expect(track({ budgets, basis }).gap).toEqual({ reason: 'budgetCurrency', currency: 'SEK' });
    expect(track({ budgets, basis }, null).gap).toEqual({ reason: 'noCurrency' });
    const own = [budget('2026-04-01', 1000, null)];
    expect(track({ budgets: own, basis: 'counting' })).toMatchObject({
      ...missing,
      gap: { reason: 'countingBudget' },
    });
    expect(track({ budgets: own, basis: null })).toMatchObject({
      ...missing,
      gap: { reason: 'noOpportunities' },
    });
    expect(track({ budgets: own, basis }).gap).toBeNull();
    const noSize = { ...basis.values, total: valueOf(null, { dealSize: null }) };
    expect(track({ budgets: own, basis: { ...basis, values: noSize } }).gap).toEqual({ reason: 'noAmounts' });
  });
});
