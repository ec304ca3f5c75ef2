/** Every kind of defect that is looked for. The list is closed: only these names ever reach a query. */
export type DefectId =
  | 'missing_channel'
  | 'missing_segment'
  | 'leads_unreadable'
  | 'opportunities_unreadable'
  | 'lead_conflicts'
  | 'opportunity_conflicts'
  | 'repeated_persons'
  | 'unmatchable_leads'
  | 'imported_leads'
  | 'bulk_changes'
  | 'stage_before_creation'
  | 'mql_after_later_stage'
  | 'mql_skipped'
  | 'opportunity_before_lead'
  | 'opportunity_day_before_lead'
  | 'opportunity_without_lead'
  | 'closed_before_created'
  | 'closed_in_future'
  | 'disqualified_with_opportunity'
  | 'status_not_in_history'
  | 'status_unknown'
  | 'won_without_amount'
  | 'other_currency'
  | 'link_without_opportunity'
  | 'link_without_lead'
  | 'change_without_lead'
  | 'activity_without_lead';

/** What the rules do with such records: count them as they are, count them on another day, merge them, or leave them out. */
export type Treatment = 'kept' | 'moved' | 'merged' | 'left out';

/** A kind of defect in the reader's words. */
export interface DefectKind {
  readonly id: DefectId;
  readonly name: string;
  /** What is counted of it: "1 lead", "2 leads". */
  readonly unit: readonly [one: string, many: string];
  readonly treatment: Treatment;
  /** What the rules do, in one sentence. */
  readonly rule: string;
  /** What the bounds take for possible, in one sentence. */
  readonly assumption: string;
  /** What is told are two readings of the records as a whole, no bounds: a part of them could move a rate further. */
  readonly readings?: true;
}

/** At least so many records in one minute, and so many times the busiest minute of a usual day, are the work of a program. */
export const bulkRule = { records: 50, times: 10 } as const;
