import type { CrmFormat } from './crm-format.ts';
import { outcomeWords } from './outcome-words.ts';
import { pipedriveLabels } from './pipedrive-labels.ts';
import { statusWords } from './status-words.ts';

/** A file of people or organizations can be told by what it is not: deals and activities carry their columns along. */
const ofSomethingElse = ['Deal - ID', 'Deal - Title', 'Lead - ID', 'Lead - Title', 'Activity - Type'];

const dealAsLead = { column: 'Deal - ID', prefix: 'deal:' } as const;

/**
 * Pipedrive exports of deals, leads and activities. A lead of the inbox becomes a deal and leaves the inbox, so a deal's
 * row is a lead and its opportunity at once: `deal:<id>` is the lead, created with the deal. Leads in their own file are
 * those still waiting. The columns of the export and those of the import vocabulary are both known.
 */
export const pipedrive: CrmFormat = {
  id: 'pipedrive',
  label: 'Pipedrive export',
  timeZone: 'report',
  opportunities: 'all',
  flags: ['no_history', 'lead_is_deal'],
  emptyValues: [],
  statuses: statusWords,
  labels: pipedriveLabels,
  tables: [
    {
      name: 'Deals',
      headers: ['Deal - ID', 'Deal - Status', 'Deal - Deal created'],
      without: ['Activity - Type'],
      key: ['Deal - ID'],
      rows: [
        {
          into: 'lead',
          columns: {
            lead_id: dealAsLead,
            contact_id: 'Deal - Contact person ID',
            account_id: 'Deal - Organization ID',
            created_at: 'Deal - Deal created',
            status: 'Deal - Status',
            channel: { firstOf: ['Deal - Source channel', 'Deal - Source origin'] },
            segment: 'Organization - Industry',
            owner_id: 'Deal - Owner',
            source_object: { constant: 'lead' },
          },
        },
        {
          into: 'opportunity',
          columns: {
            opportunity_id: 'Deal - ID',
            account_id: 'Deal - Organization ID',
            created_at: 'Deal - Deal created',
            outcome: { column: 'Deal - Status', values: outcomeWords },
            close_date: { firstOf: ['Deal - Won time', 'Deal - Lost time', 'Deal - Deal closed on'] },
            amount_minor: 'Deal - Value',
            currency: 'Deal - Currency of Value',
            stage: 'Deal - Stage',
            owner_id: 'Deal - Owner',
          },
        },
        {
          into: 'lead_opportunity',
          columns: {
            lead_id: dealAsLead,
            opportunity_id: 'Deal - ID',
            type: { constant: 'converted' },
            is_primary: { constant: 'true' },
          },
        },
      ],
    },
    {
      name: 'Leads',
      headers: ['Lead - ID', 'Lead - Lead created'],
      key: ['Lead - ID'],
      rows: [
        {
          into: 'lead',
          columns: {
            lead_id: 'Lead - ID',
            contact_id: 'Lead - Contact person ID',
            account_id: 'Lead - Organization ID',
            created_at: 'Lead - Lead created',
            channel: { firstOf: ['Lead - Source channel', 'Lead - Source origin', 'Lead - Source'] },
            segment: 'Organization - Industry',
            owner_id: 'Lead - Owner',
            source_object: { constant: 'lead' },
          },
        },
      ],
    },
    {
      name: 'Activities',
      headers: ['Activity - Type', 'Activity - Marked as done time'],
      key: ['Activity - ID'],
      rows: [
        {
          into: 'activity',
          when: [{ column: 'Activity - Marked as done time', filled: true }],
          columns: {
            activity_id: 'Activity - ID',
            lead_id: dealAsLead,
            contact_id: { firstOf: ['Activity - Contact person ID', 'Person - ID'] },
            event_at: 'Activity - Marked as done time',
            direction: { constant: 'outbound' },
            type: 'Activity - Type',
            is_automated: { constant: 'false' },
          },
        },
      ],
    },
    {
      name: 'People',
      headers: ['Person - ID', 'Person - Name'],
      without: ofSomethingElse,
      key: ['Person - ID'],
      rows: [],
    },
    {
      name: 'Organizations',
      headers: ['Organization - ID', 'Organization - Name'],
      without: [...ofSomethingElse, 'Person - ID'],
      key: ['Organization - ID'],
      rows: [],
    },
    { name: 'Notes', headers: ['Note - Content'], key: [], rows: [] },
    {
      name: 'Deals without ids',
      headers: ['Deal - Title', 'Deal - Status'],
      without: ['Deal - ID', 'Activity - Type'],
      key: [],
      rows: [],
      note: 'The list holds only the columns that were shown, and the deals have no ids. Show the columns ID and Deal created, and export the list again.',
    },
  ],
};
