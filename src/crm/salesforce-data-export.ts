import type { Condition, CrmFormat, RowRule } from './crm-format.ts';
import { salesforceActivities } from './salesforce-activities.ts';
import { salesforceEmptyValues, salesforceId } from './salesforce-sources.ts';
import { salesforceUnused } from './salesforce-unused.ts';
import { statusWords } from './status-words.ts';

const notDeleted: Condition = { column: 'IsDeleted', truth: false };

const statusChange = (field: string, lead: string, before: string, after: string): RowRule => ({
  into: 'stage_event',
  when: [{ column: field, equals: 'Status' }, { column: lead, startsWith: '00Q' }, notDeleted],
  columns: {
    lead_id: salesforceId(lead),
    stage: { column: after, as: 'stage', from: before },
    from_stage: { column: before, as: 'stage' },
    has_before: { constant: 'true' },
    event_at: 'CreatedDate',
  },
});

/**
 * Salesforce objects, one CSV each: by the data export service (times without zone, which are UTC, yes and no as 1 and 0)
 * or by the API, such as Data Loader (times with Z, true and false). `CloseDate` and `ConvertedDate` are local dates,
 * written with midnight behind them by the service. Field history of all objects is in EntityHistory; the API has
 * LeadHistory and OpportunityFieldHistory, whose amounts are those before each change, so that the first is the amount at
 * creation. A campaign response of a contact that is no lead acts as one.
 */
export const salesforceDataExport: CrmFormat = {
  id: 'salesforce-data-export',
  label: 'Salesforce data export',
  timeZone: 'UTC',
  opportunities: 'all',
  emptyValues: salesforceEmptyValues,
  statuses: statusWords,
  labels: { Segment__c: ['Industry'] },
  tables: [
    {
      name: 'Lead',
      headers: ['Id', 'LeadSource', 'Status', 'IsConverted', 'CreatedDate'],
      key: ['Id'],
      rows: [
        {
          into: 'lead',
          columns: {
            lead_id: salesforceId('Id'),
            contact_id: salesforceId('ConvertedContactId'),
            account_id: salesforceId('ConvertedAccountId'),
            email: 'Email',
            created_at: 'CreatedDate',
            status: 'Status',
            status_stage: { column: 'Status', as: 'stage' },
            exclusion: { column: 'Status', as: 'exclusion' },
            channel: 'LeadSource',
            segment: 'Segment__c',
            owner_id: 'OwnerId',
            is_deleted: 'IsDeleted',
            merged_into: salesforceId('MasterRecordId'),
            source_object: { constant: 'lead' },
          },
        },
        {
          into: 'lead_opportunity',
          when: [{ column: 'ConvertedOpportunityId', filled: true }],
          columns: {
            lead_id: salesforceId('Id'),
            opportunity_id: salesforceId('ConvertedOpportunityId'),
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
            opportunity_id: salesforceId('Id'),
            account_id: salesforceId('AccountId'),
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
            opportunity_id: salesforceId('OpportunityId'),
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
      name: 'OpportunityFieldHistory',
      headers: ['Id', 'OpportunityId', 'Field', 'OldValue', 'NewValue', 'CreatedDate'],
      key: ['Id'],
      rows: [
        {
          into: 'opportunity_event',
          when: [{ column: 'Field', equals: 'StageName' }, notDeleted],
          columns: {
            opportunity_id: salesforceId('OpportunityId'),
            stage: 'NewValue',
            event_at: 'CreatedDate',
          },
        },
        {
          into: 'opportunity_event',
          when: [{ column: 'Field', equals: 'Amount' }, notDeleted],
          columns: {
            opportunity_id: salesforceId('OpportunityId'),
            amount_minor: 'OldValue',
            event_at: 'CreatedDate',
          },
        },
      ],
    },
    {
      name: 'CampaignMember',
      headers: ['Id', 'CampaignId', 'LeadId', 'ContactId', 'HasResponded', 'CreatedDate'],
      key: ['Id'],
      rows: [
        {
          into: 'lead',
          when: [
            { column: 'HasResponded', truth: true },
            { column: 'ContactId', filled: true },
            { column: 'LeadId', filled: false },
          ],
          columns: {
            lead_id: { column: 'Id', prefix: 'campaign:', as: 'salesforce-id' },
            contact_id: salesforceId('ContactId'),
            created_at: { firstOf: ['FirstRespondedDate', 'CreatedDate'] },
            campaign: 'CampaignId',
            is_deleted: 'IsDeleted',
            source_object: { constant: 'campaign_member' },
          },
        },
      ],
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
            contact_id: salesforceId('ContactId'),
            opportunity_id: salesforceId('OpportunityId'),
            type: { constant: 'role' },
            is_primary: 'IsPrimary',
          },
        },
      ],
    },
    ...salesforceActivities,
    ...salesforceUnused,
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
