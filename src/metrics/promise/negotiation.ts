import { firstDayOf, monthIndex } from '../../domain/calendar-month.ts';
import type { Rate } from '../../domain/rate.ts';
import { middleHalf } from '../../stats/quartiles.ts';
import { rateOf } from '../rate-of.ts';
import { channelGrowth, type ChannelGrowth } from './lead-mix.ts';
import type { DraftTerms, MarketingBasis, NegotiationBasis } from './negotiation-basis.ts';
import { pairOutcome, type PairOutcome } from './pair-outcome.ts';
import { isKeptPair, promiseFront, type PromiseFront } from './promise-front.ts';
import {
  keptWeeks,
  replayByWeek,
  replayRecent,
  shortestKept,
  type Kept,
  type ReplayWeek,
} from './sales-replay.ts';
import type { SalesTerms } from './sales-terms.ts';
import { speedGainOf, type SpeedGain } from './speed-gain.ts';
import { staffNeed, type StaffNeed } from './staff-need.ts';
import { keptMonths, promisedIn, promisedQuarter, quarterMonths, replayMonths } from './value-path.ts';

/** What was delivered in a month, null where it is still to come, and what the promise would be for it. Minor units. */
export interface PromisedMonth {
  readonly month: string;
  readonly deliveredMinor: number | null;
  readonly promisedMinor: number;
}

/** A range of the past. */
export interface PastRange {
  readonly low: number;
  readonly high: number;
}

/** Marketing's half under a draft. */
export interface MarketingSide {
  readonly months: readonly PromisedMonth[];
  readonly kept: Kept;
  /** Null where the months are too few or one delivered nothing. */
  readonly chance: number | null;
  /** The middle half of the months replayed, in minor units. */
  readonly usualValue: PastRange | null;
  readonly channels: readonly ChannelGrowth[];
  /** Opportunities that became deals within their window: what the quality floor is held against. */
  readonly o2d: Rate;
}

/** Sales' half under a draft. */
export interface SalesSide {
  readonly weeks: readonly ReplayWeek[];
  readonly kept: { readonly response: Kept; readonly attempts: Kept };
  readonly recent: { readonly response: Rate; readonly attempts: Rate };
  /** The middle half of the weeks, of the shortest promise each would have kept, in business minutes. */
  readonly usualMinutes: PastRange | null;
  readonly staff: StaffNeed | null;
  /** What is done today. */
  readonly staffToday: StaffNeed | null;
}

/** A pair of promises as a point: hours a week and minor units a quarter. */
export interface PairPoint {
  readonly hours: number;
  readonly valueMinor: number;
  /** Would have been kept in at least half of the months and half of the weeks. */
  readonly isKept: boolean;
}

/** What both promises come to together. */
export interface Settlement {
  readonly outcome: PairOutcome;
  readonly today: PairOutcome;
  /** Null where own history does not bear that answering in time goes with more opportunities. */
  readonly gain: SpeedGain | null;
  readonly front: PromiseFront;
  readonly chosenPoint: PairPoint | null;
  readonly todayPoint: PairPoint | null;
}

/** Everything on the table for one draft; a part is null where its gap is named in the basis. */
export interface Negotiation {
  readonly marketing: MarketingSide | null;
  readonly sales: SalesSide | null;
  readonly settlement: Settlement | null;
}

/** What the work is reckoned with. */
export interface WorkAssumptions {
  readonly minutesPerAttempt: number;
  /** Opening hours of a week. */
  readonly hoursOpen: number;
}

