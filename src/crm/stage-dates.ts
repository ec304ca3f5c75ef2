import type { RowRule } from './crm-format.ts';

const stages = ['mql', 'sal', 'sql', 'disqualified'] as const;

/** Columns with the day a lead reached a stage, as `stageDateWords` name them. */
export const stageDates: readonly string[] = stages.map((stage) => `${stage}_date`);

/** One stage event for each date of a lead that is filled. */
export const stageDateRules = (leadId: RowRule['columns'][string]): readonly RowRule[] =>
  stages.map((stage) => ({
    into: 'stage_event',
    when: [{ column: `${stage}_date`, filled: true }],
    columns: { lead_id: leadId, stage: { constant: stage }, event_at: `${stage}_date` },
  }));
