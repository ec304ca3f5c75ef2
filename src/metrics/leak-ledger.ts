import { funnelStages, type FunnelStage } from '../domain/funnel-stage.ts';
import { wholeParts } from '../stats/largest-remainder.ts';
import { worthOfRow, type WorthOf } from './cell-worth.ts';
import { totalOf } from './in-groups.ts';
import type { LeakCounts } from './leak-counts.ts';
import { leakOf, leakOrder, type LeakId, type UnmeasuredLeaks } from './leak-of.ts';
import type { Metric } from './metric.ts';

/** The gap that the ledger splits. */
export const leakGap: Metric = {
  id: 'leak_gap',
  label: 'Lost to leaks',
  question: 'What did the leads that were lost cost us, and why were they lost?',
  definition:
    'What the leads that were lost would have brought, each at what its channel and segment is usually worth from the stage it came to. Every lead stands under one leak only, so the list adds up.',
  leftOut:
    'Leads anchored too recently to have had the conversion window; leads and opportunities in progress, which are shown apart.',
  measure: 'money',
  better: 'lower',
  subject: 'the value lost to leaks',
};

/** Leads and what they are worth, in whole minor units. `unvalued` leads are counted, but have no value on the rate card. */
export interface LedgerSum {
  readonly journeys: number;
  readonly minor: number;
  readonly unvalued: number;
}

/** One entry: leads of one channel and segment, lost by one leak at one stage, or with `leak` null not lost. */
export interface LedgerEntry extends LedgerSum {
  readonly channel: string;
  readonly segment: string;
  readonly stage: string;
  readonly standing: string;
  readonly leak: LeakId | null;
}

/** One line of the list: a leak; of disqualified leads, one stage. */
export interface LedgerLine extends LedgerSum {
  readonly leak: LeakId;
  /** Where the leads were disqualified; null for every other leak. */
  readonly stage: FunnelStage | null;
}

/**
 * What a cohort could have brought and where the rest went: `potentialMinor` = `won` + `inProgress` + `lost`, and
 * `lines` add up to `lost`, in leads and in money, exactly.
 */
export interface LeakLedger {
  /** What the cohort would have come to, had each lost lead gone on from where it stood at the usual rate. */
  readonly potentialMinor: number;
  /** What its deals brought. */
  readonly won: LedgerSum;
  /** What its leads and opportunities that are still under way are usually worth. */
  readonly inProgress: LedgerSum;
  /** The gap: potential less won less in progress. */
  readonly lost: LedgerSum;
  readonly lines: readonly LedgerLine[];
  readonly entries: readonly LedgerEntry[];
  readonly unmeasured: UnmeasuredLeaks;
}

/** Sums entries; every sum of the ledger is one of whole numbers. */
export const sumOfEntries = (entries: readonly LedgerSum[]): LedgerSum => ({
  journeys: totalOf(entries, ({ journeys }) => journeys),
  minor: totalOf(entries, ({ minor }) => minor),
  unvalued: totalOf(entries, ({ unvalued }) => unvalued),
});

const entriesOf = (rows: readonly LeakCounts[], worthOf: WorthOf): readonly LedgerEntry[] => {
  const worths = rows.map((row) => worthOfRow(row, worthOf));
  const whole = wholeParts(worths.map((worth) => worth ?? 0));
  return rows.map((row, index) => ({
    channel: row.channel,
    segment: row.segment,
    stage: row.stage,
    standing: row.standing,
    leak: leakOf(row),
    journeys: row.journeys,
    minor: whole[index] ?? 0,
    unvalued: worths[index] === null ? row.journeys : 0,
  }));
};

const linesOf = (entries: readonly LedgerEntry[]): readonly LedgerLine[] =>
  leakOrder
    .flatMap(([leak]) =>
      (leak === 'disqualified' ? funnelStages : [null]).map((stage) => ({
        leak,
        stage,
        ...sumOfEntries(
          entries.filter((entry) => entry.leak === leak && (stage === null || entry.stage === stage)),
        ),
      })),
    )
    .filter(({ journeys }) => journeys > 0)
    .toSorted((a, b) => b.minor - a.minor || b.journeys - a.journeys);

/**
 * Enters every lead of a cohort once. Worths are made whole by largest remainder over all entries, so that every sum of
 * entries, by leak, channel or stage, agrees with every other to the minor unit, and the total is the exact sum rounded.
 * Lines stand by money, the largest first.
 */
export const leakLedger = (
  rows: readonly LeakCounts[],
  worthOf: WorthOf,
  unmeasured: UnmeasuredLeaks,
): LeakLedger => {
  const entries = entriesOf(rows, worthOf);
  const standing = (name: string): LedgerSum =>
    sumOfEntries(entries.filter((entry) => entry.standing === name));
  const won = standing('won');
  const inProgress = standing('in_progress');
  const potentialMinor = sumOfEntries(entries).minor;
  return {
    potentialMinor,
    won,
    inProgress,
    lost: sumOfEntries(entries.filter(({ leak }) => leak !== null)),
    lines: linesOf(entries),
    entries,
    unmeasured,
  };
};

/** How the distance to a target splits: `targetMinor` = won + in progress + leaks + `restMinor`. */
export interface TargetGap {
  readonly targetMinor: number;
  /** Target less what was won. */
  readonly gapMinor: number;
  readonly inProgressMinor: number;
  readonly leaksMinor: number;
  /** What no leak explains: too few leads, or of too little worth. Negative where mending every leak would pass the target. */
  readonly restMinor: number;
}

/** Sets a ledger against a target for the same leads, so that the list adds up to the gap to it. */
export const gapToTarget = (ledger: LeakLedger, targetMinor: number): TargetGap => {
  const gapMinor = targetMinor - ledger.won.minor;
  return {
    targetMinor,
    gapMinor,
    inProgressMinor: ledger.inProgress.minor,
    leaksMinor: ledger.lost.minor,
    restMinor: gapMinor - ledger.inProgress.minor - ledger.lost.minor,
  };
};
