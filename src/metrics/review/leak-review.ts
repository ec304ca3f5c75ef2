import type { FunnelStage } from '../../domain/funnel-stage.ts';
import type { WorthOf } from '../cell-worth.ts';
import type { LeakCounts } from '../leak-counts.ts';
import { leakLedger, type LeakLedger, type LedgerSum } from '../leak-ledger.ts';
import { unmeasuredPromises, type LeakId, type UnmeasuredLeaks } from '../leak-of.ts';
import { leakKey } from '../leak-page/leak-key.ts';
import { leakOwners, type OwnerLeak } from '../leak-page/leak-owners.ts';
import { leakTrends, type LeakTrend, type MonthStanding, type TrendTimes } from '../leak-page/leak-trend.ts';
import { splitEntries, type LeakPartCounts } from '../leak-parts.ts';
import { leadValues, type ValueDevelopments } from '../lead-value.ts';
import { usualWorth, type OpportunityWorth } from '../usual-worth.ts';
import type { ValueCounts } from '../value-groups.ts';
import type { ReviewGap } from './review-gap.ts';

/** Whose the lost leads were, and how each leak went. */
export interface LeakTrail {
  /** The leads of the ledger by owner. */
  readonly owners: readonly LeakPartCounts[];
  /** The leads of all months of arrival. */
  readonly history: readonly MonthStanding[];
  readonly times: TrendTimes;
}

/** What the ledger of leaks is made of. */
export interface LeakInput {
  readonly from: string;
  readonly to: string;
  readonly rows: readonly LeakCounts[];
  /** What lead values are made of; null where a joint cannot be measured. */
  readonly values: { readonly counts: ValueCounts; readonly developments: ValueDevelopments } | null;
  /** Why the leaks that only handovers show cannot be told; null where they can. */
  readonly because: string | null;
  /** Null where it was not asked for, as nothing has a value. */
  readonly trail: LeakTrail | null;
}

/** One leak in money. */
export interface LeakLine extends LedgerSum {
  readonly leak: LeakId;
  /** Where the leads were disqualified; null for every other leak. */
  readonly stage: FunnelStage | null;
  /** Whose leads, the owner with the largest part first; their sums add up to the line. Empty where that was not asked for. */
  readonly owners: readonly OwnerLeak[];
  /** Null where it was not asked for. */
  readonly trend: LeakTrend | null;
}

/** What the leads of the last twelve months that were lost would usually have brought; the lines add up to `lost`. */
export interface LeakReview {
  readonly gap: ReviewGap | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly potentialMinor: number | null;
  readonly won: LedgerSum | null;
  readonly inProgress: LedgerSum | null;
  readonly lost: LedgerSum | null;
  readonly lines: readonly LeakLine[];
  readonly unmeasured: UnmeasuredLeaks;
}

/** The usual worth of the opportunities of a channel and segment, as the lead values have it. */
const opportunityWorths = (
  counts: ValueCounts,
  developments: ValueDevelopments,
): ((channel: string, segment: string) => OpportunityWorth | null) => {
  const { total, cells } = leadValues(counts, developments);
  const byCell = new Map(cells.map((cell) => [JSON.stringify([cell.channel, cell.segment]), cell]));
  return (channel, segment) => {
    const { opportunitiesPerConverted, o2d, dealSize } =
      byCell.get(JSON.stringify([channel, segment])) ?? total;
    return {
      opportunitiesPerConverted,
      winRate: o2d.final,
      dealSizeMinor: dealSize?.sizeMinor ?? null,
    };
  };
};

/** What the leads of the cohort are usually worth; null where a joint cannot be measured, and nothing has a value. */
export const leakWorth = ({ rows, values }: LeakInput): WorthOf | null => {
  if (values === null) return null;
  const { counts, developments } = values;
  return usualWorth(rows, developments.l2o.factor, opportunityWorths(counts, developments));
};

/** The lines of a ledger, each with its owners and its trend. */
const linesOf = (ledger: LeakLedger, { rows, trail }: LeakInput, worthOf: WorthOf): readonly LeakLine[] => {
  const keys = ledger.lines.map(({ leak, stage }) => ({ leak, key: leakKey(leak, stage) }));
  const owners =
    trail === null ? null : leakOwners(splitEntries(rows, ledger.entries, trail.owners, worthOf));
  const trends = trail === null ? [] : leakTrends(trail.history, keys, trail.times);
  return ledger.lines.map((line, index) => ({
    ...line,
    owners: owners?.get(leakKey(line.leak, line.stage)) ?? [],
    trend: trends[index] ?? null,
  }));
};

/** The ledger of leaks in money. Null input while it is not counted yet. */
export const leakReview = (input: LeakInput | null, hasCurrency: boolean): LeakReview => {
  const nothing = {
    from: input?.from ?? null,
    to: input?.to ?? null,
    potentialMinor: null,
    won: null,
    inProgress: null,
    lost: null,
    lines: [],
    unmeasured: {},
  } as const;
  if (input === null) return { gap: { reason: 'counting' }, ...nothing };
  const { rows, because } = input;
  if (!hasCurrency) return { gap: { reason: 'noCurrency' }, ...nothing };
  const worthOf = leakWorth(input);
  if (worthOf === null || rows.length === 0) return { gap: { reason: 'noLeaks' }, ...nothing };
  const ledger = leakLedger(rows, worthOf, unmeasuredPromises(because));
  const hasWorth = ledger.lines.length === 0 || ledger.lost.unvalued < ledger.lost.journeys;
  if (!hasWorth) return { gap: { reason: 'noLeaks' }, ...nothing };
  const { potentialMinor, won, inProgress, lost, unmeasured } = ledger;
  const lines = linesOf(ledger, input, worthOf);
  return { ...nothing, gap: null, potentialMinor, won, inProgress, lost, lines, unmeasured };
};
