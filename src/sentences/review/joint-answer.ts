import type { JointReview, JudgedPeriod } from '../../metrics/review/joint-review.ts';
import type { Anchor } from '../../domain/definitions.ts';
import { count, dayAndMonth, monthAndYear, monthName, percent } from '../format.ts';
import { gapWords } from './gap-words.ts';
import { ruleWords } from './rule-words.ts';

/** Two ends of a range in percent, the sign once: "7.4 to 8.7%". */
export const percentRange = (low: number, high: number): string =>
  `${percent(low).replace('%', '')} to ${percent(high)}`;

const isMonth = ({ period }: JudgedPeriod): boolean =>
  period.start.slice(0, 7) === period.end.slice(0, 7) &&
  period.start.endsWith('-01') &&
  period.end.slice(8) >= '28';

const when = (judged: JudgedPeriod): string =>
  isMonth(judged)
    ? `in ${monthName(judged.period.start)}`
    : `in the week of ${dayAndMonth(judged.period.start)}`;

/** What may be said of a rate, as the second half of a sentence. */
export const judgedWords = (judged: JudgedPeriod): string => {
  const { verdict, direction, compared, mean, period } = judged;
  const before =
    compared?.rate.rate === null || compared === null
      ? null
      : `${percent(compared.rate.rate)} in ${monthAndYear(compared.start)}`;
  switch (verdict) {
    case 'signal':
      return ruleWords(period.rules, direction, isMonth(judged) ? 'months' : 'weeks');
    case 'probably':
      return `probably ${direction === 'up' ? 'up' : 'down'} from ${before ?? 'before'}`;
    case 'usual':
      return mean === null && before !== null
        ? `no clear change from ${before}`
        : 'within its usual variation';
    case 'cannotTell':
      return 'too few to tell whether it moved';
  }
};

/** The answer to "where is the pipe tight?": the last ripe month with its verdict, and where the youngest one is heading. */
export const jointAnswer = (review: JointReview): string => {
  const { gap, month, week, heading } = review;
  const judged = month ?? week;
  const later =
    heading?.projected === null || heading === null
      ? ''
      : `${monthName(heading.start)} is heading for ${percentRange(heading.projected.low, heading.projected.high)}`;
  if (judged === null) {
    const why = gapWords(gap ?? { reason: 'noLeads' }).why;
    return later === '' ? why : `${why}; ${later}`;
  }
  const value = judged.rate.rate === null ? 'Fewer than five' : percent(judged.rate.rate);
  const first = `${value} ${when(judged)}, ${judgedWords(judged)}`;
  return later === '' ? first : `${first}; ${later}`;
};

const subjectOf: Readonly<Record<JointReview['joint'], string>> = {
  l2o: 'Leads that become opportunities',
  o2d: 'Opportunities that become deals',
};

/** What is measured, over which window, by which day, of how many. */
export const jointDefinition = (review: JointReview, anchor: Anchor): string => {
  const { joint, windowDays, month, week } = review;
  const judged = month ?? week;
  const by = joint === 'o2d' ? 'creation' : anchor === 'mql' ? 'the first MQL' : 'creation';
  const window = windowDays === null ? '' : ` within ${count(windowDays)} days`;
  const base = `${subjectOf[joint]}${window}, by month or week of ${by}.`;
  if (judged === null) return base;
  const { k, n, low, high } = judged.rate;
  const interval = low === null || high === null ? '' : `, 95% interval ${percentRange(low, high)}`;
  return `${base} ${capital(when(judged).replace(/^in /, ''))}: ${count(k)} of ${count(n)}${interval}.`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The faster sign, of leads within fourteen days; null where there is none. */
export const earlyWords = ({ early }: JointReview): string | null => {
  if (early === null || early.rate.rate === null) return null;
  return `Within 14 days, an earlier sign: ${percent(early.rate.rate)} in the week of ${dayAndMonth(early.period.start)} (${count(early.rate.k)} of ${count(early.rate.n)}), ${judgedWords(early)}.`;
};
