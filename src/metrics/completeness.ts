import type { DefectCounts } from './defect-counts.ts';
import type { DefectId } from './defect-kind.ts';

/** How many of the records that should have a field have it; `of` is 0 where the files have no such field. */
export interface Completeness {
  readonly field: 'source' | 'dates' | 'stage' | 'value' | 'segment';
  readonly have: number;
  readonly of: number;
}

/** The share of records that a field should be filled in, at least. */
export const completenessGoal = 0.95;

/** How often each field that the numbers rest on is filled and usable. */
export const completeness = (counts: DefectCounts): readonly Completeness[] => {
  const recordsOf = (id: DefectId): number =>
    counts.tallies.find(({ defect }) => defect === id)?.records ?? 0;
  const { leads, deals, imported } = counts;
  const dated = imported.leads.loaded + imported.opportunities.loaded;
  const undated = imported.leads.unreadableDates + imported.opportunities.unreadableDates;
  const impossible = recordsOf('closed_before_created') + recordsOf('closed_in_future');
  return [
    { field: 'source', have: leads - recordsOf('missing_channel'), of: leads },
    { field: 'dates', have: Math.max(0, dated - impossible), of: dated + undated },
    { field: 'stage', have: imported.withStatus - imported.unknownStatus, of: imported.withStatus },
    { field: 'value', have: deals - recordsOf('won_without_amount'), of: deals },
    { field: 'segment', have: leads - recordsOf('missing_segment'), of: leads },
  ];
};
