import type { LeakId } from '../../metrics/leak-of.ts';
import type { LeakLine, LeakReview } from '../../metrics/review/leak-review.ts';
import { day, moneyShort, several } from '../format.ts';
import { gapWords } from './gap-words.ts';

const leakNames: Readonly<Record<LeakId, string>> = {
  lostOpportunity: 'Opportunities lost',
  stalledOpportunity: 'Opportunities stalled',
  untried: 'Never tried by sales',
  slow: 'Answered late',
  fewAttempts: 'Too few attempts',
  stalled: 'Stalled before an opportunity',
  disqualified: 'Disqualified',
  recycled: 'Sent to nurture',
};

const stageNames = {
  created: 'as new leads',
  mql: 'as MQLs',
  sal: 'once accepted',
  sql: 'once qualified',
  opportunity: 'as opportunities',
} as const;

/** What a line of the ledger is called. */
export const leakName = ({ leak, stage }: Pick<LeakLine, 'leak' | 'stage'>): string =>
  stage === null ? leakNames[leak] : `${leakNames[leak]} ${stageNames[stage]}`;

/** Leaks that a better kept promise or a decision could close, by name. */
const canBeKept: ReadonlySet<LeakId> = new Set([
  'untried',
  'slow',
  'fewAttempts',
  'stalled',
  'stalledOpportunity',
]);

/** The answer to "where do we lose money we could keep?": what was lost, and how much of it waits for somebody. */
export const leakAnswer = ({ gap, lost, lines }: LeakReview, currency: string | null): string => {
  if (gap !== null || lost === null || currency === null)
    return gapWords(gap ?? { reason: 'noCurrency' }).why;
  const kept = lines.filter(({ leak }) => canBeKept.has(leak));
  const [first] = kept;
  const sum = kept.reduce((total, { minor }) => total + minor, 0);
  const all = `${moneyShort(lost.minor, currency)} of usual value was lost`;
  if (first === undefined || sum === 0) return `${all}; none of it waits for an answer or stalls`;
  const name = leakName(first);
  return `${all}; ${moneyShort(sum, currency)} of it waited or stalled, most under “${name}”`;
};

/** Which leads, and what they are valued by. */
export const leakDefinition = ({ gap, from, to, lost }: LeakReview, currency: string | null): string => {
  if (gap !== null || from === null || to === null || lost === null || currency === null)
    return gapWords(gap ?? { reason: 'noCurrency' }).needs;
  const unvalued =
    lost.unvalued === 0
      ? ''
      : ` ${several(lost.unvalued, ['lead has', 'leads have'])} no value and ${lost.unvalued === 1 ? 'counts' : 'count'} as 0.`;
  return `Leads anchored ${day(from)} to ${day(to)} that have had their window, each under one leak, at what its channel and segment is usually worth from the stage it came to.${unvalued}`;
};
