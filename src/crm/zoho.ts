import type { CrmFormat } from './crm-format.ts';
import { statusWords } from './status-words.ts';

/**
 * Zoho module exports. A converted lead leaves the leads and hands its source to the deal: a deal that names its lead is
 * linked to it, any other is a lead (`deal:<id>`) and its opportunity at once.
 */
export const zoho: CrmFormat = {
  id: 'zoho',
  label: 'Zoho CRM export',
  timeZone: 'report',
  opportunities: 'all',
  flags: ['no_history', 'lead_is_deal'],
  emptyValues: [],
  statuses: { ...statusWords, 'junk lead': 'spam' },
  labels: { 'Deal Name': ['Potential Name'], 'Deal Owner': ['Potential Owner'] },
  tables: [
    {
      name: 'Leads',
      headers: ['Record Id', 'Lead Owner', 'Created Time'],
      key: ['Record Id'],
      rows: [
        {
          into: 'lead',
          columns: {
            lead_id: 'Record Id',
            email: 'Email',
            created_at: 'Created Time',
            status: 'Lead Status',
            status_stage: { column: 'Lead Status', as: 'stage' },
            exclusion: { column: 'Lead Status', as: 'exclusion' },
            channel: 'Lead Source',
            segment: 'Industry',
            owner_id: 'Lead Owner',
            source_object: { constant: 'lead' },
          },
        },
      ],
    },
    {
      name: 'Deals',
      headers: ['Record Id', 'Deal Name', 'Stage', 'Created Time'],
      key: ['Record Id'],
      rows: [
        {
          into: 'lead',
          when: [{ column: 'LEADID', filled: false }],
          columns: {
            lead_id: { column: 'Record Id', prefix: 'deal:' },
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
            opportunity_id: 'Record Id',
            created_at: 'Created Time',
            outcome: {
              column: 'Stage',
              values: {
                'Closed Won': 'won',
                'Closed Lost': 'lost',
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
            lead_id: { column: 'Record Id', prefix: 'deal:' },
            opportunity_id: 'Record Id',
            type: { constant: 'converted' },
            is_primary: { constant: 'true' },
          },
        },
        {
          into: 'lead_opportunity',
          when: [{ column: 'LEADID', filled: true }],
          columns: {
            lead_id: 'LEADID',
            opportunity_id: 'Record Id',
            type: { constant: 'converted' },
            is_primary: { constant: 'true' },
          },
        },
      ],
    },
  ],
};
