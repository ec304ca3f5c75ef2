import { addDays, addMonths, fromEpochDay, toEpochDay } from '../../domain/local-date.ts';
import type { Budget } from '../agreement.ts';
import type { Cube } from '../cube/cube.ts';
import { partOf, totalOf } from '../cube/facet.ts';
import { quarterOf } from '../plan/budget-outlook.ts';
import { budgetTrack, type BudgetTrack } from '../plan/budget-track.ts';
import type { PlanBasis } from '../plan/plan-basis.ts';
import type { ReviewGap } from './review-gap.ts';

/** What the review is told of budgets. */
export interface TrackInput {
  readonly budgets: readonly Budget[];
  /** Null where the values of leads cannot be measured, a text while they are not counted yet. */
  readonly basis: PlanBasis | 'counting' | null;
}

/** No budget was set. */
export const noBudgets: TrackInput = { budgets: [], basis: null };

/** What a quarter has brought so far, what is still open, and what it is heading for. Money is minor units; null where amounts cannot be added up. */
export interface TrackReview {
  /** Why nothing says whether that is enough; null where the budget does. */
  readonly gap: ReviewGap | null;
  readonly quarterStart: string;
  readonly quarterEnd: string;
  readonly deals: number;
  readonly wonMinor: number | null;
  readonly open: number;
  readonly openMinor: number | null;
  /** The quarter against its budget; null as long as there is a gap. */
  readonly budget: BudgetTrack | null;
}

/** Deals closed in a quarter by the as-of day of a cube, and their sum in minor units. */
export const wonInQuarter = (
  cube: Cube,
  quarter: string,
): { readonly deals: number; readonly wonMinor: number } => {
  const closes = partOf(cube.always.closes, {
    rows: null,
    columns: null,
    from: toEpochDay(quarter),
    to: Math.min(cube.asOf, toEpochDay(addMonths(quarter, 3)) - 1),
  });
  return { deals: totalOf(closes, 'won'), wonMinor: totalOf(closes, 'won_minor') };
};

/** The budget that is tracked on a day: that of its quarter, else the first one of a later quarter. A budget of 0 is none. */
const budgetOn = (budgets: readonly Budget[], quarter: string): Budget | null =>
  budgets
    .filter((budget) => budget.quarter >= quarter && budget.amountMinor > 0)
    .toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1))[0] ?? null;

const gapOf = (
  budget: Budget | null,
  currency: string | null,
  basis: TrackInput['basis'],
  open: number,
): ReviewGap | null => {
  if (budget === null) return { reason: 'noBudget' };
  if (currency === null) return { reason: 'noCurrency' };
  if (budget.currency !== null && budget.currency !== currency)
    return { reason: 'budgetCurrency', currency: budget.currency };
  if (basis === 'counting') return { reason: 'countingBudget' };
  if (basis === null) return { reason: 'noOpportunities' };
  if (basis.values.total.dealSize === null) return { reason: 'noAmounts' };
  return open > 0 && basis.o2d.horizonDays === null ? { reason: 'fewOpportunities' } : null;
};

/** The quarter so far and, with a budget, what it is heading for. Without one nothing says whether it is on track. */
export const trackReview = (
  cube: Cube,
  currency: string | null,
  { budgets, basis }: TrackInput = noBudgets,
): TrackReview => {
  const now = quarterOf(fromEpochDay(cube.asOf));
  const budget = budgetOn(budgets, now);
  const quarterStart = budget?.quarter ?? now;
  const { deals, wonMinor } = wonInQuarter(cube, quarterStart);
  const { opportunities } = cube.always;
  const open = totalOf(opportunities, 'open');
  const gap = gapOf(budget, currency, basis, open);
  return {
    gap,
    quarterStart,
    quarterEnd: addDays(addMonths(quarterStart, 3), -1),
    deals,
    wonMinor: currency === null ? null : wonMinor,
    open,
    openMinor: currency === null ? null : totalOf(opportunities, 'open_minor'),
    budget:
      gap !== null || budget === null || basis === null || basis === 'counting'
        ? null
        : budgetTrack(basis, budget, wonMinor),
  };
};
