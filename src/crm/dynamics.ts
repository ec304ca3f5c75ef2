import type { CrmFormat } from './crm-format.ts';
import { dynamicsLabels } from './dynamics-labels.ts';
import { outcomeWords } from './outcome-words.ts';
import { statusWords } from './status-words.ts';

/**
 * Dynamics 365 views exported to a sheet, recognised by their hidden id columns. A qualified lead is one that was turned
 * into an opportunity, not one at a stage of its own. A view writes the name of the originating lead, not its id: a link is
 * made only where the column holds ids. States may stand as words or as the numbers of their options.
 */
export const dynamics: CrmFormat = {
  id: 'dynamics',
  label: 'Dynamics 365 view',
  timeZone: 'report',
  opportunities: 'all',
  flags: ['no_history'],
  emptyValues: [],
  statuses: {
    ...statusWords,
    qualified: 'none',
    kvalificerad: 'none',
    calificado: 'none',
    cualificado: 'none',
    zakwalifikowany: 'none',
    qualifiziert: 'none',
    qualifié: 'none',
    '0': 'none',
    '1': 'none',
    '2': 'disqualified',
    lost: 'disqualified',
    förlorad: 'disqualified',
    perdido: 'disqualified',
    utracony: 'disqualified',
    verloren: 'disqualified',
    perdu: 'disqualified',
    'cannot contact': 'disqualified',
    'no longer interested': 'disqualified',
    canceled: 'disqualified',
  },
  labels: dynamicsLabels,
  tables: [
    {
      name: 'Leads',
      headers: ['(Do Not Modify) Lead'],
      key: ['(Do Not Modify) Lead'],
      rows: [
        {
          into: 'lead',
          columns: {
            lead_id: '(Do Not Modify) Lead',
            email: 'Email',
            created_at: 'Created On',
            status: { firstOf: ['Status', 'Status Reason'] },
            status_stage: { column: 'Status', as: 'stage' },
            exclusion: { column: 'Status Reason', as: 'exclusion' },
            channel: 'Lead Source',
            campaign: 'Source Campaign',
            segment: { firstOf: ['Industry', 'Industry Sector', 'Market Segment'] },
            owner_id: 'Owner',
            source_object: { constant: 'lead' },
          },
        },
      ],
    },
    {
      name: 'Opportunities',
      headers: ['(Do Not Modify) Opportunity'],
      key: ['(Do Not Modify) Opportunity'],
      rows: [
        {
          into: 'opportunity',
          columns: {
            opportunity_id: '(Do Not Modify) Opportunity',
            created_at: 'Created On',
            outcome: { column: 'Status', values: { ...outcomeWords, '0': 'open', '1': 'won', '2': 'lost' } },
            close_date: { column: 'Actual Close Date', as: 'date' },
            amount_minor: { firstOf: ['Actual Revenue', 'Est. revenue'] },
            currency: 'Currency',
            stage: { firstOf: ['Sales Stage', 'Pipeline Phase'] },
            owner_id: 'Owner',
          },
        },
        {
          into: 'lead_opportunity',
          when: [{ column: 'Originating Lead', looksLike: 'guid' }],
          columns: {
            lead_id: 'Originating Lead',
            opportunity_id: '(Do Not Modify) Opportunity',
            type: { constant: 'converted' },
            is_primary: { constant: 'false' },
          },
        },
      ],
    },
    {
      name: 'Activities',
      headers: ['(Do Not Modify) Activity'],
      key: ['(Do Not Modify) Activity'],
      rows: [],
      note: 'A view of activities names what it regards in words that others may share, so no activity can be tied to its lead.',
    },
  ],
};
