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

const lead = ['lead', 'leads'] as const;
const leadRecord = ['lead record', 'lead records'] as const;
const opportunity = ['opportunity', 'opportunities'] as const;
const record = ['record', 'records'] as const;
const missingLead = ['missing lead', 'missing leads'] as const;

/** At least so many records in one minute, and so many times the busiest minute of a usual day, are the work of a program. */
export const bulkRule = { records: 50, times: 10 } as const;

const bulk = `${bulkRule.records} or more in one minute, and at least ${bulkRule.times} times the busiest minute of the median day`;

/** All kinds of defects, in the order in which they follow a lead through the pipe. */
export const defectKinds: readonly DefectKind[] = [
  {
    id: 'missing_channel',
    name: 'Leads without a source',
    unit: lead,
    treatment: 'kept',
    rule: 'They count in every total and form a channel of their own, (blank).',
    assumption: 'Each belongs to some channel: all of them, or none, may belong to the one named.',
  },
  {
    id: 'missing_segment',
    name: 'Leads without a segment',
    unit: lead,
    treatment: 'kept',
    rule: 'They count in every total and form a segment of their own, (blank).',
    assumption: 'Each belongs to some segment: all of them, or none, may belong to the one named.',
  },
  {
    id: 'leads_unreadable',
    name: 'Lead records set aside on import',
    unit: record,
    treatment: 'left out',
    rule: 'They are in no number; each is listed with its reason, and counts once it is corrected.',
    assumption: 'Each may be one more lead, converted or not, or none that counts.',
  },
  {
    id: 'opportunities_unreadable',
    name: 'Opportunity records set aside on import',
    unit: record,
    treatment: 'left out',
    rule: 'They are in no number; each is listed with its reason, and counts once it is corrected.',
    assumption:
      'Each may be one more opportunity, won or not, and the first of a lead that counts as not converted.',
  },
  {
    id: 'lead_conflicts',
    name: 'Lead records that contradict another of the same id',
    unit: record,
    treatment: 'left out',
    rule: 'One record of the id counts; those with other content are set aside.',
    assumption: 'For each, a lead that counts may be converted where it is not, or not where it is.',
  },
  {
    id: 'opportunity_conflicts',
    name: 'Opportunity records that contradict another of the same id',
    unit: record,
    treatment: 'left out',
    rule: 'One record of the id counts; those with other content are set aside.',
    assumption: 'For each, an opportunity that counts may be won where it is not, or not where it is.',
  },
  {
    id: 'repeated_persons',
    name: 'Further lead records of the same person',
    unit: leadRecord,
    treatment: 'merged',
    rule: 'Records that share an e-mail, a contact or a merge are one person; a person counts once a buying attempt.',
    assumption:
      'Either all matches are right, or none is and each record is a lead of its own with its own opportunity. Two readings, no bound: matches that are right in part can lie outside.',
    readings: true,
  },
  {
    id: 'unmatchable_leads',
    name: 'Leads that nothing can match',
    unit: leadRecord,
    treatment: 'kept',
    rule: 'Without e-mail and contact, each counts as a person of its own.',
    assumption:
      'They repeat a lead that counts as well no more often than leads that can be matched do. Where none can be matched, nothing can be said.',
  },
  {
    id: 'imported_leads',
    name: 'Leads created in bulk',
    unit: leadRecord,
    treatment: 'kept',
    rule: `They count like any lead: created with ${bulk}.`,
    assumption: 'Either all of them are leads, or none is. Two readings, no bound for a part of them.',
    readings: true,
  },
  {
    id: 'bulk_changes',
    name: 'Leads whose stage was changed in bulk',
    unit: lead,
    treatment: 'kept',
    rule: `The day of the change counts as the day of the event: changed to the same stage with ${bulk}.`,
    assumption: 'The change is right, but may have happened on any day.',
  },
  {
    id: 'stage_before_creation',
    name: 'Stages dated before the lead was created',
    unit: lead,
    treatment: 'moved',
    rule: 'A stage counts from the day the lead was created at the earliest.',
    assumption: 'The days of these leads may be any.',
  },
  {
    id: 'mql_after_later_stage',
    name: 'MQL dated after a later stage',
    unit: lead,
    treatment: 'moved',
    rule: 'The MQL counts on the day of the later stage.',
    assumption: 'The day of the MQL may be any.',
  },
  {
    id: 'mql_skipped',
    name: 'Leads that skipped the MQL stage',
    unit: lead,
    treatment: 'moved',
    rule: 'The next stage they reached stands in for the MQL.',
    assumption: 'Each may have been an MQL on any day, or never.',
  },
  {
    id: 'opportunity_before_lead',
    name: 'Opportunities older than their lead',
    unit: opportunity,
    treatment: 'left out',
    rule: 'They count as opportunities, but not as the lead’s conversion; a lead with no other is in no cohort.',
    assumption: 'Each lead left out for it may have led to the opportunity, or be one that did not convert.',
  },
  {
    id: 'opportunity_day_before_lead',
    name: 'Opportunities dated the day before their lead',
    unit: lead,
    treatment: 'moved',
    rule: 'The opportunity counts as the lead’s conversion, on the day of the lead.',
    assumption: 'The opportunity may be older than the lead; the lead is then in no cohort.',
  },
  {
    id: 'opportunity_without_lead',
    name: 'Opportunities without a lead',
    unit: opportunity,
    treatment: 'kept',
    rule: 'They count as opportunities and form a channel of their own, (unsourced).',
    assumption: 'Each may be the first opportunity of a lead that counts as not converted.',
  },
  {
    id: 'closed_before_created',
    name: 'Opportunities closed before they were created',
    unit: opportunity,
    treatment: 'moved',
    rule: 'They count as closed on the day they were created.',
    assumption: 'The day of closing may be any.',
  },
  {
    id: 'closed_in_future',
    name: 'Opportunities closed after the export',
    unit: opportunity,
    treatment: 'moved',
    rule: 'They count as closed on the last day of the export.',
    assumption: 'The day of closing may be any; those said to be won may still be open.',
  },
  {
    id: 'disqualified_with_opportunity',
    name: 'Disqualified by status, but with an opportunity',
    unit: lead,
    treatment: 'kept',
    rule: 'The opportunity counts, the status does not.',
    assumption: 'The status may be right, and the opportunity not the lead’s.',
  },
  {
    id: 'status_not_in_history',
    name: 'Present stage that the history never shows',
    unit: lead,
    treatment: 'kept',
    rule: 'Where there is a history, only the history counts.',
    assumption: 'Those in no cohort may have reached the stage on any day, and not converted.',
  },
  {
    id: 'status_unknown',
    name: 'Status without a known meaning',
    unit: leadRecord,
    treatment: 'kept',
    rule: 'The lead counts, the status says nothing.',
    assumption: 'None of them means spam or a test; each may mean an MQL of a lead that is in no cohort.',
  },
  {
    id: 'won_without_amount',
    name: 'Deals without an amount',
    unit: ['deal', 'deals'],
    treatment: 'kept',
    rule: 'They count as deals and are left out of the average deal.',
    assumption: 'No rate depends on the amount.',
  },
  {
    id: 'other_currency',
    name: 'Opportunities in another currency than most',
    unit: opportunity,
    treatment: 'kept',
    rule: 'They count; amounts of several currencies are not added up.',
    assumption: 'No rate depends on the amount.',
  },
  {
    id: 'link_without_opportunity',
    name: 'Links to an opportunity that is in no file',
    unit: ['missing opportunity', 'missing opportunities'],
    treatment: 'left out',
    rule: 'The link leads nowhere and says nothing of its lead.',
    assumption: 'Each may be one more opportunity, won or not, and the conversion of the leads linked to it.',
  },
  {
    id: 'link_without_lead',
    name: 'Links to a lead that is in no file',
    unit: missingLead,
    treatment: 'left out',
    rule: 'The link leads nowhere; its opportunity has no lead by it.',
    assumption: 'Each may be one more lead, converted by the opportunity it is linked to.',
  },
  {
    id: 'change_without_lead',
    name: 'Stage changes of a lead that is in no file',
    unit: missingLead,
    treatment: 'left out',
    rule: 'A stage without its lead is in no number.',
    assumption: 'Each may be one more lead, converted or not, or none that counts.',
  },
  {
    id: 'activity_without_lead',
    name: 'Activities of a lead that is in no file',
    unit: missingLead,
    treatment: 'left out',
    rule: 'An activity without its lead is in no number.',
    assumption: 'Each may be one more lead, converted or not, or none that counts.',
  },
];
