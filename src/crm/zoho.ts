import type { CrmFormat } from './crm-format.ts';
import { outcomeWords } from './outcome-words.ts';
import { statusWords } from './status-words.ts';
import { zohoActivities } from './zoho-activities.ts';
import { zohoLabels } from './zoho-labels.ts';
import { zohoUnused } from './zoho-unused.ts';

/**
 * Zoho module exports. A converted lead leaves the leads and hands its source to the deal: a deal that names its lead is
 * linked to it, any other is a lead (`deal:<id>`) and its opportunity at once. A backup keeps converted leads, and each names
 * its deal: such a lead is one with that of the deal.
 */
export const zoho: CrmFormat = {
  id: 'zoho',
  label: 'Zoho CRM export',
  timeZone: 'report',
  opportunities: 'all',
  flags: ['no_history', 'lead_is_deal'],
  emptyValues: [],
  statuses: {
    ...statusWords,
    'junk lead': 'spam',
    'lost lead': 'disqualified',
    'not contacted': 'none',
    'attempted to contact': 'none',
    'contact in future': 'none',
  },
  labels: zohoLabels,
  tables: [
    {
      name: 'Leads',
      headers: ['Lead record', 'Lead Owner', 'Created Time'],
      key: ['Lead record'],
      rows: [
        {
          into: 'lead',
          columns: {
            lead_id: 'Lead record',
            contact_id: 'Converted Contact.id',
            account_id: 'Converted Account.id',
            email: 'Email',
            created_at: 'Created Time',
            status: 'Lead Status',
            status_stage: { column: 'Lead Status', as: 'stage' },
            exclusion: { column: 'Lead Status', as: 'exclusion' },
            channel: 'Lead Source',
            segment: 'Industry',
            owner_id: 'Lead Owner',
            merged_into: { column: 'Converted Deal.id', prefix: 'deal:' },
            source_object: { constant: 'lead' },
          },
        },
      ],
    },
    {
      name: 'Deals',
      headers: ['Deal record', 'Deal Name', 'Stage', 'Created Time'],
      without: ['Stage Duration'],
      key: ['Deal record'],
      rows: [
        {
          into: 'lead',
          when: [{ column: 'LEADID', filled: false }],
          columns: {
            lead_id: { column: 'Deal record', prefix: 'deal:' },
            contact_id: 'Contact Name.id',
            account_id: 'Account Name.id',
            created_at: 'Created Time',
            channel: 'Lead Source',
            segment: 'Industry',
            owner_id: 'Deal Owner',
            source_object: { constant: 'lead' },
          },
        },
        {
          into: 'opportunity',
          columns: {
            opportunity_id: 'Deal record',
            created_at: 'Created Time',
            outcome: {
              column: 'Stage',
              values: {
                ...outcomeWords,
                'Closed Lost to Competition': 'lost',
                'Closed-Lost to Competition': 'lost',
              },
              otherwise: 'open',
            },
            close_date: { column: 'Closing Date', as: 'date' },
            amount_minor: 'Amount',
            currency: 'Currency',
            stage: 'Stage',
            owner_id: 'Deal Owner',
          },
        },
        {
          into: 'lead_opportunity',
          when: [{ column: 'LEADID', filled: false }],
          columns: {
            lead_id: { column: 'Deal record', prefix: 'deal:' },
            opportunity_id: 'Deal record',
            type: { constant: 'converted' },
            is_primary: { constant: 'true' },
          },
        },
        {
          into: 'lead_opportunity',
          when: [{ column: 'LEADID', filled: true }],
          columns: {
            lead_id: 'LEADID',
            opportunity_id: 'Deal record',
            type: { constant: 'converted' },
            is_primary: { constant: 'true' },
          },
        },
      ],
    },
    {
      name: 'Stage history',
      headers: ['Deal of the stage', 'Stage', 'Stage Duration', 'Modified Time'],
      key: ['Deal of the stage', 'Stage', 'Modified Time'],
      rows: [
        {
          into: 'opportunity_event',
          columns: {
            opportunity_id: 'Deal of the stage',
            stage: 'Stage',
            amount_minor: 'Amount',
            event_at: 'Modified Time',
          },
        },
      ],
    },
    {
      name: 'Stage history without ids',
      headers: ['Stage', 'Stage Duration', 'Modified Time'],
      without: ['Deal of the stage'],
      key: [],
      rows: [],
      note: 'This history does not say which deal it is of. Take it from a data backup, which holds the ids.',
    },
    ...zohoActivities,
    ...zohoUnused,
  ],
};
