import { funnelStages, stagePlace, type FunnelStage } from '../domain/funnel-stage.ts';
import type { Rate } from '../domain/rate.ts';
import { worthOfRow, type WorthOf } from './cell-worth.ts';
import { inGroups } from './in-groups.ts';
import { journeysOf, stageCounts, type LeakCounts, type StageCounts } from './leak-counts.ts';
import type { Metric } from './metric.ts';
import { rateOf } from './rate-of.ts';

/** How much of a stage leaks. */
export const stageLeak: Metric = {
  id: 'stage_leak',
  label: 'Leak of a stage',
  question: 'Where do leads drop out?',
  definition:
    'Of the leads that entered a stage, the share that has not reached a later one: disqualified, recycled, stalled or still in progress. At the last stage, opportunities that are not won.',
  leftOut:
    'Leads anchored too recently to have had the conversion window; leads whose only opportunity is older than the lead.',
  measure: 'share',
  better: 'lower',
  subject: 'the leak of the stage',
};

/** What a stage loses in money. */
export const stageValueLost: Metric = {
  id: 'stage_value_lost',
  label: 'Value lost',
  question: 'Where do we lose money that we could keep?',
  definition:
    'The leads disqualified or stalled in a stage, times what a lead of their channel and segment is usually worth from that stage on. Lost and stalled opportunities count with their own amounts, times the usual win rate.',
  leftOut:
    'Recycled leads and leads in progress, which may still convert; leads of channels and segments without a value.',
  measure: 'money',
  better: 'lower',
  subject: 'the value lost in the stage',
};

/** Money lost, in minor units, not rounded, and how many leads it does not cover because the rate card has no value for them. */
export interface ValueLost {
  /** Null where none of the lost leads has a value. */
  readonly minor: number | null;
  readonly unvalued: number;
}

/** What one stage loses. */
export interface StageLeak extends StageCounts {
  readonly stage: FunnelStage;
  /** The share of those that entered that have not advanced. */
  readonly leak: Rate;
  /** What the dropped and the stalled would usually have brought from this stage on. */
  readonly valueLost: ValueLost;
}

/** What one stage of one channel and segment loses. */
export interface CellLeak extends StageLeak {
  readonly channel: string;
  readonly segment: string;
}

const isLost = (row: LeakCounts): boolean => row.standing === 'dropped' || row.standing === 'stalled';

const valueLost = (rows: readonly LeakCounts[], worthOf: WorthOf): ValueLost => {
  const worths = rows.map((row) => ({ row, worth: worthOfRow(row, worthOf) }));
  const valued = worths.flatMap(({ worth }) => (worth === null ? [] : [worth]));
  const unvalued = journeysOf(worths.filter(({ worth }) => worth === null).map(({ row }) => row));
  return {
    minor: valued.length === 0 && unvalued > 0 ? null : valued.reduce((sum, worth) => sum + worth, 0),
    unvalued,
  };
};

/**
 * What each stage loses, in the order of the way. `from` is the stage that names the cohort; earlier ones are left out,
 * because every lead of the cohort has passed them. Leads in progress and recycled ones are no loss in money.
 */
export const stageLeaks = (
  rows: readonly LeakCounts[],
  worthOf: WorthOf,
  from: FunnelStage,
): readonly StageLeak[] =>
  funnelStages.slice(stagePlace(from)).map((stage) => {
    const counts = stageCounts(rows, stage);
    return {
      ...counts,
      stage,
      leak: rateOf(counts.entered - counts.advanced, counts.entered),
      valueLost: valueLost(
        rows.filter((row) => row.stage === stage && isLost(row)),
        worthOf,
      ),
    };
  });

const byValue = (a: CellLeak, b: CellLeak): number =>
  (b.valueLost.minor ?? -1) - (a.valueLost.minor ?? -1) || b.dropped + b.stalled - a.dropped - a.stalled;

/** Every stage of every channel and segment that leads entered, the costliest leak first; unvalued ones last, by leads lost. */
export const rankedLeaks = (
  rows: readonly LeakCounts[],
  worthOf: WorthOf,
  from: FunnelStage,
): readonly CellLeak[] =>
  inGroups(rows, ({ channel }) => channel)
    .flatMap(([channel, own]) =>
      inGroups(own, ({ segment }) => segment).flatMap(([segment, cell]) =>
        stageLeaks(cell, worthOf, from).map((leak) => ({ ...leak, channel, segment })),
      ),
    )
    .filter(({ entered }) => entered > 0)
    .toSorted(byValue);
