import { addDays, addMonths } from '../../domain/local-date.ts';
import { association } from '../../stats/association.ts';
import { benjaminiHochberg } from '../../stats/benjamini-hochberg.ts';
import { newcombe } from '../../stats/newcombe.ts';
import { verdictOf, type ChangeVerdict } from '../change-verdict.ts';
import { baselineWeeks, chartEvidence, rateChart } from '../control-chart.ts';
import { falseDiscovery } from '../flagged-cells.ts';
import { inGroups, totalOf } from '../in-groups.ts';
import type { LeadStanding } from '../leak-counts.ts';
import type { LeakId } from '../leak-of.ts';
import { keyOfStanding, type LeakKey } from './leak-key.ts';

/** Leads of one month of arrival (its first day) that stand alike. */
export interface MonthStanding extends LeadStanding {
  readonly part: string;
  readonly journeys: number;
}

/** The leads of one month, and those of them lost by one leak. */
export interface LeakMonth {
  readonly month: string;
  readonly k: number;
  readonly n: number;
}

/** How a leak went from month to month of arrival. */
export interface LeakTrend extends ChangeVerdict {
  /** Whole months that have had their time, at most the last twelve. */
  readonly months: readonly LeakMonth[];
  /** Leads stand here only until something else becomes of them, so that older months always hold fewer. */
  readonly isPassing: boolean;
}

/** What decides which months have had their time. */
export interface TrendTimes {
  readonly asOf: string;
  /** First day of the data; a month that began before it is not whole. */
  readonly firstDay: string;
  /** Days after the anchor by which most of a leak has shown itself, of leads and of opportunities; null: not known. */
  readonly leadDays: number | null;
  readonly opportunityDays: number | null;
}

const shownMonths = 12;

const passing: ReadonlySet<LeakId> = new Set(['stalled', 'stalledOpportunity', 'recycled']);
const ofOpportunities: ReadonlySet<LeakId> = new Set(['lostOpportunity', 'stalledOpportunity']);

/** A leak of a ledger's line. */
export interface TrendOf {
  readonly key: LeakKey;
  readonly leak: LeakId;
}

const monthsOf = (
  counts: readonly MonthStanding[],
  { key, leak }: TrendOf,
  { asOf, firstDay, leadDays, opportunityDays }: TrendTimes,
): readonly LeakMonth[] => {
  const days = ofOpportunities.has(leak) ? opportunityDays : leadDays;
  if (days === null) return [];
  return inGroups(counts, ({ part }) => part)
    .filter(([month]) => month >= firstDay && addDays(addMonths(month, 1), days - 1) <= asOf)
    .map(([month, own]) => ({
      month,
      k: totalOf(
        own.filter((row) => keyOfStanding(row) === key),
        ({ journeys }) => journeys,
      ),
      n: totalOf(own, ({ journeys }) => journeys),
    }));
};

interface Compared {
  readonly months: readonly LeakMonth[];
  readonly last: LeakMonth | undefined;
  readonly before: { readonly k: number; readonly n: number };
}

const comparedOf = (months: readonly LeakMonth[]): Compared => {
  const earlier = months.slice(0, -1).slice(-shownMonths);
  return {
    months,
    last: months.at(-1),
    before: { k: totalOf(earlier, ({ k }) => k), n: totalOf(earlier, ({ n }) => n) },
  };
};

/**
 * The trend of every leak over the months of arrival that are whole and old enough. The last of them is judged on a p′
 * chart, whose limits come from all months but the last twelve, and from twelve at the least; and against the twelve
 * before it together, corrected for the number of leaks. Leaks that leads only pass through have no verdict.
 */
export const leakTrends = (
  counts: readonly MonthStanding[],
  leaks: readonly TrendOf[],
  times: TrendTimes,
): readonly LeakTrend[] => {
  const compared = leaks.map((of) => comparedOf(monthsOf(counts, of, times)));
  const adjusted = benjaminiHochberg(
    compared.map(({ last, before }) => (last === undefined ? null : (association(last, before)?.p ?? null))),
  );
  return compared.map(({ months, last, before }, index) => {
    const leak = leaks[index]?.leak;
    const isPassing = leak !== undefined && passing.has(leak);
    const chart = rateChart(months, Math.max(baselineWeeks, months.length - shownMonths));
    const difference = last === undefined ? null : newcombe(last.k, last.n, before.k, before.n);
    const p = adjusted[index] ?? null;
    return {
      months: months.slice(-shownMonths),
      isPassing,
      ...verdictOf({
        isMature: last !== undefined && !isPassing,
        smallestN: last === undefined ? 0 : Math.min(last.n, before.n),
        chart:
          chart === null || last === undefined
            ? null
            : chartEvidence(chart, months.length - 1, last.k / last.n),
        difference,
        isFlagged: p !== null && p <= falseDiscovery,
      }),
    };
  });
};
