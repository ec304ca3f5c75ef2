import { monthIndex } from '../../domain/calendar-month.ts';
import { lineFit } from '../../stats/line-fit.ts';
import { studentTail, tOf } from '../../stats/student.ts';
import type { MarketingTarget } from '../marketing-target.ts';
import type { Metric } from '../metric.ts';
import { quarterMonths, type MonthValue } from './value-path.ts';

/** Whole months below which nothing is said of growth, and the most that it is judged by. */
export const trendMonths = { least: 6, most: 24 } as const;

const expectedConfidence = 0.8;

/** How fast the value delivered has grown. */
export const pastGrowth: Metric = {
  id: 'promise_past_growth',
  label: 'Past growth a month',
  question: 'How fast has the value of the delivered leads grown?',
  definition: `The slope of a straight line through the logarithms of the value delivered in the last ${trendMonths.most} whole months, as growth a month, with an 80 % interval.`,
  leftOut: `Fewer than ${trendMonths.least} whole months, or a month without any value: growth cannot be told then. Seasons are not taken out.`,
  measure: 'share',
  better: 'higher',
  subject: 'the growth of the value delivered',
};

/** How likely marketing is to keep its promise. */
export const keepingChance: Metric = {
  id: 'promise_keeping_chance',
  label: 'Chance to keep the promise',
  question: 'How likely is marketing to keep this promise?',
  definition:
    'The chance that a month delivers the promised value, if growth goes on as it was and months spread about it as they did: from the line through the logarithms of the past months, with the uncertainty of the line and the spread of a single month (Student t), averaged over the first three months of the promise.',
  leftOut: `Fewer than ${trendMonths.least} whole months, or a month without any value: the chance cannot be told then. Seasons, and whatever is done from now on to keep the promise.`,
  measure: 'share',
  better: 'higher',
  subject: 'the chance that marketing keeps the promise',
};

/** How the value of months has grown and spread. */
export interface ValueTrend {
  /** Months it is judged by. */
  readonly months: number;
  /** Growth a month, 0.01 is 1 %, with the ends of its 80 % interval. */
  readonly growth: number;
  readonly low: number;
  readonly high: number;
  /** Chance in [0, 1] that a month of the first quarter of a promise reaches it, on average over the three. */
  readonly chanceOf: (target: MarketingTarget) => number;
}

/** The trend of the last months; null where they are too few or one of them has no value above 0. */
export const valueTrend = (all: readonly MonthValue[]): ValueTrend | null => {
  const months = all.slice(-trendMonths.most);
  const [first] = months;
  if (first === undefined || months.length < trendMonths.least) return null;
  if (months.some(({ deliveredMinor }) => deliveredMinor <= 0)) return null;
  const fit = lineFit(months.map(({ deliveredMinor }) => Math.log(deliveredMinor)));
  if (fit === null) return null;
  const reach = tOf(expectedConfidence, fit.degrees) * fit.slopeError;
  const chanceIn = (target: MarketingTarget, place: number): number => {
    const expected = fit.expectedAt(monthIndex(target.firstMonth) + place - monthIndex(first.month));
    const distance = Math.log(target.valueMinor * (1 + target.growth) ** place) - expected.value;
    if (expected.error === 0) return distance <= 0 ? 1 : 0;
    return studentTail(distance / expected.error, fit.degrees);
  };
  return {
    months: months.length,
    growth: Math.expm1(fit.slope),
    low: Math.expm1(fit.slope - reach),
    high: Math.expm1(fit.slope + reach),
    chanceOf: (target) => {
      if (target.valueMinor <= 0) return 1;
      const places = Array.from({ length: quarterMonths }, (_, place) => place);
      return places.reduce((sum, place) => sum + chanceIn(target, place), 0) / quarterMonths;
    },
  };
};
