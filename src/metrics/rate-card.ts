import { dealSizeMonths, priorDeals, winsorisedAt } from './deal-size.ts';
import type { Development } from './development.ts';
import { valueRange, type LeadValue, type LeadValues, type ValueDevelopments } from './lead-value.ts';

/** What one lead of a group is worth on a card, in minor units. A null channel or segment means all. */
export interface CardRate {
  readonly channel: string | null;
  readonly segment: string | null;
  readonly valueMinor: number;
  /** The range at the card's confidence; null where the counts say nothing of the spread. */
  readonly lowMinor: number | null;
  readonly highMinor: number | null;
}

/** Lead values as they were agreed on one day, with all they were made with. Plain data: it survives JSON unchanged. */
export interface RateCard {
  /** The as-of day of the counts, `YYYY-MM-DD`. */
  readonly frozenOn: string;
  /** The label of the definitions in force. */
  readonly definition: string;
  readonly currency: string | null;
  readonly parameters: {
    readonly l2o: Development;
    readonly o2d: Development;
    readonly dealSizeMonths: number;
    readonly winsorisedAt: number;
    readonly priorDeals: number;
    readonly confidence: number;
  };
  /** All leads first, then the channels, then channels and segments; groups without a value are not on it. */
  readonly rates: readonly CardRate[];
}

/** The confidence of the ranges on a card: values are expected, not measured. */
export const cardConfidence = 0.8;

const cardRate = (value: LeadValue): readonly CardRate[] => {
  if (value.valueMinor === null) return [];
  const range = valueRange(value, cardConfidence);
  return [
    {
      channel: value.channel,
      segment: value.segment,
      valueMinor: value.valueMinor,
      lowMinor: range?.low ?? null,
      highMinor: range?.high ?? null,
    },
  ];
};

type CardMade = Pick<RateCard, 'frozenOn' | 'definition' | 'currency'>;

/** A card without a rate: no lead has a value. */
export const emptyRateCard = ({ l2o, o2d }: ValueDevelopments, made: CardMade): RateCard => ({
  frozenOn: made.frozenOn,
  definition: made.definition,
  currency: made.currency,
  parameters: { l2o, o2d, dealSizeMonths, winsorisedAt, priorDeals, confidence: cardConfidence },
  rates: [],
});

/** Freezes lead values to a card. */
export const rateCard = (
  { total, channels, cells }: LeadValues,
  developments: ValueDevelopments,
  made: CardMade,
): RateCard => ({
  ...emptyRateCard(developments, made),
  rates: [total, ...channels, ...cells].flatMap(cardRate),
});

/** Which rate of a card a lead was valued at: that of its channel and segment, of its channel, or of all leads. */
export type RateSource = 'cell' | 'channel' | 'total';

/**
 * The rate of a card for a lead, and where it was found: a channel and segment that the card lacks has the rate of its
 * channel, a channel that it lacks the rate of all leads. Null where the card has none at all.
 */
export const rateFor = (
  { rates }: RateCard,
  channel: string,
  segment: string,
): (CardRate & { readonly source: RateSource }) | null => {
  const find = (inChannel: string | null, inSegment: string | null, source: RateSource) => {
    const rate = rates.find((entry) => entry.channel === inChannel && entry.segment === inSegment);
    return rate === undefined ? null : { ...rate, source };
  };
  return find(channel, segment, 'cell') ?? find(channel, null, 'channel') ?? find(null, null, 'total');
};
