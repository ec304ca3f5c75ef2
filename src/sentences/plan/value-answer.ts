import type { LeadValues } from '../../metrics/lead-value.ts';
import { valueRatio } from '../../metrics/plan/value-ratio.ts';
import { count, moneyShort } from '../format.ts';

const timesFormat = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** A ratio as a reader says it: "4 times", "1.4 times". */
export const timesWords = (ratio: number): string =>
  `${ratio >= 3 ? Math.round(ratio) : timesFormat.format(ratio)} times`;

/** The answer to "what is a lead worth?": how often the best channel is worth the worst, where that can be told. */
export const valueAnswer = ({ channels, total }: LeadValues, currency: string): string => {
  const ratio = valueRatio(channels);
  const all = total.valueMinor === null ? null : moneyShort(total.valueMinor, currency);
  if (all === null) return 'What a lead is worth cannot be told: no lead has become a deal with an amount';
  if (ratio === null) return `A lead is worth ${all} on the day it arrives`;
  const [best, worst] = [ratio.best.channel ?? '', ratio.worst.channel ?? ''];
  return ratio.isTold
    ? `A lead of ${best} is worth ${timesWords(ratio.ratio)} one of ${worst}`
    : `A lead is worth ${all}; which channel brings the better ones cannot be told yet`;
};

/** The range of the comparison, and of what it is made. */
export const valueDefinition = ({ channels, total }: LeadValues): string => {
  const ratio = valueRatio(channels);
  const range =
    ratio?.isTold === true
      ? ` 80% range of the comparison: ${timesFormat.format(ratio.range.low)} to ${timesWords(ratio.range.high)}.`
      : '';
  return `Chance of an opportunity, times chance of a deal, times the average deal; ${count(total.l2o.n)} leads, ${count(total.o2d.n)} opportunities. Whiskers: 80% range. Grey: fewer than 30 leads.${range}`;
};
