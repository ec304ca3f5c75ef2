import { funnelStages, type FunnelStage } from '../domain/funnel-stage.ts';
import { wholeParts } from '../stats/largest-remainder.ts';
import { worthOfRow, type WorthOf } from './cell-worth.ts';
import type { LeakCounts } from './leak-counts.ts';
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

/** Why a lead did not become a deal. */
export type LeakId =
  | 'lostOpportunity'
  | 'stalledOpportunity'
  | 'untried'
  | 'slow'
  | 'fewAttempts'
  | 'stalled'
  | 'disqualified'
  | 'recycled';

const hasOpportunity = (row: LeakCounts): boolean => row.stage === 'opportunity';

/**
 * The leaks in order of precedence: a lead belongs to the first whose test it meets, and so to one only.
 * 1. Opportunities come first, because a lead that became one survived everything before it.
 * 2. Then what sales did not do, in the order in which it falls due: never tried, tried late, tried too seldom. These are
 *    causes that can be mended; where a lead ended after them is only where the failure showed.
 * 3. Last the place where the lead stands, for leads that were treated as promised. The three exclude one another.
 */
export const leakOrder: readonly (readonly [LeakId, (row: LeakCounts) => boolean])[] = [
  ['lostOpportunity', (row) => hasOpportunity(row) && row.standing === 'dropped'],
  ['stalledOpportunity', (row) => hasOpportunity(row) && row.standing === 'stalled'],
  ['untried', (row) => row.untried && (row.standing === 'dropped' || row.standing === 'recycled')],
  ['slow', (row) => row.slow],
  ['fewAttempts', (row) => row.few_attempts],
  ['stalled', (row) => row.standing === 'stalled'],
  ['disqualified', (row) => row.standing === 'dropped'],
  ['recycled', (row) => row.standing === 'recycled'],
];

/** The one leak that the leads of a row belong to; null for deals and for leads and opportunities still in progress. */
export const leakOf = (row: LeakCounts): LeakId | null =>
  row.standing === 'won' || row.standing === 'in_progress'
    ? null
    : (leakOrder.find(([, test]) => test(row))?.[0] ?? null);

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

/** A leak that the files cannot show, and why. Its leads stand in the lines after it. */
export type UnmeasuredLeaks = Readonly<Partial<Record<LeakId, string>>>;

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
  journeys: entries.reduce((sum, { journeys }) => sum + journeys, 0),
  minor: entries.reduce((sum, { minor }) => sum + minor, 0),
  unvalued: entries.reduce((sum, { unvalued }) => sum + unvalued, 0),
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
