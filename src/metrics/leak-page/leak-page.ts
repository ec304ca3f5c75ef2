import type { SlaTerms } from '../../domain/sla.ts';
import type { Rate } from '../../domain/rate.ts';
import type { WorthOf } from '../cell-worth.ts';
import { inGroups, totalOf } from '../in-groups.ts';
import { journeysOf, type LeadStanding } from '../leak-counts.ts';
import { leakLedger, type LeakLedger, type LedgerLine } from '../leak-ledger.ts';
import { unmeasuredPromises } from '../leak-of.ts';
import { splitEntries, type LeakPartCounts, type PartEntry } from '../leak-parts.ts';
import type { OpenLeadChange } from '../load-history.ts';
import { rateOf } from '../rate-of.ts';
import { topReasons, type ReasonCounts } from '../top-reasons.ts';
import { leakWorth, type LeakInput } from '../review/leak-review.ts';
import {
  circumstancesOf,
  stockBefore,
  type CircumstanceCounts,
  type GoesWith,
} from './leak-circumstances.ts';
import { keyOfStanding, leakKey, type LeakKey } from './leak-key.ts';
import { leakOwners, type OwnerLeak } from './leak-owners.ts';
import { leakTrends, type LeakTrend, type MonthStanding, type TrendTimes } from './leak-trend.ts';

/** Everything the ledger of the page is made of. `owners` and `months` are the leads of `leaks` cut once more. */
export interface LeakPageInput {
  readonly leaks: LeakInput;
  readonly terms: SlaTerms;
  readonly times: TrendTimes;
  readonly owners: readonly LeakPartCounts[];
  readonly months: readonly LeakPartCounts[];
  /** The leads of all months, for the trend. */
  readonly history: readonly MonthStanding[];
  readonly circumstances: readonly CircumstanceCounts[];
  readonly reasons: readonly ReasonCounts[];
  readonly loads: readonly OpenLeadChange[];
}

/** What one month of arrival lost by one leak. */
export interface MonthLeak {
  readonly month: string;
  readonly journeys: number;
  readonly minor: number;
}

/** One leak with its size, money, owners, trend and what goes with it. */
export interface LeakDetail extends LedgerLine {
  readonly key: LeakKey;
  /** Of all leads of the cohort, those lost by this leak. */
  readonly rate: Rate;
  /** Its part of all that was lost, in money; null where nothing has a value. */
  readonly moneyShare: number | null;
  /** Their sums add up to the leak. */
  readonly owners: readonly OwnerLeak[];
  /** Months of the period; their sums add up to the leak. */
  readonly months: readonly MonthLeak[];
  readonly trend: LeakTrend;
  readonly goesWith: readonly GoesWith[];
  /** Why its leads were disqualified, as far as that was noted; of all leads disqualified in this stage. */
  readonly reasons: ReturnType<typeof topReasons> | null;
  /** Of its open leads, those no person has tried lately; null where that says nothing of the leak, or is not known. */
  readonly neglected: Rate | null;
  /** How its leads stand: what to list to see them. */
  readonly standings: readonly LeadStanding[];
}

/** Where the money goes, with everything that is known of each leak. */
export interface LeakPage {
  readonly ledger: LeakLedger;
  /** Leads of the cohort. */
  readonly leads: number;
  /** Whether leads have a value; without it the ledger counts leads alone, and every sum of money is 0. */
  readonly hasMoney: boolean;
  readonly lines: readonly LeakDetail[];
}

const unvalued: WorthOf = () => null;

/** Whether a ledger can be told in money: nothing was lost, or some of what was lost has a value. */
const hasWorth = ({ lines, lost }: LeakLedger): boolean =>
  lines.length === 0 || lost.unvalued < lost.journeys;

const reasonsAt = (reasons: readonly ReasonCounts[], at: string): readonly ReasonCounts[] =>
  reasons.filter(({ stage }) => stage === at);

