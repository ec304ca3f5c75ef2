import { describe, expect, it } from 'vitest';
import { planLines } from '../../src/headless/plan-markdown.ts';
import { readOptions, UsageError } from '../../src/headless/report-options.ts';
import { budgetPlan } from '../../src/metrics/plan/budget-plan.ts';
import { planBasis } from '../support/plan-basis.ts';

const budgetsOf = (...texts: readonly string[]) =>
  readOptions([...texts.flatMap((text) => ['--budget', text]), 'Lead.csv']).budgets;

describe('a budget on the command line', () => {
  it('is a quarter and an amount in whole units of the currency of the deals', () => {
    expect(budgetsOf('2026-Q4=1200000')).toEqual([
      { quarter: '2026-10-01', amountMinor: 120_000_000, currency: null },
    ]);
    expect(budgetsOf('2027-Q1=0.29')).toEqual([{ quarter: '2027-01-01', amountMinor: 29, currency: null }]);
  });

  it('is given once a quarter; the last one counts', () =>
    expect(budgetsOf('2026-Q3=5', '2026-Q2=1', '2026-Q3=7').map(({ amountMinor }) => amountMinor)).toEqual([
      100, 700,
    ]));

  it.each(['2026-Q5=1', '2026-Q0=1', '2026-10=1', '2026-Q4', '2026-Q4=', '2026-Q4=-5', '2026-Q4=1e6'])(
    'is refused as %s, in one line that says what belongs there',
    (text) => {
      expect(() => budgetsOf(text)).toThrow(UsageError);
      expect(() => budgetsOf(text)).toThrow(/2026-Q4=1200000/);
    },
  );
});

describe('the section on budgets', () => {
  const plan = budgetPlan(
    planBasis(),
    { quarter: '2026-07-01', amountMinor: 5_000_000, currency: null },
    90_000,
  );

  it('says what a budget takes, and leaves the number of leads whole', () => {
    const text = planLines([plan], 'EUR').join('\n');
    expect(text).toContain('### Q3 2026');
    expect(text).toContain('Budget €50,000; won €900, expected of open opportunities €100');
    expect(text).toContain(`- Leads a month: ${Math.ceil(plan.need.leadsPerMonth ?? 0)} (80% range`);
    expect(text).toMatch(/chance of 10%: \d+, 50%: \d+, 80%: \d+, 90%: \d+\./);
    expect(text).toContain('| web | 210 | 2 months | 31 Jul | beyond 1.5 times its best month |');
  });

  it('is not there without a plan or a currency', () => {
    expect(planLines([], 'EUR')).toEqual([]);
    expect(planLines([plan], null)).toEqual([]);
  });

  it('says so where leads come too late', () => {
    const late = {
      ...plan,
      need: { ...plan.need, leadsPerMonth: null, range: null, infeasible: 'Too late.' },
    };
    expect(planLines([late], 'EUR').join('\n')).toContain('- Leads a month: –; usual pace 150. Too late.');
  });
});
