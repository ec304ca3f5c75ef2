import { funnelStages, type LeadStage } from '../domain/funnel-stage.ts';
import type { Metric } from './metric.ts';
import { waitingTime, type WaitingTime } from './waiting-time.ts';

/** How long leads stay in a stage. */
export const stageDwell: Metric = {
  id: 'stage_dwell',
  label: 'Time in stage',
  question: 'Where do leads wait?',
  definition:
    'The day after entering a stage by which half of the leads have gone on to the next one, were disqualified or recycled, leads still there counted with the days they have waited.',
  leftOut: 'Stages that a lead skipped; leads whose only opportunity is older than the lead.',
  measure: 'days',
  better: 'lower',
  subject: 'the time in stage',
};

/** Leads of a group by days in a stage: those that left it at that age (`ended`), or left it or were last seen in it (`total`). */
export interface DwellCounts {
  readonly row_group: string;
  readonly stage: string;
  readonly age: number;
  readonly ended: number;
  readonly total: number;
}

/** How long leads stay in one stage. */
export interface StageDwell extends WaitingTime {
  readonly stage: LeadStage;
}

const leadStages = funnelStages.filter((stage) => stage !== 'opportunity');

/** Stage by stage, in the order of the way, over all groups or one. Stages that nobody was seen in are left out. */
export const dwellTimes = (rows: readonly DwellCounts[], group: string | null): readonly StageDwell[] =>
  leadStages
    .map((stage) => ({
      stage,
      ...waitingTime(
        rows.filter((row) => row.stage === stage && (group === null || row.row_group === group)),
      ),
    }))
    .filter(({ waits }) => waits > 0);
