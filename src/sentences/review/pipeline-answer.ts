import type { PipelineReview } from '../../metrics/review/pipeline-review.ts';
import { moneyShort, monthName, percent } from '../format.ts';
import { gapWords } from './gap-words.ts';
import { ruleWords } from './rule-words.ts';

const growthWords = (growth: number): string =>
  `${growth < 0 ? 'falling' : 'rising'} ${percent(Math.abs(growth))} a month over three months`;

/** The answer to "are we turning it up?". */
export const pipelineAnswer = (
  { gap, weekly, growthOverThree }: PipelineReview,
  currency: string | null,
): string => {
  if (
    weekly === null ||
    weekly.last === null ||
    currency === null ||
    (gap !== null && gap.reason !== 'fewWeeks')
  )
    return gapWords(gap ?? { reason: 'noOpportunities' }).why;
  const value = `${moneyShort(weekly.last.value, currency)} of pipeline in the week`;
  const verdict =
    weekly.verdict === 'signal'
      ? ruleWords(weekly.last.rules, weekly.direction, 'weeks')
      : weekly.limits === null
        ? 'too few weeks to say whether that is usual'
        : 'within its usual variation';
  const growth = growthOverThree === null ? '' : `; ${growthWords(growthOverThree)}`;
  return `${value}, ${verdict}${growth}`;
};

/** Unit, period and what counts as nothing. */
export const pipelineDefinition = (
  { month, growth, shareWithoutAmount }: PipelineReview,
  currency: string | null,
): string => {
  const base = 'Value of the opportunities created, at creation, by whole week.';
  if (month === null || currency === null) return base;
  const grown =
    growth === null ? '' : `, ${growth < 0 ? 'down' : 'up'} ${percent(Math.abs(growth))} on the month before`;
  const without =
    shareWithoutAmount === null || shareWithoutAmount === 0
      ? ''
      : ` ${percent(shareWithoutAmount)} of its opportunities have no amount and count as 0.`;
  return `${base} ${monthName(month.start)} as a whole: ${moneyShort(month.pipelineMinor, currency)}${grown}.${without}`;
};