const marketingSide = (
  { asOf, delivered }: NegotiationBasis,
  { months, trend, todayMinor, values }: MarketingBasis,
  { marketing }: DraftTerms,
): MarketingSide => {
  const last = months.slice(-replayMonths);
  const first = monthIndex(marketing.firstMonth);
  const coming = Array.from({ length: quarterMonths }, (_, place) => firstDayOf(first + place));
  const all = [...last, ...coming.map((month) => ({ month, deliveredMinor: null }))];
  const { k, n } = values.total.o2d;
  return {
    months: all.map((month) => ({ ...month, promisedMinor: promisedIn(marketing, month.month) })),
    kept: keptMonths(months, marketing),
    chance: trend === null ? null : trend.chanceOf(marketing),
    usualValue: middleHalf(last.map(({ deliveredMinor }) => deliveredMinor)),
    channels: channelGrowth(delivered, promisedQuarter(marketing) / (quarterMonths * todayMinor), asOf),
    o2d: rateOf(k, n),
  };
};

/** Leads to come for each one of today: as the promised value is to the delivered one. */
const volumeOf = (basis: NegotiationBasis['marketing'], draft: DraftTerms): number =>
  'gap' in basis ? 1 : promisedQuarter(draft.marketing) / (quarterMonths * basis.todayMinor);

const salesSide = (basis: NegotiationBasis, draft: DraftTerms, work: WorkAssumptions): SalesSide => {
  const { cells, asOf } = basis;
  const weeks = replayByWeek(cells, draft.sales, asOf);
  return {
    weeks,
    kept: keptWeeks(weeks, draft.sales.attainment),
    recent: replayRecent(cells, draft.sales),
    usualMinutes: middleHalf(shortestKept(cells, draft.sales.attainment, asOf)),
    staff: staffNeed(cells, draft.sales, asOf, { ...work, volume: volumeOf(basis.marketing, draft) }),
    staffToday: staffNeed(cells, null, asOf, { ...work, volume: 1 }),
  };
};

const settlementOf = (
  basis: NegotiationBasis,
  { months, mix, values, todayMinor }: MarketingBasis,
  draft: DraftTerms,
  sales: SalesSide | null,
  work: WorkAssumptions,
): Settlement => {
  const { cells, speed, asOf, today } = basis;
  const gainOf = (terms: SalesTerms): SpeedGain | null =>
    sales === null ? null : speedGainOf(cells, terms, speed, mix.l2o);
  const gain = gainOf(draft.sales);
  const outcome = pairOutcome(draft.marketing, mix, values, gain);
  // What is done today is in the values of the leads already: its promise adds nothing to them.
  const ofToday = pairOutcome(today.marketing, mix, values, null);
  const front =
    sales === null
      ? { pairs: [], front: [], isFrontKept: false }
      : promiseFront(
          {
            cells,
            months,
            asOf,
            todayMinor,
            hoursOf: (terms) => staffNeed(cells, terms, asOf, { ...work, volume: 1 })?.hoursPerWeek ?? null,
            factorOf: (terms) => 1 + (gainOf(terms)?.share ?? 0),
          },
          draft.marketing,
          draft.sales,
        );
  const pointOf = (
    staff: StaffNeed | null,
    terms: DraftTerms,
    { valueMinor }: PairOutcome,
    volume: number,
  ): PairPoint | null =>
    staff === null
      ? null
      : {
          hours: staff.hoursPerWeek * volume,
          valueMinor: valueMinor.value,
          isKept: isKeptPair(
            keptMonths(months, terms.marketing),
            keptWeeks(replayByWeek(cells, terms.sales, asOf), terms.sales.attainment),
          ),
        };
  return {
    outcome,
    today: ofToday,
    gain,
    front,
    chosenPoint: pointOf(sales?.staff ?? null, draft, outcome, 1),
    todayPoint: pointOf(sales?.staffToday ?? null, today, ofToday, volumeOf(basis.marketing, today)),
  };
};

/** Judges a draft on what was counted; pure, and quick enough for every move of a slider. */
export const negotiate = (basis: NegotiationBasis, draft: DraftTerms, work: WorkAssumptions): Negotiation => {
  const { marketing } = basis;
  const sales = basis.salesGap === null ? salesSide(basis, draft, work) : null;
  if ('gap' in marketing) return { marketing: null, sales, settlement: null };
  return {
    marketing: marketingSide(basis, marketing, draft),
    sales,
    settlement: settlementOf(basis, marketing, draft, sales, work),
  };
};
