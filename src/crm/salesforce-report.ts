import type { CrmFormat } from './crm-format.ts';
import { salesforceEmptyValues, salesforceId } from './salesforce-sources.ts';
import { statusWords } from './status-words.ts';

/**
 * Salesforce reports, details only, with the record's id among the columns. Headers are labels, dates and numbers follow
 * the reader's locale, and ids have 15 characters. Below the data stand the report's name, its reader and a copyright.
 */
export const salesforceReport: CrmFormat = {
  id: 'salesforce-report',
  label: 'Salesforce report',
  timeZone: 'report',
  opportunities: 'all',
  flags: ['no_history'],
  emptyValues: salesforceEmptyValues,
  footer: ['Copyright', 'Confidential', 'Grand Total'],
  statuses: statusWords,
  labels: {
    'Lead ID': ['Lead: Lead ID', 'ID de piste'],
    'Create Date': ['Created Date', 'Date de création'],
    'Lead Source': ['Origine de la piste'],
    'Lead Status': ['Lead: Lead Status', 'Statut de la piste'],
    'Lead Owner': ['Propriétaire de la piste'],
    Email: ['Lead: Email'],
  },
  tables: [
    {
      name: 'Leads',
      headers: ['Lead ID', 'Create Date'],
      oneOf: ['Lead Source', 'Lead Status', 'Lead Owner', 'Converted', 'Converted Date'],
      key: ['Lead ID'],
      rows: [
        {
          into: 'lead',
          columns: {
            lead_id: salesforceId('Lead ID'),
            email: 'Email',
            created_at: 'Create Date',
            status: 'Lead Status',
            status_stage: { column: 'Lead Status', as: 'stage' },
            exclusion: { column: 'Lead Status', as: 'exclusion' },
            channel: 'Lead Source',
            segment: 'Industry',
            owner_id: 'Lead Owner',
            source_object: { constant: 'lead' },
          },
        },
        {
          into: 'lead_opportunity',
          when: [{ column: 'Opportunity ID', filled: true }],
          columns: {
            lead_id: salesforceId('Lead ID'),
            opportunity_id: salesforceId('Opportunity ID'),
            type: { constant: 'converted' },
            is_primary: { constant: 'false' },
          },
        },
      ],
    },
    {
      name: 'Opportunities',
      headers: ['Opportunity ID', 'Stage', 'Close Date', 'Create Date'],
      without: ['Lead ID'],
      key: ['Opportunity ID'],
      rows: [
        {
          into: 'opportunity',
          columns: {
            opportunity_id: salesforceId('Opportunity ID'),
            created_at: 'Create Date',
            outcome: {
              either: [
                { won: 'Won', closed: 'Closed' },
                {
                  column: 'Stage',
                  values: { 'Closed Won': 'won', 'Closed Lost': 'lost' },
                  otherwise: 'open',
                },
              ],
            },
            close_date: { column: 'Close Date', as: 'date' },
            amount_minor: 'Amount',
            stage: 'Stage',
            owner_id: 'Opportunity Owner',
          },
        },
      ],
    },
  ],
};
