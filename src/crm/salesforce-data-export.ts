import type { Condition, CrmFormat, RowRule } from './crm-format.ts';
import { statusWords } from './status-words.ts';

const notDeleted: Condition = { column: 'IsDeleted', truth: false };

const statusChange = (field: string, lead: string, before: string, after: string): RowRule => ({
  into: 'stage_event',
  when: [{ column: field, equals: 'Status' }, { column: lead, startsWith: '00Q' }, notDeleted],
  columns: {
    lead_id: lead,
    stage: { column: after, as: 'stage' },
    from_stage: { column: before, as: 'stage' },
    has_before: { constant: 'true' },
    event_at: 'CreatedDate',
  },
});

/**
 * Salesforce data export service, one CSV an object. Clock times are UTC; `CloseDate` and `ConvertedDate` are local
 * dates written with midnight behind them. Field history of all objects is in EntityHistory; API exports have LeadHistory.
 */
export const salesforceDataExport: CrmFormat = {
  id: 'salesforce-data-export',
  label: 'Salesforce data export',
  timeZone: 'UTC',
  opportunities: 'all',
  emptyValues: ['000000000000000AAA', '000000000000000', '#N/A'],
  statuses: statusWords,
  tables: [
    {
      name: 'Lead',
      headers: ['Id', 'LeadSource', 'Status', 'IsConverted', 'CreatedDate'],
      key: ['Id'],
      rows: [
        {
          into: 'lead',
          columns: {
            lead_id: 'Id',
            contact_id: 'ConvertedContactId',
            account_id: 'ConvertedAccountId',
            email: 'Email',
            created_at: 'CreatedDate',
            status: 'Status',
            status_stage: { column: 'Status', as: 'stage' },
            exclusion: { column: 'Status', as: 'exclusion' },
            channel: 'LeadSource',
            segment: 'Segment__c',
            owner_id: 'OwnerId',
            is_deleted: 'IsDeleted',
            merged_into: 'MasterRecordId',
            source_object: { constant: 'lead' },
          },
        },
        {
          into: 'lead_opportunity',
          when: [{ column: 'ConvertedOpportunityId', filled: true }],
          columns: {
            lead_id: 'Id',
            opportunity_id: 'ConvertedOpportunityId',
            type: { constant: 'converted' },
            is_primary: { constant: 'false' },
          },
        },
      ],
    },
    {
      name: 'Opportunity',
      headers: ['Id', 'StageName', 'CloseDate', 'IsClosed', 'IsWon', 'CreatedDate'],
      key: ['Id'],
      rows: [
        {
          into: 'opportunity',
          columns: {
            opportunity_id: 'Id',
            account_id: 'AccountId',
            created_at: 'CreatedDate',
            outcome: { won: 'IsWon', closed: 'IsClosed' },
            close_date: { column: 'CloseDate', as: 'date' },
            amount_minor: 'Amount',
            currency: 'CurrencyIsoCode',
            stage: 'StageName',
            owner_id: 'OwnerId',
            is_deleted: 'IsDeleted',
          },
        },
      ],
    },
    {
      name: 'OpportunityHistory',
      headers: ['Id', 'OpportunityId', 'StageName', 'Amount', 'CreatedDate'],
      key: ['Id'],
      rows: [
        {
          into: 'opportunity_event',
          when: [notDeleted],
          columns: {
            opportunity_id: 'OpportunityId',
            stage: 'StageName',
            amount_minor: 'Amount',
            event_at: 'CreatedDate',
          },
        },
      ],
    },
    {
      name: 'EntityHistory',
      headers: ['Id', 'ParentId', 'FieldName', 'OldvalString', 'NewvalString', 'CreatedDate'],
      key: ['Id'],
      rows: [statusChange('FieldName', 'ParentId', 'OldvalString', 'NewvalString')],
    },
    {
      name: 'LeadHistory',
      headers: ['Id', 'LeadId', 'Field', 'OldValue', 'NewValue', 'CreatedDate'],
      key: ['Id'],
      rows: [statusChange('Field', 'LeadId', 'OldValue', 'NewValue')],
    },
    {
      name: 'OpportunityContactRole',
      headers: ['Id', 'OpportunityId', 'ContactId', 'IsPrimary'],
      key: ['Id'],
      rows: [
        {
          into: 'lead_opportunity',
          when: [notDeleted],
          columns: {
            contact_id: 'ContactId',
            opportunity_id: 'OpportunityId',
            type: { constant: 'role' },
            is_primary: 'IsPrimary',
          },
        },
      ],
    },
    {
      name: 'Task',
      headers: ['Id', 'WhoId', 'Subject', 'Status', 'CreatedDate'],
      key: ['Id'],
      rows: [
        {
          into: 'activity',
          when: [{ column: 'IsClosed', truth: true }, notDeleted],
          columns: {
            activity_id: 'Id',
            lead_id: { column: 'WhoId', startsWith: '00Q' },
            contact_id: { column: 'WhoId', startsWith: '003' },
            event_at: { firstOf: ['CompletedDateTime', 'ActivityDate', 'CreatedDate'] },
            direction: {
              column: 'CallType',
              values: { Outbound: 'outbound', Inbound: 'inbound', Internal: 'internal', '': 'outbound' },
            },
            type: 'Type',
            is_automated: { constant: 'false' },
            actor_id: 'OwnerId',
          },
        },
      ],
    },
    {
      name: 'CampaignCost',
      headers: ['channel', 'month', 'cost'],
      key: [],
      rows: [
        {
          into: 'campaign_cost',
          columns: {
            channel: 'channel',
            segment: 'segment',
            month: { column: 'month', as: 'date' },
            cost_minor: 'cost',
            currency: 'currency',
          },
        },
      ],
    },
  ],
};
