import { firstDayOf, lastDayOf, monthIndex } from '../domain/calendar-month.ts';
import { toEpochDay } from '../domain/local-date.ts';
import { dealsToComeOf, type LagHistory } from './deal-lags.ts';
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

/** The chance that an opportunity open at an age, in days, is won in some months; months that have passed add nothing. */
export const chanceInMonths = (
  o2d: ReferenceCurve,
  age: number,
  months: readonly number[],
  asOf: string,
): number => {
  const today = toEpochDay(asOf);
  return months.reduce((chance, month) => {
    const after = Math.max(0, toEpochDay(firstDayOf(month)) - 1 - today);
    const upTo = toEpochDay(lastDayOf(month)) - today;
    return chance + chanceFromAge(o2d, age, { after, upTo });
  }, 0);
};

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
  let revenue = 0;
  for (const { channel, age, open: count, open_with_amount, open_minor } of open) {
    const amount = open_minor + (count - open_with_amount) * (termsOf(channel).dealSizeMinor ?? 0);
    revenue += amount * chanceInMonths(o2d, age, months, asOf);
  }
  return revenue;
};

/**
 * Deals expected in some months, by channel, from leads that have arrived, through opportunities that are not there yet:
 * deals per lead by calendar month after arrival.
 */
export const dealsFromArrived = (
  history: LagHistory,
  months: readonly number[],
  termsOf: (channel: string) => Pick<ChannelTerms, 'dealsPerLead'>,
): ReadonlyMap<string, number> => {
  const now = monthIndex(history.asOf);
  const coming = months.filter((month) => month >= now);
  const toComeOf = dealsToComeOf(history);
  return new Map(
    [...new Set(history.arrivals.map(({ channel }) => channel))].map((channel) => {
      const toCome = toComeOf(channel, termsOf(channel).dealsPerLead);
      let deals = 0;
      for (const { channel: name, month, leads } of history.arrivals) {
        if (name !== channel) continue;
        const byLag = toCome(now - month);
        for (const target of coming) deals += leads * (byLag[target - month] ?? 0);
      }
      return [channel, deals];
    }),
  );
};

/** Revenue expected in some months from leads that have arrived: the deals expected of them, times the deal size of their channel. */
export const revenueFromArrived = (
  history: LagHistory,
  months: readonly number[],
  termsOf: (channel: string) => ChannelTerms,
): number =>
  [...dealsFromArrived(history, months, termsOf)].reduce(
    (revenue, [channel, deals]) => revenue + deals * (termsOf(channel).dealSizeMinor ?? 0),
    0,
  );
