import { firstDayOf, monthIndex } from '../../domain/calendar-month.ts';
import { addDays } from '../../domain/local-date.ts';
import { budgetOf, withBudget, type Budget } from '../../metrics/agreement.ts';
import { monthsOfQuarter, quarterOf } from '../../metrics/plan/budget-outlook.ts';
import { firstWholeMonth } from '../../metrics/plan/plan-basis.ts';

const offered = 4;

/** The quarters that a budget can be set for: that of the day after the as-of day and the three after it. */
export const quartersFrom = (asOf: string): readonly string[] => {
  const first = monthIndex(quarterOf(addDays(asOf, 1)));
  return Array.from({ length: offered }, (_, index) => firstDayOf(first + 3 * index));
};

/** The one that is looked at first: the first with a budget, else the first. */
export const firstQuarter = (quarters: readonly string[], budgets: readonly Budget[]): string =>
  quarters.find((quarter) => (budgetOf(budgets, quarter)?.amountMinor ?? 0) > 0) ?? quarters[0] ?? '';

/** The months that a plan for a quarter can start in: from the first whole month to come to the end of the quarter, at least one. */
export const startMonths = (asOf: string, quarter: string): readonly number[] => {
  const first = firstWholeMonth(asOf);
  const last = Math.max(first, ...monthsOfQuarter(quarter));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
};

const minorUnits = 100;

/** Budgets with one of so many whole units of a currency; 0 takes it away. A currency without a code of three letters is not named. */
export const changedBudgets = (
  budgets: readonly Budget[],
  quarter: string,
  amount: number,
  currency: string,
): readonly Budget[] =>
  amount <= 0
    ? budgets.filter((budget) => budget.quarter !== quarter)
    : withBudget(budgets, {
        quarter,
        amountMinor: amount * minorUnits,
        currency: /^[A-Z]{3}$/.test(currency) ? currency : null,
      });
