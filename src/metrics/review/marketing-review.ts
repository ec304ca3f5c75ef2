import type { BusinessCalendar } from '../../domain/business-calendar.ts';
import type { Rate } from '../../domain/rate.ts';
import type { Agreement } from '../agreement.ts';
import type { MarketingMonth } from '../marketing-sla.ts';
import { marketingAttained, monthProgress, targetOf } from '../marketing-target.ts';
import type { JointReview } from './joint-review.ts';
import type { ReviewGap } from './review-gap.ts';

/** What marketing promised, and what it delivered month by month at the rates agreed on. */
export interface MarketingInput {
  readonly agreement: Agreement;
  readonly calendar: BusinessCalendar;
  readonly asOf: string;
  readonly months: readonly MarketingMonth[];
}

/** A month of the agreement: what was owed by the as-of day, and what was delivered. Money is minor units. */
export interface KeptMonth {
  readonly month: string;
  /** The whole month's target. */
  readonly targetMinor: number;
  /** The part of it that the business days so far stand for; the target of a month that is over. */
  readonly owedMinor: number;
  readonly deliveredMinor: number;
  /** Delivered of owed; null where nothing is owed yet. */
  readonly attained: number | null;
  readonly isOver: boolean;
  readonly leadsWithoutValue: number;
}

/** The quality floor against the rate of the last month whose opportunities have had their window. */
export interface KeptFloor {
  readonly floor: number;
  readonly rate: Rate | null;
  /** Whether the whole interval of the rate lies below the floor; null where there is no rate. */
  readonly isBroken: boolean | null;
}

/** Whether marketing keeps its promise. */
export interface MarketingReview {
  readonly gap: ReviewGap | null;
  readonly version: number | null;
  readonly startsOn: string | null;
  readonly currency: string | null;
  /** The months since the start, ascending; the last is the running one. */
  readonly months: readonly KeptMonth[];
  /** All of them together. */
  readonly together: Omit<KeptMonth, 'month' | 'isOver'> | null;
  readonly floor: KeptFloor | null;
}

const nothing = {
  version: null,
  startsOn: null,
  currency: null,
  months: [],
  together: null,
  floor: null,
} as const;

const monthsOf = ({ agreement, calendar, asOf, months }: MarketingInput): readonly KeptMonth[] =>
  months.flatMap(({ month, deliveredMinor, leadsWithoutValue }) => {
    const targetMinor = targetOf(agreement.marketing, month);
    if (targetMinor === null || month > asOf) return [];
    const progress = monthProgress(calendar, month, asOf);
    return [
      {
        month,
        targetMinor,
        owedMinor: progress.total === 0 ? 0 : (targetMinor * progress.elapsed) / progress.total,
        deliveredMinor,
        attained: marketingAttained(deliveredMinor, agreement.marketing, month, progress),
        isOver: progress.elapsed === progress.total,
        leadsWithoutValue,
      },
    ];
  });

const togetherOf = (months: readonly KeptMonth[]): MarketingReview['together'] => {
  const sum = (pick: (month: KeptMonth) => number): number =>
    months.reduce((total, month) => total + pick(month), 0);
  const owedMinor = sum((month) => month.owedMinor);
  const deliveredMinor = sum((month) => month.deliveredMinor);
  return {
    targetMinor: sum((month) => month.targetMinor),
    owedMinor,
    deliveredMinor,
    attained: owedMinor === 0 ? null : deliveredMinor / owedMinor,
    leadsWithoutValue: sum((month) => month.leadsWithoutValue),
  };
};

const floorOf = (floor: number | null, { month }: JointReview): KeptFloor | null => {
  if (floor === null) return null;
  const rate = month?.rate ?? null;
  const high = rate?.high ?? null;
  return { floor, rate, isBroken: high === null ? null : high < floor };
};

/**
 * How marketing keeps its promise since the first month of it. `isCounting`: the engine is still at it. Without an
 * agreement that is in force nothing was promised.
 */
export const marketingReview = (
  input: MarketingInput | null,
  isCounting: boolean,
  o2d: JointReview,
): MarketingReview => {
  if (isCounting) return { gap: { reason: 'counting' }, ...nothing };
  if (input === null) return { gap: { reason: 'noTarget' }, ...nothing };
  const { agreement } = input;
  const months = monthsOf(input);
  return {
    gap: months.length === 0 ? { reason: 'notStarted', firstMonth: agreement.marketing.firstMonth } : null,
    version: agreement.version,
    startsOn: agreement.startsOn,
    currency: agreement.card.currency,
    months,
    together: months.length === 0 ? null : togetherOf(months),
    floor: floorOf(agreement.marketing.o2dFloor, o2d),
  };
};
