import { stageDateWords } from './date-words.ts';
import type { Condition, CrmFormat, RowRule, Source, SourceTable } from './crm-format.ts';
import { stageDateRules } from './stage-dates.ts';
import { statusWords } from './status-words.ts';

const activityOf = (type: string): Condition => ({ column: 'activityTypeId', equals: type });

const mail = (type: string, direction: string, isAutomated: boolean): RowRule => ({
  into: 'activity',
  when: [activityOf(type)],
  columns: {
    activity_id: 'marketoGUID',
    lead_id: 'leadId',
    event_at: 'activityDate',
    direction: { constant: direction },
    type: { constant: 'Email' },
    is_automated: { constant: String(isAutomated) },
  },
});

const statusChange = (field: string): RowRule => ({
  into: 'stage_event',
  when: [activityOf('13'), { column: 'primaryAttributeValue', equals: field }],
  columns: {
    lead_id: 'leadId',
    stage: { column: 'New Value', as: 'stage', from: 'Old Value' },
    from_stage: { column: 'Old Value', as: 'stage' },
    has_before: { constant: 'true' },
    event_at: 'activityDate',
    reason: 'Reason',
  },
});

const people = (name: string, headers: readonly string[], oneOf?: readonly string[]): SourceTable => ({
  name,
  headers,
  ...(oneOf === undefined ? {} : { oneOf }),
  without: ['activityTypeId', 'externalOpportunityId'],
  key: ['Id'],
  rows: [
    {
      into: 'lead',
      columns: {
        lead_id: 'Id',
        email: 'Email Address',
        created_at: 'Created At',
        status: 'Lead Status',
        status_stage: { column: 'Lead Status', as: 'stage' },
        exclusion: { column: 'Lead Status', as: 'exclusion' },
        channel: { either: ['Lead Source', 'Original Source Type'] },
        campaign: 'Acquisition Program',
        segment: 'Industry',
        owner_id: 'Lead Owner',
        score: 'Lead Score',
        source_object: { constant: 'lead' },
      },
    },
    ...stageDateRules('Id'),
  ],
});

const created: Source = { firstOf: ['externalCreatedDate', 'createdAt'] };

/**
 * Marketo people, from a list (labels, times of its reader) or from the bulk extract (field names, times with Z), the log of
 * activities, and opportunities with the roles of people in them. Of the log, mails from and to a salesperson (39, 45) and
 * campaign mails (6) are activities, and a changed value (13) of the status is a stage event.
 */
export const marketo: CrmFormat = {
  id: 'marketo',
  label: 'Marketo export',
  timeZone: 'report',
  opportunities: 'all',
  emptyValues: ['NULL', 'null'],
  statuses: statusWords,
  labels: {
    ...stageDateWords,
    Id: ['Marketo Id', 'Marketo Person Id', 'Person Id'],
    'Created At': ['createdAt', 'Created'],
    'Email Address': ['Email', 'emailAddress'],
    'Lead Source': ['leadSource', 'Person Source'],
    'Lead Status': ['leadStatus', 'Person Status'],
    'Lead Score': ['leadScore', 'Person Score'],
    'Original Source Type': ['originalSourceType'],
    'Registration Source Type': ['registrationSourceType'],
    'Acquisition Date': ['acquisitionDate', 'acquiredOn'],
    'Acquisition Program': ['acquisitionProgram', 'acquisitionProgramId', 'acquisitionProgramName'],
    'Lead Owner': ['leadOwner', 'Sales Owner', 'leadOwnerEmailAddress', 'Lead Owner Email Address'],
    'New Value': ['attributes › New Value'],
    'Old Value': ['attributes › Old Value'],
    Reason: ['attributes › Reason'],
    externalOpportunityId: ['External Opportunity Id'],
    externalCreatedDate: ['External Created Date'],
    closeDate: ['Close Date'],
    isWon: ['Is Won'],
    isClosed: ['Is Closed'],
    isPrimary: ['Is Primary'],
    leadId: ['Lead Id'],
  },
  tables: [
    people(
      'People',
      ['Id', 'Created At'],
      [
        'Person Source',
        'Person Status',
        'Lead Score',
        'Original Source Type',
        'Registration Source Type',
        'Acquisition Date',
        'Acquisition Program',
      ],
    ),
    people('People by Marketo id', ['Marketo Id', 'Created At']),
    {
      name: 'Activities',
      headers: ['leadId', 'activityDate', 'activityTypeId'],
      key: ['marketoGUID'],
      rows: [
        mail('39', 'outbound', false),
        mail('45', 'inbound', false),
        mail('6', 'outbound', true),
        statusChange('Lead Status'),
        statusChange('leadStatus'),
        statusChange('Person Status'),
      ],
    },
    {
      name: 'Opportunities',
      headers: ['externalOpportunityId', 'isWon', 'isClosed'],
      without: ['leadId'],
      key: ['externalOpportunityId'],
      rows: [
        {
          into: 'opportunity',
          columns: {
            opportunity_id: 'externalOpportunityId',
            created_at: created,
            outcome: { won: 'isWon', closed: 'isClosed' },
            close_date: { column: 'closeDate', as: 'date' },
            amount_minor: 'amount',
            stage: 'stage',
          },
        },
      ],
    },
    {
      name: 'Opportunity roles',
      headers: ['externalOpportunityId', 'leadId', 'role'],
      key: ['externalOpportunityId', 'leadId', 'role'],
      rows: [
        {
          into: 'lead_opportunity',
          columns: {
            lead_id: 'leadId',
            opportunity_id: 'externalOpportunityId',
            type: { constant: 'role' },
            is_primary: 'isPrimary',
          },
        },
      ],
    },
  ],
};
