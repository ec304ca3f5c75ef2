import { describe, expect, it } from 'vitest';
import { standardDefinitions } from '../../src/domain/definition-set.ts';
import {
  agreedHistory,
  agreementInForce,
  budgetOf,
  joinAgreed,
  nothingAgreed,
  withBudget,
  withDefinitions,
  type Budget,
} from '../../src/metrics/agreement.ts';
import { agreementWith } from '../support/agreements.ts';

const first = agreementWith({ version: 1, startsOn: '2026-02-01' });
const second = agreementWith({ version: 2, startsOn: '2026-05-01' });

describe('the agreement a day is measured by', () => {
  it('is none before the first has started', () =>
    expect(agreementInForce([first, second], '2026-01-31')).toBeNull());

  it('is the first from the day it starts', () =>
    expect(agreementInForce([first, second], '2026-02-01')).toBe(first));

  it('is the next one from the day that starts', () => {
    expect(agreementInForce([first, second], '2026-04-30')).toBe(first);
    expect(agreementInForce([first, second], '2026-05-01')).toBe(second);
  });

  it('is the one of the higher version, where it starts before an older one', () => {
    const early = agreementWith({ version: 2, startsOn: '2026-01-15' });
    expect(agreementInForce([first, early], '2026-03-01')).toBe(early);
  });
});

const budget = (quarter: string, amountMinor: number): Budget => ({ quarter, amountMinor, currency: 'EUR' });

describe('budgets', () => {
  it('are those of their quarter, one each, in order', () => {
    const budgets = [budget('2026-04-01', 2), budget('2026-01-01', 1), budget('2026-04-01', 3)].reduce(
      withBudget,
      [] as readonly Budget[],
    );
    expect(budgets).toEqual([budget('2026-01-01', 1), budget('2026-04-01', 3)]);
    expect(budgetOf(budgets, '2026-04-01')?.amountMinor).toBe(3);
    expect(budgetOf(budgets, '2026-07-01')).toBeNull();
  });
});

describe('definitions that were agreed', () => {
  const since = (validFrom: string) => ({ ...standardDefinitions, name: validFrom, validFrom });

  it('are numbered in the order of their days', () => {
    const one = withDefinitions([], since('2026-01-01'));
    const two = withDefinitions(one, since('2026-03-01'));
    expect(two.map(({ version, validFrom }) => [version, validFrom])).toEqual([
      [1, '2026-01-01'],
      [2, '2026-03-01'],
    ]);
  });

  it('take the place of those from the same day on', () => {
    const both = withDefinitions(withDefinitions([], since('2026-01-01')), since('2026-03-01'));
    expect(withDefinitions(both, { ...since('2026-03-01'), name: 'New' }).map(({ name }) => name)).toEqual([
      '2026-01-01',
      'New',
    ]);
    expect(withDefinitions(both, since('2025-12-01')).map(({ version }) => version)).toEqual([1]);
  });

  it('are no history where there are none', () => {
    expect(agreedHistory(nothingAgreed)).toBeNull();
    expect(agreedHistory({ ...nothingAgreed, definitions: [standardDefinitions] })).toEqual([
      standardDefinitions,
    ]);
  });
});

describe('two records of what was agreed', () => {
  it('are joined so that the later one counts where both say something', () => {
    const again = agreementWith({ version: 2, language: 'sv' });
    const joined = joinAgreed(
      { definitions: [standardDefinitions], agreements: [first, second], budgets: [budget('2026-01-01', 1)] },
      { definitions: [], agreements: [again], budgets: [budget('2026-01-01', 2)] },
    );
    expect(joined).toEqual({
      definitions: [standardDefinitions],
      agreements: [first, again],
      budgets: [budget('2026-01-01', 2)],
    });
  });

  it('have the definitions of the later one, where it has any', () => {
    const other = { ...standardDefinitions, name: 'Other' };
    expect(
      joinAgreed(
        { ...nothingAgreed, definitions: [standardDefinitions] },
        { ...nothingAgreed, definitions: [other] },
      ).definitions,
    ).toEqual([other]);
  });
});
