import { describe, expect, it } from 'vitest';
import { readOptions, UsageError } from '../../src/headless/report-options.ts';

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
