import { describe, expect, it } from 'vitest';
import type { ReviewGap } from '../../../src/metrics/review/review-gap.ts';
import { gapWords } from '../../../src/sentences/review/gap-words.ts';
import { leakAnswer, leakDefinition } from '../../../src/sentences/review/leak-answer.ts';
import { slaAnswer, slaDefinition } from '../../../src/sentences/review/sla-answer.ts';
import { reviewOf, slaInput } from '../../support/review-cube.ts';

const gaps: readonly ReviewGap[] = [
  { reason: 'noLeads' },
  { reason: 'noOpportunities' },
  { reason: 'notMeasurable', joint: 'l2o', because: 'Add the file.' },
  { reason: 'allYoung', daysLeft: 9 },
  { reason: 'fewWeeks', have: 1, need: 12 },
  { reason: 'fewMonths', have: 1, need: 2 },
  { reason: 'oneChannel', channel: 'Web' },
  { reason: 'noCurrency' },
  { reason: 'noBudget' },
  { reason: 'countingBudget' },
  { reason: 'noAmounts' },
  { reason: 'fewOpportunities' },
  { reason: 'budgetCurrency', currency: 'SEK' },
  { reason: 'noActivities', because: 'Add the calls.' },
  { reason: 'noHandovers' },
  { reason: 'counting' },
  { reason: 'noTarget' },
  { reason: 'notStarted', firstMonth: '2026-08-01' },
  { reason: 'noLeaks' },
  { reason: 'noDecisions' },
  { reason: 'noWins' },
];

describe('a block without data', () => {
  it.each(gaps)('says why and what it takes: $reason', (gap) => {
    const { why, needs } = gapWords(gap);
    expect(why).toMatch(/^[A-Za-z][^.]*[^.]$/);
    expect(needs).toMatch(/\.$/);
  });

  it('counts what is missing', () => {
    expect(gapWords({ reason: 'allYoung', daysLeft: 13 }).why).toBe(
      'No rate yet, the first in about 13 days',
    );
    expect(gapWords({ reason: 'allYoung', daysLeft: 15 }).why).toBe(
      'No rate yet, the first in about 3 weeks',
    );
    expect(gapWords({ reason: 'fewWeeks', have: 1, need: 12 })).toEqual({
      why: 'Usual variation cannot be told from 1 week',
      needs: 'Limits need 12 whole weeks; these files hold 1.',
    });
    expect(gapWords({ reason: 'fewMonths', have: 0, need: 2 }).needs).toMatch(/; none has\.$/);
    expect(gapWords({ reason: 'fewMonths', have: 1, need: 2 }).needs).toMatch(/; only 1 has\.$/);
  });
});

describe('the answers about promises and leaks', () => {
  it('wait until the handovers are counted', () => {
    const { sla, leaks } = reviewOf({});
    expect(slaAnswer(sla)).toBe('Counting the handovers');
    expect(leakAnswer(leaks, 'EUR')).toBe('Counting the handovers');
  });

  it('name the file that is missing', () => {
    const { sla } = reviewOf({}, { sla: slaInput({ because: 'Add the file of calls.' }) });
    expect([slaAnswer(sla), slaDefinition(sla)]).toEqual([
      'Whether sales answers in time cannot be told',
      'Add the file of calls.',
    ]);
  });

  const week = {
    week: '2026-06-15',
    group_name: 'Web',
    handovers: 100,
    met: 52,
    due: 80,
    never_contacted: 12,
    attempts_ok: 40,
    attempts_due: 80,
    full_met: 30,
    full_due: 80,
  };

  it('tell what sales kept, and that marketing has promised nothing', () => {
    const { sla } = reviewOf({}, { sla: slaInput({ weeks: [week] }) });
    expect(slaAnswer(sla)).toBe(
      'Sales answered 65.0% in time and tried often enough for 50.0%; no promise of marketing is agreed',
    );
    expect(slaDefinition(sla)).toBe(
      'Promise: a first attempt within 1 business hour (Monday to Friday, 9 to 17), 6 attempts in 7 days. MQLs of 1 Jun to 28 Jun, 100 handovers, those that are due.',
    );
  });

  it('tell what was lost, and how much of it waited', () => {
    const sum = (journeys: number, minor: number, unvalued = 0) => ({ journeys, minor, unvalued });
    const untold = { owners: [], trend: null };
    const base = reviewOf({}).leaks;
    const review = {
      ...base,
      gap: null,
      from: '2025-07-01',
      to: '2026-06-30',
      lost: sum(50, 90_000_000, 1),
      lines: [
        { leak: 'lostOpportunity', stage: null, ...sum(10, 60_000_000), ...untold },
        { leak: 'slow', stage: null, ...sum(30, 20_000_000), ...untold },
        { leak: 'untried', stage: null, ...sum(10, 10_000_000), ...untold },
      ],
    } as const;
    expect(leakAnswer(review, 'EUR')).toBe(
      '€900K of usual value was lost; €300K of it waited or stalled, most under “Answered late”',
    );
    expect(leakDefinition(review, 'EUR')).toMatch(/ 1 lead has no value and counts as 0\.$/);
    expect(leakAnswer({ ...review, lines: review.lines.slice(0, 1) }, 'EUR')).toBe(
      '€900K of usual value was lost; none of it waits for an answer or stalls',
    );
  });
});
