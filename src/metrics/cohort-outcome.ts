import { maturity } from '../stats/maturity.ts';
import { chanceFromAge, type ReferenceCurve } from './reference-curve.ts';

/** What money bought: leads, and what came of them. Not whole where a part is expected. Money is minor units. */
export interface Outcome {
  readonly leads: number;
  readonly opportunities: number;
  readonly deals: number;
  /** Null where there are deals and none of them has an amount. */
  readonly revenueMinor: number | null;
  /** Won deals that have no amount and bring no revenue here. */
  readonly dealsWithoutAmount: number;
}

/** Outcome counts of one channel. */
export interface OutcomeCounts {
  readonly leads: number;
  readonly opportunities: number;
  readonly won: number;
  readonly won_with_amount: number;
  readonly won_minor: number;
}

/** What has come so far. */
export const outcomeSoFar = (counts: OutcomeCounts): Outcome => ({
  leads: counts.leads,
  opportunities: counts.opportunities,
  deals: counts.won,
  revenueMinor: counts.won > 0 && counts.won_with_amount === 0 ? null : counts.won_minor,
  dealsWithoutAmount: counts.won - counts.won_with_amount,
});

/** Leads of one age in days, and how many of them are still open. */
export interface LeadAge {
  readonly age: number;
  readonly leads: number;
  readonly open: number;
}

/** Opportunities of one age in days, those still open, and what the open ones with an amount are worth. */
export interface OpportunityAge {
  readonly age: number;
  readonly opportunities: number;
  readonly open: number;
  readonly open_with_amount: number;
  readonly open_minor: number;
}

/** What a cohort is expected to come to by. */
export interface Expectation {
  readonly l2o: ReferenceCurve;
  readonly o2d: ReferenceCurve;
  /** Opportunities per converted lead. */
  readonly opportunitiesPerConverted: number;
  /** Final share of opportunities that are won. */
  readonly winRate: number;
  /** Null where no deal has an amount. */
  readonly dealSizeMinor: number | null;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Where a cohort will end: open leads convert and open opportunities are won by their chance from their present age on,
 * and opportunities still to come are won at the win rate. Open opportunities bring their amount, those without one the
 * average deal.
 */
export const expectedOutcome = (
  counts: OutcomeCounts,
  leadAges: readonly LeadAge[],
  opportunityAges: readonly OpportunityAge[],
  { l2o, o2d, opportunitiesPerConverted, winRate, dealSizeMinor }: Expectation,
): Outcome => {
  const soFar = outcomeSoFar(counts);
  const converting = sum(leadAges.map(({ age, open }) => open * chanceFromAge(l2o, age)));
  const toCome = converting * opportunitiesPerConverted;
  const won = sum(opportunityAges.map(({ age, open }) => open * chanceFromAge(o2d, age)));
  const size = dealSizeMinor ?? 0;
  const revenue = sum(
    opportunityAges.map(
      (entry) =>
        chanceFromAge(o2d, entry.age) * (entry.open_minor + (entry.open - entry.open_with_amount) * size),
    ),
  );
  return {
    ...soFar,
    opportunities: soFar.opportunities + toCome,
    deals: soFar.deals + won + toCome * winRate,
    revenueMinor:
      soFar.revenueMinor === null || dealSizeMinor === null
        ? soFar.revenueMinor
        : soFar.revenueMinor + revenue + toCome * winRate * size,
  };
};

/** Share of the final conversions at which a cohort counts as mature. */
const matureFrom = 0.95;

const isCurveDone = (
  { points, horizonDays }: ReferenceCurve,
  ages: readonly { readonly age: number; readonly count: number }[],
): boolean => horizonDays !== null && (maturity(points, horizonDays, ages) ?? 1) >= matureFrom;

/** Whether nearly all has come of a cohort: 95 % of the final conversions of its leads, and of its opportunities where it has any. */
export const isOutcomeMature = (
  leadAges: readonly LeadAge[],
  opportunityAges: readonly OpportunityAge[],
  { l2o, o2d }: Pick<Expectation, 'l2o' | 'o2d'>,
): boolean =>
  isCurveDone(
    l2o,
    leadAges.map(({ age, leads: count }) => ({ age, count })),
  ) &&
  (opportunityAges.length === 0 ||
    isCurveDone(
      o2d,
      opportunityAges.map(({ age, opportunities: count }) => ({ age, count })),
    ));
