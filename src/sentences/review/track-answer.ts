import type { BudgetTrack } from '../../metrics/plan/budget-track.ts';
import type { TrackReview } from '../../metrics/review/track-review.ts';
import { count, day, dayAndMonth, moneyShort, several, wholePercent } from '../format.ts';
import { gapWords } from './gap-words.ts';

/** The quarter of a date: "Q4". */
export const quarterName = (date: string): string => `Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

const isClosed = ({ openMinor, arrivedMinor, toCreateMinor }: BudgetTrack): boolean =>
  openMinor + arrivedMinor + toCreateMinor === 0;

/** The gap and the leads that would close it: "the gap is €1.1M, or 340 website leads by 5 Dec". */
const gapInWords = ({ gapMinor, gapInLeads }: BudgetTrack, currency: string): string => {
  if (gapMinor === 0) return '';
  const gap = `; the gap is ${moneyShort(gapMinor, currency)}`;
  if (gapInLeads === null) return `${gap}, and what arrives from now on closes after the quarter`;
  const { channel, leads, by, isBeyondExperience } = gapInLeads;
  const beyond = isBeyondExperience ? ', more than 1.5 times its best month' : '';
  return `${gap}, or ${count(leads)} more ${channel} ${leads === 1 ? 'lead' : 'leads'} by ${dayAndMonth(by)}${beyond}`;
};

const rangeWords = ({ range, budgetMinor }: BudgetTrack): string =>
  range === null
    ? ', how sure cannot be told'
    : `, 80% range ${Math.round((100 * range.low) / budgetMinor)} to ${wholePercent(range.high / budgetMinor)}`;

const budgetAnswer = (budget: BudgetTrack, quarter: string, currency: string): string => {
  const share = wholePercent(budget.expectedMinor / budget.budgetMinor);
  if (isClosed(budget)) {
    const short =
      budget.gapMinor === 0
        ? ''
        : `, ${moneyShort(budget.gapMinor, currency)} short, and nothing more is expected`;
    return `${share} of the ${quarter} budget is won${short}`;
  }
  return `We reach ${share} of the ${quarter} budget${rangeWords(budget)}${gapInWords(budget, currency)}`;
};

/** The answer to "are we on track?": the quarter against its budget, or what was won and why nothing says whether it is enough. */
export const trackAnswer = (
  { quarterStart, wonMinor, deals, gap, budget }: TrackReview,
  currency: string | null,
): string => {
  const quarter = quarterName(quarterStart);
  if (budget !== null && currency !== null) return budgetAnswer(budget, quarter, currency);
  const won =
    wonMinor === null || currency === null
      ? several(deals, ['deal', 'deals'])
      : moneyShort(wonMinor, currency);
  return `${won} won in ${quarter} so far; ${lower(gapWords(gap ?? { reason: 'noBudget' }).why)}`;
};

/** The counts behind it. */
export const trackDefinition = (
  { quarterStart, quarterEnd, deals, open, openMinor, gap, budget }: TrackReview,
  currency: string | null,
): string => {
  const closed =
    deals === 0 && budget !== null
      ? `No deal of the quarter is closed yet; it ends on ${day(quarterEnd)}.`
      : `${several(deals, ['deal', 'deals'])} closed since ${day(quarterStart)}; the quarter ends on ${day(quarterEnd)}.`;
  if (budget !== null && currency !== null) {
    const chance =
      budget.chance === null ? '' : ` The chance of the budget is ${chanceWords(budget.chance)}.`;
    return `${closed} Expected: ${moneyShort(budget.openMinor, currency)} of ${several(open, ['open opportunity', 'open opportunities'])} by their age, ${moneyShort(budget.arrivedMinor, currency)} of leads that have arrived, ${moneyShort(budget.toCreateMinor, currency)} of new ones at the pace of three months.${chance}`;
  }
  const value =
    openMinor === null || currency === null ? '' : `, ${moneyShort(openMinor, currency)} at full value`;
  return `${closed} ${count(open)} opportunities are open${value}. ${gapWords(gap ?? { reason: 'noBudget' }).needs}`;
};

/** A chance as a whole percentage that is never certain: "43%", "below 1%", "above 99%". */
export const chanceWords = (chance: number): string =>
  chance < 0.01 ? 'below 1%' : chance > 0.99 ? 'above 99%' : wholePercent(chance);

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
