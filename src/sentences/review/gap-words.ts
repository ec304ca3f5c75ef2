import type { ReviewGap } from '../../metrics/review/review-gap.ts';
import { monthAndYear, several } from '../format.ts';

/** Why a block has nothing to show, and what it takes. */
export interface GapWords {
  /** In place of the answer. */
  readonly why: string;
  /** In place of the proof. */
  readonly needs: string;
}

const weeksOf = (days: number): string => {
  const weeks = Math.ceil(days / 7);
  return days < 14 ? several(days, ['day', 'days']) : several(weeks, ['week', 'weeks']);
};

/** A gap in the reader's words. */
export const gapWords = (gap: ReviewGap): GapWords => {
  switch (gap.reason) {
    case 'noLeads':
      return {
        why: 'No leads yet',
        needs:
          'No lead is dated on or before the as-of day. Choose a later day, or open files that hold leads.',
      };
    case 'noOpportunities':
      return {
        why: 'No opportunities yet',
        needs:
          'No opportunity is dated on or before the as-of day. Choose a later day, or add the file that lists opportunities.',
      };
    case 'notMeasurable':
      return { why: 'This cannot be measured with these files', needs: gap.because };
    case 'allYoung':
      return {
        why: `No rate yet, the first in about ${weeksOf(gap.daysLeft)}`,
        needs:
          'No week is old enough to have had its whole window. Until then a rate would be low only because time has not passed.',
      };
    case 'fewWeeks':
      return {
        why: `Usual variation cannot be told from ${several(gap.have, ['week', 'weeks'])}`,
        needs: `Limits need ${gap.need} whole weeks; these files hold ${gap.have}.`,
      };
    case 'fewMonths':
      return {
        why: 'No two months to compare yet',
        needs: `A comparison needs ${gap.need} months that have both had their whole window; ${gap.have === 0 ? 'none has' : `only ${gap.have} has`}.`,
      };
    case 'oneChannel':
      return {
        why: 'One channel only: there is nothing to compare',
        needs: `Every lead of the year has the channel ${gap.channel}. Map another column to channel, or add leads of other channels.`,
      };
    case 'noCurrency':
      return {
        why: 'Amounts are not added up',
        needs: 'They are in several currencies, or in none that is named, and there is no table of rates.',
      };
    case 'noBudget':
      return {
        why: 'No budget to hold this against',
        needs: 'A budget for the quarter is needed to say whether this is enough: set it on the Plan page.',
      };
    case 'countingBudget':
      return {
        why: 'Counting what is still to come',
        needs: 'The outlook against the budget stands here as soon as it is counted.',
      };
    case 'noAmounts':
      return {
        why: 'No deal has an amount to hold against the budget',
        needs: 'The opportunities need an amount column.',
      };
    case 'fewOpportunities':
      return {
        why: 'Too few opportunities to say what the open ones will bring',
        needs: 'At least 30 opportunities must have been followed from their creation on.',
      };
    case 'budgetCurrency':
      return {
        why: 'The budget is in another currency than the deals',
        needs: `It is in ${gap.currency}, and there is no table of rates. Type it in again on the Plan page.`,
      };
    case 'noActivities':
      return { why: 'Whether sales answers in time cannot be told', needs: gap.because };
    case 'noHandovers':
      return {
        why: 'No handover is due yet',
        needs: 'No lead of a whole week became an MQL early enough to be answered by now.',
      };
    case 'counting':
      return { why: 'Counting the handovers', needs: 'The numbers stand here as soon as they are counted.' };
    case 'noLeaks':
      return {
        why: 'No loss can be told in money',
        needs:
          'A value per lead is needed: won deals with amounts in one currency, and leads old enough to have had their window.',
      };
    case 'noTarget':
      return {
        why: 'no promise of marketing is agreed',
        needs:
          'The value of leads to deliver each month is needed to say whether marketing kept its word: agree on it on the SLA page.',
      };
    case 'notStarted':
      return {
        why: `marketing’s promise begins in ${monthAndYear(gap.firstMonth)}`,
        needs: `The first month of the agreement, ${monthAndYear(gap.firstMonth)}, has not come yet.`,
      };
    case 'noDecisions':
      return {
        why: 'No decision is written down yet',
        needs:
          'A decision with a day, an owner and the number it should move would stand here with its measured effect.',
      };
    case 'noWins':
      return {
        why: 'No deal was closed this week',
        needs: 'The largest deal of a week, or the first of its kind, stands here.',
      };
  }
};
