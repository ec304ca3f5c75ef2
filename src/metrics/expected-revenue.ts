import { firstDayOf, lastDayOf, monthIndex } from '../domain/calendar-month.ts';
import { toEpochDay } from '../domain/local-date.ts';
import { dealsToComeByLag, type LagHistory } from './deal-lags.ts';
import { chanceFromAge, type ReferenceCurve } from './reference-curve.ts';

/** Open opportunities of a channel of one age in days. Money is minor units. */
export interface OpenOpportunities {
  readonly channel: string;
  readonly age: number;
  readonly open: number;
  readonly open_with_amount: number;
  readonly open_minor: number;
}

/** What a lead of a channel is expected to bring. */
export interface ChannelTerms {
  readonly dealsPerLead: number | null;
  /** Null where no deal has an amount: nothing is expected then. */
  readonly dealSizeMinor: number | null;
}

/**
 * Revenue expected in some months from what is there: open opportunities, by the chance that one of their age is won in
 * these months, with their amount or, without one, the deal size of their channel. Months are counted since year 0;
 * months that have passed bring nothing.
 */
export const revenueFromOpen = (
  open: readonly OpenOpportunities[],
  o2d: ReferenceCurve,
  months: readonly number[],
  asOf: string,
  termsOf: (channel: string) => ChannelTerms,
): number => {
  const today = toEpochDay(asOf);
  let revenue = 0;
  for (const { channel, age, open: count, open_with_amount, open_minor } of open) {
    const amount = open_minor + (count - open_with_amount) * (termsOf(channel).dealSizeMinor ?? 0);
    for (const month of months) {
      const after = Math.max(0, toEpochDay(firstDayOf(month)) - 1 - today);
      const upTo = toEpochDay(lastDayOf(month)) - today;
      revenue += amount * chanceFromAge(o2d, age, { after, upTo });
    }
  }
  return revenue;
};

/**
 * Revenue expected in some months from leads that have arrived, through opportunities that are not there yet: deals per
 * lead by calendar month after arrival, times the deal size of the channel.
 */
export const revenueFromArrived = (
  history: LagHistory,
  months: readonly number[],
  termsOf: (channel: string) => ChannelTerms,
): number => {
  const now = monthIndex(history.asOf);
  let revenue = 0;
  for (const { channel, month, leads } of history.arrivals) {
    const { dealsPerLead, dealSizeMinor } = termsOf(channel);
    const byLag = dealsToComeByLag(history, channel, dealsPerLead, now - month);
    for (const target of months) {
      if (target >= now) revenue += leads * (byLag[target - month] ?? 0) * (dealSizeMinor ?? 0);
    }
  }
  return revenue;
};
