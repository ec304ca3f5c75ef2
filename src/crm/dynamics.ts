import type { CrmFormat } from './crm-format.ts';
import { statusWords } from './status-words.ts';

/**
 * Dynamics 365 views exported to a sheet, recognised by their hidden id columns. A qualified lead is one that was turned
 * into an opportunity, not one at a stage of its own. A view writes the name of the originating lead, not its id: a link is
 * made only where the column holds ids.
 */
export const dynamics: CrmFormat = {
  id: 'dynamics',
  label: 'Dynamics 365 view',
  timeZone: 'report',
  opportunities: 'all',
  flags: ['no_history'],
  emptyValues: [],
  statuses: { ...statusWords, qualified: 'none' },
  labels: {
    '(Do Not Modify) Opportunity': ['(Ne pas modifier) Opportunité'],
    'Created On': ['Leads_Created On', 'Record Created On'],
    Email: ['Leads_Email', 'Email Address'],
    'Status Reason': ['Leads_Status Reason', 'Opportunity_Status Reason'],
    'Originating Lead': ['LeadID'],
  },
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
            outcome: { column: 'Status', values: { Open: 'open', Won: 'won', Lost: 'lost' } },
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
    },
  ],
};
