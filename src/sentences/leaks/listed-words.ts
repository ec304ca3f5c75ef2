import { count, day, money } from '../format.ts';
import { daysWords, minutesWords } from '../duration-words.ts';

/** A record behind a count, as far as it is told in words. */
export interface ListedWords {
  readonly owner: string;
  readonly channel: string;
  readonly segment: string;
  readonly start_date: string;
  readonly stage: string;
  readonly standing: string;
  readonly amount_minor: number | null;
  readonly attempts: number | null;
  readonly response_minutes: number | null;
  readonly days: number | null;
}

const stageWords: Readonly<Record<string, string>> = {
  created: 'New lead',
  mql: 'MQL',
  sal: 'Accepted',
  sql: 'Qualified',
  opportunity: 'Opportunity',
};

const standingWords: Readonly<Record<string, string>> = {
  won: 'won',
  dropped: 'disqualified',
  recycled: 'in nurture',
  stalled: 'stalled',
  in_progress: 'in progress',
  open: 'open',
  opportunity: 'became an opportunity',
  disqualified: 'disqualified',
  met: 'answered in time',
  breached: 'late',
  pending: 'not due yet',
  pending_met: 'answered, not due yet',
};

/** The furthest stage and what became of it there: "MQL, disqualified". */
export const standingOf = ({ stage, standing }: ListedWords): string => {
  const became =
    stage === 'opportunity' && standing === 'dropped' ? 'lost' : (standingWords[standing] ?? standing);
  return `${stageWords[stage] ?? stage}, ${became}`;
};

const sinceWords = ({ standing, days }: ListedWords): readonly string[] => {
  if (standing === 'open') return [days === null ? 'no attempt known' : `last tried ${daysWords(days)} ago`];
  return days === null ? [] : [`${daysWords(days)} ago`];
};

/** Why a record is in the list: its day, what was done with it, and what it is about. */
export const listedWhy = (row: ListedWords, currency: string | null): string => {
  const tried =
    row.attempts === null
      ? []
      : [
          `${row.attempts === 0 ? 'no attempt' : count(row.attempts)}${row.attempts === 0 ? '' : row.attempts === 1 ? ' attempt' : ' attempts'} in the agreed days`,
          row.response_minutes === null
            ? 'never answered'
            : `first tried after ${minutesWords(row.response_minutes)} of opening hours`,
        ];
  const worth = row.amount_minor === null || currency === null ? [] : [money(row.amount_minor, currency)];
  return `${[day(row.start_date), ...sinceWords(row), ...tried, ...worth].join(', ')}. ${row.channel}, ${row.segment}.`;
};
