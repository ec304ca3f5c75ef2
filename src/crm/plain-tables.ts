import type { CrmFormat } from './crm-format.ts';
import { statusWords } from './status-words.ts';

/**
 * Tables that already use our words: leads, stage events, opportunities and the links between them, one file each.
 * Times without an offset are UTC.
 */
export const plainTables: CrmFormat = {
  id: 'plain-tables',
  label: 'Plain tables',
  timeZone: 'UTC',
  opportunities: 'all',
  emptyValues: [],
  statuses: statusWords,
  tables: [
    {
      name: 'Leads',
      headers: ['lead_id', 'created_at'],
      key: ['lead_id'],
      rows: [
        {
          into: 'lead',
          columns: {
            lead_id: 'lead_id',
            created_at: 'created_at',
            email: 'email',
            contact_id: 'contact_id',
            account_id: 'account_id',
            channel: 'channel',
            segment: 'segment',
            campaign: 'campaign',
            owner_id: 'owner',
            status: 'status',
            exclusion: { column: 'status', as: 'exclusion' },
            is_deleted: 'is_deleted',
            merged_into: 'merged_into',
            score: 'score',
            fit: 'fit',
          },
        },
      ],
    },
    {
      name: 'Stage events',
      headers: ['lead_id', 'stage', 'at'],
      key: [],
      rows: [
        {
          into: 'stage_event',
          columns: {
            lead_id: 'lead_id',
            stage: { column: 'stage', as: 'stage' },
            event_at: 'at',
            reason: 'reason',
          },
        },
      ],
    },
    {
      name: 'Opportunities',
      headers: ['opportunity_id', 'created_at', 'outcome'],
      key: ['opportunity_id'],
      rows: [
        {
          into: 'opportunity',
          columns: {
            opportunity_id: 'opportunity_id',
            account_id: 'account_id',
            created_at: 'created_at',
            outcome: { column: 'outcome', values: { won: 'won', lost: 'lost', open: 'open' } },
            close_date: 'closed_at',
            amount_minor: 'amount',
            currency: 'currency',
            owner_id: 'owner',
            is_deleted: 'is_deleted',
          },
        },
      ],
    },
    {
      name: 'Links',
      headers: ['lead_id', 'opportunity_id'],
      key: [],
      rows: [
        {
          into: 'lead_opportunity',
          columns: {
            lead_id: 'lead_id',
            opportunity_id: 'opportunity_id',
            type: 'type',
            is_primary: 'primary',
          },
        },
      ],
    },
  ],
};
