import type { SalesPlan } from '../../metrics/plan/sales-plan.ts';
import { count, moneyShort } from '../format.ts';
import { endOfMonth, monthWords } from './quarter-words.ts';

/** Leads a month in whole leads: what is needed is rounded up. */
export const wholeLeads = (leads: number): string => count(Math.max(0, Math.ceil(leads - 1e-9)));

/** The answer to "what does the budget take?". */
export const needAnswer = (
  { need, usualLeads, ground }: SalesPlan,
  budget: { readonly minor: number; readonly quarter: string },
  currency: string,
): string => {
  const amount = `The ${budget.quarter} budget of ${moneyShort(budget.minor, currency)}`;
  const start = monthWords(ground.startMonth);
  if (need.gapMinor === 0) return `${amount} is covered by what is there and on its way`;
  if (need.leadsPerMonth === null)
    return `No lead that arrives from ${start} on closes in the quarter: ${moneyShort(need.gapMinor, currency)} of the ${budget.quarter} budget has to come from what is open`;
  const leads = Math.ceil(need.leadsPerMonth - 1e-9);
  return `${amount} takes ${count(leads)} ${leads === 1 ? 'lead' : 'leads'} a month from ${start} on; the usual pace is ${count(Math.round(usualLeads))}`;
};

/** How the number came about. */
export const needDefinition = (
  { need, ground }: SalesPlan,
  budgetMinor: number,
  currency: string,
): string => {
  const short = (minor: number): string => moneyShort(minor, currency);
  const won = ground.wonMinor > 0 ? `${short(ground.wonMinor)} won, ` : '';
  const before =
    ground.before.meanMinor > 0
      ? `, ${short(ground.before.meanMinor)} of leads at the usual pace until then`
      : '';
  const sum = `${short(budgetMinor)} less ${won}${short(ground.open.meanMinor)} expected of open opportunities, ${short(ground.arrived.meanMinor)} of leads that have arrived${before}: ${short(need.gapMinor)} to find.`;
  if (need.leadsPerMonth === null || need.gapMinor === 0) return sum;
  const last = endOfMonth(Math.max(...ground.quarterMonths));
  const range =
    need.range === null
      ? 'How sure cannot be told.'
      : `80% range by how well lead values are known: ${wholeLeads(need.range.low)} to ${wholeLeads(need.range.high)} leads a month.`;
  return `${sum} One lead a month in this mix brings ${short(need.revenuePerMonthlyLeadMinor)} by ${last}. ${range}`;
};
