import type { Rate } from '../../domain/rate.ts';
import type { WeeklyReview } from '../../metrics/review/weekly-review.ts';
import { count, dayAndMonth, percent } from '../format.ts';
import { gapWords } from './gap-words.ts';
import { ruleWords } from './rule-words.ts';

type Sla = WeeklyReview['sla'];

const shown = ({ rate }: Rate): string => (rate === null ? 'too few to tell' : percent(rate));

/** The answer to "did both sides keep their word?". */
export const slaAnswer = ({ sales, marketing }: Sla): string => {
  const { gap, kept, verdict, direction, weeks } = sales;
  if (gap !== null || kept === null) return gapWords(gap ?? { reason: 'counting' }).why;
  const last = weeks.at(-1);
  const week =
    verdict === 'signal' && last !== undefined ? `, ${ruleWords(last.rules, direction, 'weeks')}` : '';
  return `Sales answered ${shown(kept.attainment)} in time${week} and tried often enough for ${shown(kept.attemptsOk)}; ${gapWords(marketing.gap).why}`;
};

/** What was promised and over which weeks. */
export const slaDefinition = ({ sales }: Sla): string => {
  const { gap, terms, from, to, kept } = sales;
  if (gap !== null || terms === null || kept === null) return gapWords(gap ?? { reason: 'counting' }).needs;
  return `Promise: a first attempt within ${count(terms.responseMinutes)} minutes of opening hours (Monday to Friday, 9 to 17), ${count(terms.attempts)} attempts in ${count(terms.attemptDays)} days. MQLs of ${dayAndMonth(from)} to ${dayAndMonth(to)}, ${count(kept.handovers)} handovers, those that are due.`;
};
