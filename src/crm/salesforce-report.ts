import type { CrmFormat } from './crm-format.ts';
import { dealDateWords, stageDateWords } from './date-words.ts';
import { outcomeWords } from './outcome-words.ts';
import { salesforceHistories } from './salesforce-histories.ts';
import { groupedColumn, salesforceLabels } from './salesforce-labels.ts';
import { salesforceEmptyValues, salesforceId } from './salesforce-sources.ts';
import { stageDateRules } from './stage-dates.ts';
import { statusWords } from './status-words.ts';

/**
 * Salesforce reports, details only, with the record's id among the columns. Headers are labels, dates and numbers follow
 * the reader's locale, and ids have 15 characters. Below the data stand the report's name, its reader and a copyright. A
 * report of leads may have a date for a stage, a field that many companies add; with dates of deals too it is a plain table.
 * A grouped report leaves cells out that are like those above, so none of it is read.
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
  labels: { ...salesforceLabels, ...stageDateWords, ...dealDateWords },
  tables: [
    {
      name: 'Leads',
      headers: ['Lead ID', 'Create Date'],
      oneOf: ['Lead Source', 'Lead Status', 'Lead Owner', 'Converted', 'Converted Date'],
      without: [groupedColumn, 'opportunity_date', 'won_date', 'lost_date'],
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
        ...stageDateRules(salesforceId('Lead ID')),
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
      without: ['Lead ID', groupedColumn],
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
                  values: outcomeWords,
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
    ...salesforceHistories,
    {
      name: 'Grouped report',
      headers: [groupedColumn],
      key: [],
      rows: [],
      note: 'A formatted report is grouped and holds subtotals among its rows. Export it again as "Details Only".',
    },
  ],
};
