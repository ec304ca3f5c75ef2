import type { Rate } from '../../domain/rate.ts';
import type { MarketingPromise, SalesPromise } from '../../metrics/agreement.ts';
import type { MarketingSide, SalesSide } from '../../metrics/promise/negotiation.ts';
import type { AddedCost } from '../../metrics/promise/added-cost.ts';
import type { Kept } from '../../metrics/promise/sales-replay.ts';
import type { ValueTrend } from '../../metrics/promise/value-trend.ts';
import type { PersistencePoint } from '../../metrics/persistence.ts';
import { capitalised, count, inWords, ordinal, percent, several, wholePercent } from '../format.ts';
import { amountWords, attemptWords, growthWords, responseWords, shareWords } from './term-words.ts';

const keptWords = ({ kept, of }: Kept, [one, many]: readonly [string, string]): string =>
  of === 0 ? `no whole ${one} to replay it on` : `kept in ${count(kept)} of ${several(of, [one, many])}`;

const months = ['month', 'months'] as const;
const weeks = ['week', 'weeks'] as const;

/** What marketing promises, and how often it would have kept it. */
export const marketingAnswer = (
  { valueMinor, growth }: MarketingPromise,
  { kept }: MarketingSide,
  currency: string | null,
): string => {
  const growing =
    growth === 0
      ? ''
      : growth > 0
        ? `, growing ${growthWords(growth)}`
        : `, shrinking ${growthWords(-growth)}`;
  return `${amountWords(valueMinor, currency)} of weighted leads a month${growing}: ${keptWords(kept, months)}`;
};

/** How likely it is kept from here on. */
export const chanceWords = (chance: number | null, trend: ValueTrend | null): string =>
  chance === null || trend === null
    ? 'Cannot tell: fewer than six whole months, or one without value'
    : `${wholePercent(chance)}, from ${several(trend.months, months)}`;

/** How the value has grown. */
export const growthNote = (trend: ValueTrend | null): string => {
  if (trend === null) return 'Past growth cannot be told: it needs six whole months, each with some value.';
  const { growth, low, high } = trend;
  const interval = `80% interval ${growthWords(low)} to ${growthWords(high)}`;
  return low <= 0 && high >= 0
    ? `Past growth cannot be told from none: ${growthWords(growth)} a month, ${interval}.`
    : `Past growth ${growthWords(growth)} a month, ${interval}.`;
};

/** What sales promises all leads, and how often it would have kept it. */
export const salesAnswer = (
  { responseMinutes, attempts, attainment }: SalesPromise,
  { kept }: SalesSide,
): string =>
  `First attempt within ${responseWords(responseMinutes)} for ${shareWords(attainment)} of leads, ${inWords(attempts)} ${attempts === 1 ? 'attempt' : 'attempts'} a week: ${keptWords(kept.response, weeks)}`;

/** In how many weeks enough attempts were made. */
export const attemptsNote = (
  attempts: number,
  { kept }: SalesSide,
  persistence: readonly PersistencePoint[],
): string => {
  const weeksWords = `${capitalised(attemptWords(attempts))} or a reason to stop: ${keptWords(kept.attempts, weeks)}.`;
  const point = persistence.find((one) => one.attempt === attempts);
  if (point === undefined || point.contact.rate === null) return weeksWords;
  const { rate, k, n } = point.contact;
  return `${weeksWords} The ${ordinal(attempts)} attempt reached ${percent(rate)} of those still silent, ${count(k)} of ${count(n)}.`;
};

/** How the quality floor stands to what is measured. */
export const floorNote = (floor: number | null, { rate, low, high, k, n }: Rate): string => {
  if (rate === null || low === null || high === null)
    return `Too few opportunities to tell, ${count(k)} of ${count(n)} became deals.`;
  const measured = `${percent(rate)} today, ${count(k)} of ${count(n)}, 95% interval ${percent(low)} to ${percent(high)}`;
  if (floor === null) return `No floor is agreed. ${measured}.`;
  if (floor <= low) return `Kept on this history: ${measured}.`;
  if (floor > high) return `Not kept on this history: ${measured}.`;
  return `Cannot be told on this history: ${measured}.`;
};

/** What the leads to add would cost a month, by what leads have cost. */
export const addedCostWords = ({ costMinor, unknown }: AddedCost, currency: string | null): string => {
  if (costMinor === null) return 'cannot be told: no costs in the files';
  const without =
    unknown.length === 0
      ? ''
      : `, without ${several(unknown.length, ['channel', 'channels'])} of no known cost`;
  return `${amountWords(costMinor, currency)} a month${without}`;
};
