import { stagePlace, type FunnelStage } from '../domain/funnel-stage.ts';
import { totalOf } from './in-groups.ts';

/**
 * Where a lead stands. `stage` is the furthest stage reached; `standing` is what became of it there: `won`, `dropped`
 * (disqualified or, as an opportunity, lost), `recycled`, `stalled` or `in_progress`; the rest are promises that sales failed.
 */
export interface LeadStanding {
  readonly stage: string;
  readonly standing: string;
  readonly untried: boolean;
  readonly slow: boolean;
  readonly few_attempts: boolean;
}

/**
 * Leads that stand alike, counted. `converted` had an opportunity within the window, `handed_over` a handover.
 * `amount_minor` and `without_amount` speak of the opportunities that stand so.
 */
export interface LeakCounts extends LeadStanding {
  readonly channel: string;
  readonly segment: string;
  readonly journeys: number;
  readonly converted: number;
  readonly handed_over: number;
  readonly amount_minor: number;
  readonly without_amount: number;
}

/** What became of the leads that entered a stage; the last five add up to `entered`. */
export interface StageCounts {
  readonly entered: number;
  readonly advanced: number;
  /** Disqualified; at the opportunity stage, lost. */
  readonly dropped: number;
  readonly recycled: number;
  readonly stalled: number;
  readonly inProgress: number;
}

/** Leads of the rows that a test picks. */
export const journeysOf = (
  rows: readonly LeakCounts[],
  pick: (row: LeakCounts) => boolean = () => true,
): number => totalOf(rows.filter(pick), (row) => row.journeys);

/** Splits the leads that entered a stage by what became of them in it. A won opportunity has advanced out of the last stage. */
export const stageCounts = (rows: readonly LeakCounts[], stage: FunnelStage): StageCounts => {
  const place = stagePlace(stage);
  const entered = rows.filter((row) => stagePlace(row.stage) >= place);
  const here = entered.filter((row) => row.stage === stage);
  const standing = (name: string): number => journeysOf(here, (row) => row.standing === name);
  return {
    entered: journeysOf(entered),
    advanced: journeysOf(entered) - journeysOf(here) + standing('won'),
    dropped: standing('dropped'),
    recycled: standing('recycled'),
    stalled: standing('stalled'),
    inProgress: standing('in_progress'),
  };
};
