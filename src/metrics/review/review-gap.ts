import type { Joint } from '../metric.ts';

/** Why a block of the weekly review has nothing to show; what is needed follows from it. */
export type ReviewGap =
  /** There is no lead at all. */
  | { readonly reason: 'noLeads' }
  /** Leads, but none became an opportunity, or no opportunity is dated by the as-of day. */
  | { readonly reason: 'noOpportunities' }
  /** The files cannot tell this joint; `because` is the reason given with the data. */
  | { readonly reason: 'notMeasurable'; readonly joint: Joint; readonly because: string }
  /** No week or month has had its whole window; the first one has in `daysLeft` days. */
  | { readonly reason: 'allYoung'; readonly daysLeft: number }
  /** Fewer whole weeks than `need`. */
  | { readonly reason: 'fewWeeks'; readonly have: number; readonly need: number }
  /** Fewer than two months that both have had their window. */
  | { readonly reason: 'fewMonths'; readonly have: number; readonly need: number }
  /** All leads are of one channel, so there is nothing to compare. */
  | { readonly reason: 'oneChannel'; readonly channel: string }
  /** Amounts in several currencies, or in none that is named, are not added up. */
  | { readonly reason: 'noCurrency' }
  | { readonly reason: 'noBudget' }
  /** There is a budget, and the engine is still counting what is to come. */
  | { readonly reason: 'countingBudget' }
  /** Deals were won, and none of them has an amount. */
  | { readonly reason: 'noAmounts' }
  /** Too few opportunities were followed to say what open ones bring. */
  | { readonly reason: 'fewOpportunities' }
  /** The budget is in another currency than the deals. */
  | { readonly reason: 'budgetCurrency'; readonly currency: string }
  /** Handovers or the calls that answer them are not in the files; `because` names the column that is needed. */
  | { readonly reason: 'noActivities'; readonly because: string }
  /** No handover of a whole week is due yet. */
  | { readonly reason: 'noHandovers' }
  /** The engine is still at it. */
  | { readonly reason: 'counting' }
  /** Marketing and sales have not agreed on a target. */
  | { readonly reason: 'noTarget' }
  /** The first month of what was agreed has not come yet. */
  | { readonly reason: 'notStarted'; readonly firstMonth: string }
  /** Leads have no value to count a leak by. */
  | { readonly reason: 'noLeaks' }
  | { readonly reason: 'noDecisions' }
  /** No deal was closed in the week. */
  | { readonly reason: 'noWins' };
