import { zOf } from '../../stats/normal.ts';
import type { Metric } from '../metric.ts';
import { cardConfidence } from '../rate-card.ts';

/** What the same leads or the same money would bring elsewhere. */
export const reallocationMetric: Metric = {
  id: 'reallocation',
  label: 'Re-allocation',
  question: 'What would the same leads or the same money bring elsewhere?',
  definition:
    'Eighty percent go to the channels whose leads, or whose money, are worth most at the low end of their range, each up to 1.5 times its best month; twenty percent go to channels too little known to be judged or, without any, stay as they are.',
  leftOut:
    'That the next lead of a channel may be worth less than its leads so far. Channels without a value, and for the same money those without a cost or at no cost, stay as they are.',
  measure: 'money',
  better: 'higher',
  subject: 'what a re-allocation would bring a month',
};

/** A channel that leads can be moved from or to. */
export interface MovableChannel {
  readonly channel: string;
  /** Leads it has had a month. */
  readonly leads: number;
  /** Most leads in one month; null where it had none. */
  readonly mostPerMonth: number | null;
  readonly valueMinor: number;
  /** Coefficient of variation of the value; null where the counts say nothing of it. */
  readonly variation: number | null;
  /** Cost of a lead; null where it is not known. */
  readonly costMinor: number | null;
  /** Whether its history is long enough to be judged by. */
  readonly isJudged: boolean;
}

/** A channel in the new allocation. */
export interface MovedChannel {
  readonly channel: string;
  readonly before: number;
  readonly after: number;
  /** More leads than it ever had in a month. */
  readonly isBeyondBest: boolean;
  /** As many as 1.5 times its best month, which is the limit. */
  readonly isAtLimit: boolean;
  readonly isTrial: boolean;
}

/** What a re-allocation brings. Money is minor units a month. */
export interface Reallocation {
  readonly kept: 'leads' | 'cost';
  readonly channels: readonly MovedChannel[];
  /** Value of the leads after less before. */
  readonly gainMinor: number;
  /** At 80 %; null where a value moved is of unknown range. */
  readonly range: { readonly low: number; readonly high: number } | null;
  readonly beforeMinor: number;
}

const trialShare = 0.2;
const experienceFactor = 1.5;
/** A millionth of a lead is none. */
const nothing = 1e-6;

interface Slot {
  readonly channel: MovableChannel;
  /** What one lead takes of what is shared out: 1, or its cost. */
  readonly price: number;
  after: number;
}

const limitOf = ({ leads, mostPerMonth }: MovableChannel): number =>
  Math.max(leads, experienceFactor * (mostPerMonth ?? 0));

const lowOf = ({ valueMinor, variation }: MovableChannel): number =>
  variation === null ? 0 : valueMinor / Math.exp(zOf(cardConfidence) * variation);

/** Gives each slot up to its limit in order, and tells what is left. */
const fill = (slots: readonly Slot[], amount: number): number => {
  let left = amount;
  for (const slot of slots) {
    const leads = Math.max(0, Math.min(limitOf(slot.channel) - slot.after, left / slot.price));
    slot.after += leads;
    left -= leads * slot.price;
  }
  return left;
};

/** Shares an amount over slots by what they had, or equally where they had nothing; what does not fit below a limit is left. */
const share = (slots: readonly Slot[], amount: number): number => {
  const had = slots.reduce((sum, { channel, price }) => sum + channel.leads * price, 0);
  let left = amount;
  for (const slot of slots) {
    const part = had > 0 ? (slot.channel.leads * slot.price) / had : 1 / slots.length;
    const leads = Math.min(limitOf(slot.channel) - slot.after, (amount * part) / slot.price);
    slot.after += leads;
    left -= leads * slot.price;
  }
  return left;
};

const worth = ({ channel, price }: Slot): number => lowOf(channel) / price;

/**
 * The same number of leads (`leads`) or the same money (`cost`) in other channels, by the 80/20 rule. Nothing is taken
 * beyond 1.5 times the best month of a channel. Null where there are fewer than two channels to move between.
 */
export const reallocation = (
  channels: readonly MovableChannel[],
  kept: Reallocation['kept'],
): Reallocation | null => {
  const slots = channels.flatMap((channel): Slot[] => {
    const price = kept === 'leads' ? 1 : channel.costMinor;
    return price === null || price === 0 ? [] : [{ channel, price, after: 0 }];
  });
  const total = slots.reduce((sum, { channel, price }) => sum + channel.leads * price, 0);
  if (slots.length < 2 || total <= 0) return null;
  const trials = slots.filter(({ channel }) => !channel.isJudged);
  const judged = slots.filter(({ channel }) => channel.isJudged);
  const open = trialShare * total;
  const untried = trials.length > 0 ? share(trials, open) : share(slots, open);
  const ranked = judged.toSorted((a, b) => worth(b) - worth(a));
  const left = fill(ranked, total - open + untried);
  fill(trials, left);
  const moved = slots.map(({ channel, after }) => ({ channel, change: after - channel.leads }));
  const gainMinor = moved.reduce((sum, { channel, change }) => sum + change * channel.valueMinor, 0);
  const variance = moved.reduce<number | null>(
    (sum, { channel, change }) =>
      sum === null || (channel.variation === null && Math.abs(change) > nothing)
        ? null
        : sum + (change * channel.valueMinor * (channel.variation ?? 0)) ** 2,
    0,
  );
  const reach = variance === null ? null : zOf(cardConfidence) * Math.sqrt(variance);
  return {
    kept,
    channels: slots.map(({ channel, after }) => ({
      channel: channel.channel,
      before: channel.leads,
      after,
      isBeyondBest: after > Math.max(channel.leads, channel.mostPerMonth ?? 0) + nothing,
      isAtLimit: after > channel.leads + nothing && after >= limitOf(channel) - nothing,
      isTrial: trials.some((slot) => slot.channel === channel),
    })),
    gainMinor,
    range: reach === null ? null : { low: gainMinor - reach, high: gainMinor + reach },
    beforeMinor: slots.reduce((sum, { channel }) => sum + channel.leads * channel.valueMinor, 0),
  };
};
