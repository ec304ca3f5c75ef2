import type { Expected } from '../../metrics/promise/pair-outcome.ts';
import type { Settlement } from '../../metrics/promise/negotiation.ts';
import type { MarketingGap } from '../../metrics/promise/negotiation-basis.ts';
import type { SpeedBasis } from '../../metrics/promise/speed-gain.ts';
import { count, percent, pointsApart } from '../format.ts';
import { marketingGapWords } from './gap-words.ts';
import { amountWords, responseWords } from './term-words.ts';

const isSame = (one: Expected, other: Expected): boolean => one.value === other.value;

/** What this pair of promises brings a quarter, and what today's does. */
export const pairHeadline = ({ outcome, today }: Settlement, currency: string | null): string => {
  const { value, low, high } = outcome.valueMinor;
  const range =
    low === null || high === null
      ? '; too few deals for a range'
      : `, 80% range ${amountWords(low, currency)} to ${amountWords(high, currency)}`;
  if (isSame(outcome.valueMinor, today.valueMinor))
    return `Today’s pair of promises brings ${amountWords(value, currency)} of deals a quarter${range}: move a promise to see what another brings.`;
  return `This pair of promises brings ${amountWords(value, currency)} of deals a quarter${range}. Today’s pair brings ${amountWords(today.valueMinor.value, currency)}.`;
};

/** The headline where nothing can be said in money. */
export const noHeadline = (gap: MarketingGap): string =>
  `What this pair of promises brings cannot be told: ${lowered(marketingGapWords(gap).why)}.`;

const lowered = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;

/** A number expected with its range: "28 (24 to 32)". Below ten with one decimal. */
export const expectedCount = ({ value, low, high }: Expected): string => {
  const words = (one: number): string =>
    value < 10 ? (Math.round(one * 10) / 10).toString() : count(Math.round(one));
  return low === null || high === null ? words(value) : `${words(value)} (${words(low)} to ${words(high)})`;
};

/** What the promise of speed changes in money, never more than own history bears. */
export const speedWords = (
  { gain }: Settlement,
  { effect, responseMinutes, attained }: SpeedBasis,
  isResponseKnown: boolean,
): string => {
  if (!isResponseKnown)
    return 'The promise of speed changes nothing in these amounts: how fast leads are answered is not in the data.';
  const { estimate } = effect;
  if (gain === null || estimate === null) {
    const found =
      estimate === null
        ? 'too few comparable leads were answered in time and late'
        : `leads answered in time became opportunities ${pointsApart(estimate.low)} points ${estimate.low < 0 ? 'less' : 'more'} to ${pointsApart(estimate.high)} points ${estimate.high < 0 ? 'less' : 'more'} often than late ones`;
    return `The promise of speed changes nothing in these amounts: on own history ${found}. Only a trial would tell.`;
  }
  const went = `Leads answered within ${responseWords(responseMinutes)} became opportunities ${pointsApart(estimate.effect)} points more often than late ones, adjusted for channel and segment only: an association, no proof.`;
  if (attained === null || gain.share === 0)
    return `${went} This promise brings no more leads an answer within that time than today, so it adds nothing.`;
  return `${went} If it went on, this promise of speed would go with ${percent(gain.share)} more.`;
};

/** What lateness costs, or that it cannot be told. */
export const lateWords = ({ outcome }: Settlement, currency: string | null): string =>
  outcome.lateMinor === null ? 'cannot be told' : `costs ${amountWords(outcome.lateMinor, currency)}`;
