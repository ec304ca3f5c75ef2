import type { MarketingGap, SalesGap } from '../../metrics/promise/negotiation-basis.ts';
import { count, several } from '../format.ts';

/** Why something cannot be judged, and what is needed. */
export interface GapSentence {
  readonly why: string;
  readonly needs: string;
}

const marketing: Readonly<Record<MarketingGap, GapSentence>> = {
  deals: {
    why: 'No outcome of opportunities says yet what a lead is worth',
    needs:
      'The files do not tell which opportunities were won and which were lost, or which lead they came from. Add all opportunities with their outcome and the id of the lead or its contact.',
  },
  currencies: {
    why: 'Amounts in several currencies are not added up',
    needs:
      'A lead has no value then. Export the amounts in one currency, and name that column as the amount.',
  },
  amounts: {
    why: 'No lead has a value: no deal has an amount',
    needs:
      'Name the column of the opportunities that holds the amount. Until then nothing can be promised in value.',
  },
  months: {
    why: 'The data are too young for a promise of value',
    needs: 'Three whole months of leads are needed, six to say how likely a promise is kept.',
  },
  leads: {
    why: 'No lead of the last three months has a value',
    needs:
      'Their channels and segments have led to no deal so far, or no leads arrived. Check that the latest export is complete.',
  },
};

/** Why marketing's promise cannot be judged. */
export const marketingGapWords = (gap: MarketingGap): GapSentence => marketing[gap];

/** Why sales' promise cannot be judged. */
export const salesGapWords = (gap: SalesGap): GapSentence =>
  'because' in gap
    ? { why: 'How sales answered cannot be told', needs: gap.because }
    : {
        why: `${several(gap.days, ['day', 'days'])} of history: too few to judge a promise`,
        needs: `A promise of sales is replayed on ${count(90)} days. Add older exports, or come back later.`,
      };
