import type { DefectId } from '../../metrics/defect-kind.ts';
import type { Sql } from '../sql.ts';
import * as joins from './join-defects.ts';
import * as leads from './lead-defects.ts';
import * as opportunities from './opportunity-defects.ts';
import * as stages from './stage-defects.ts';

/** A defect that stands in the loaded rows; the others are records that were never loaded. */
export type RowDefect = Exclude<
  DefectId,
  | 'leads_unreadable'
  | 'opportunities_unreadable'
  | 'lead_conflicts'
  | 'opportunity_conflicts'
  | 'status_unknown'
>;

/**
 * The records of each defect as one statement: `record_id` as in the CRM, a `day`, a `detail` that tells why, and the lead
 * (`journey_id`) or opportunity it touches. A record that touches several stands in several rows.
 */
const statements: Readonly<Record<RowDefect, Sql>> = {
  missing_channel: leads.missingChannel,
  missing_segment: leads.missingSegment,
  repeated_persons: leads.repeatedPersons,
  unmatchable_leads: leads.unmatchableLeads,
  imported_leads: leads.importedLeads,
  disqualified_with_opportunity: leads.disqualifiedWithOpportunity,
  status_not_in_history: leads.statusNotInHistory,
  bulk_changes: stages.bulkChanges,
  stage_before_creation: stages.stageBeforeCreation,
  mql_after_later_stage: stages.mqlAfterLaterStage,
  mql_skipped: stages.mqlSkipped,
  opportunity_day_before_lead: stages.opportunityDayBeforeLead,
  opportunity_before_lead: opportunities.opportunityBeforeLead,
  opportunity_without_lead: opportunities.opportunityWithoutLead,
  closed_before_created: opportunities.closedBeforeCreated,
  closed_in_future: opportunities.closedInFuture,
  won_without_amount: opportunities.wonWithoutAmount,
  other_currency: opportunities.otherCurrency,
  link_without_opportunity: joins.linkWithoutOpportunity,
  link_without_lead: joins.linkWithoutLead,
  change_without_lead: joins.changeWithoutLead,
  activity_without_lead: joins.activityWithoutLead,
};

/** Whether a defect stands in the loaded rows, so that its records can be asked for. */
export const isRowDefect = (id: string): id is RowDefect => Object.hasOwn(statements, id);

/** The statement that gives the records of a defect. */
export const recordsOf = (id: RowDefect): Sql => statements[id];

/** Every defect that stands in the loaded rows, with its statement. */
export const defectRecords: readonly (readonly [RowDefect, Sql])[] = Object.entries(statements).flatMap(
  ([id, records]) => (isRowDefect(id) ? [[id, records] as const] : []),
);