const reasonsShown = 3;

const monthsOf = (entries: readonly PartEntry[]): ReadonlyMap<LeakKey, readonly MonthLeak[]> => {
  const lost = entries.flatMap((entry) =>
    entry.leak === null ? [] : [{ ...entry, key: leakKey(entry.leak, entry.stage) }],
  );
  return new Map(
    inGroups(lost, ({ key }) => key).flatMap(([, ofLeak]) => {
      const [first] = ofLeak;
      if (first === undefined) return [];
      const months = inGroups(ofLeak, ({ part }) => part).map(([month, own]) => ({
        month,
        journeys: totalOf(own, ({ journeys }) => journeys),
        minor: totalOf(own, ({ minor }) => minor),
      }));
      return [[first.key, months] as const];
    }),
  );
};

const standingKey = ({ stage, standing, untried, slow, few_attempts: few }: LeadStanding): string =>
  JSON.stringify([stage, standing, untried, slow, few]);

const standingsOf = (rows: readonly LeadStanding[], key: LeakKey): readonly LeadStanding[] =>
  inGroups(
    rows.filter((row) => keyOfStanding(row) === key),
    standingKey,
  ).flatMap(([, [first]]) => first ?? []);

const neglectedOf = (seen: readonly CircumstanceCounts[], { leak }: LedgerLine): Rate | null => {
  if (leak !== 'stalled') return null;
  const own = seen.filter((row) => keyOfStanding(row) === 'stalled');
  return rateOf(
    totalOf(
      own.filter((row) => row.is_neglected),
      ({ journeys }) => journeys,
    ),
    totalOf(own, ({ journeys }) => journeys),
  );
};

/**
 * The ledger of leaks with owners, months, trend and circumstances. Leads in money where they have a value: where amounts
 * cannot be added or nothing was won, the same leads are counted without. Null where no lead has had its window.
 */
export const leakPage = (input: LeakPageInput, hasCurrency: boolean): LeakPage | null => {
  const { leaks, terms, circumstances, reasons, times } = input;
  const { rows, because } = leaks;
  if (rows.length === 0) return null;
  const unmeasured = unmeasuredPromises(because);
  const known = hasCurrency ? leakWorth(leaks) : null;
  const valued = known === null ? null : leakLedger(rows, known, unmeasured);
  const hasMoney = valued !== null && hasWorth(valued);
  const worthOf = hasMoney && known !== null ? known : unvalued;
  const ledger = hasMoney ? valued : leakLedger(rows, unvalued, unmeasured);
  const leads = journeysOf(rows);
  const keys = ledger.lines.map(({ leak, stage }) => ({ leak, key: leakKey(leak, stage) }));
  const owners = leakOwners(splitEntries(rows, ledger.entries, input.owners, worthOf));
  const months = monthsOf(splitEntries(rows, ledger.entries, input.months, worthOf));
  const trends = leakTrends(input.history, keys, times);
  const stock = stockBefore(input.loads, times.asOf);
  const goesWith = circumstancesOf(rows, circumstances, stock, terms.repCap);
  const lines = ledger.lines.flatMap((line, index): readonly LeakDetail[] => {
    const key = leakKey(line.leak, line.stage);
    const trend = trends[index];
    if (trend === undefined) return [];
    return [
      {
        ...line,
        key,
        trend,
        rate: rateOf(line.journeys, leads),
        moneyShare: hasMoney && ledger.lost.minor > 0 ? line.minor / ledger.lost.minor : null,
        owners: owners.get(key) ?? [],
        months: months.get(key) ?? [],
        goesWith: goesWith.get(key) ?? [],
        reasons: line.stage === null ? null : topReasons(reasonsAt(reasons, line.stage), reasonsShown),
        neglected: because === null ? neglectedOf(circumstances, line) : null,
        standings: standingsOf(rows, key),
      },
    ];
  });
  return { ledger, leads, hasMoney, lines };
};
