import type { CrmFormat, RowRule } from './crm-format.ts';
import { outcomeWords } from './outcome-words.ts';
import { plainWords } from './plain-words.ts';
import { stageDateRules, stageDates } from './stage-dates.ts';
import { statusWords } from './status-words.ts';

const leadRow: RowRule = {
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
};

const aboutLeads = ['channel', 'segment', 'email', 'status'] as const;
const dealDates = ['opportunity_date', 'won_date'] as const;

/**
 * Tables that already use our words, or plain words for them: leads, stage events, opportunities and the links between
 * them, one file each; or one row a lead with a date for each stage, whose opportunity takes the lead's id. A lost date
 * alone makes no opportunity. Times without an offset are UTC.
 */
export const plainTables: CrmFormat = {
  id: 'plain-tables',
  label: 'Plain tables',
  timeZone: 'UTC',
  opportunities: 'all',
  fallback: true,
  emptyValues: [],
  statuses: statusWords,
  labels: plainWords,
  tables: [
    {
      name: 'Leads',
      headers: ['lead_id', 'created_at'],
      without: ['opportunity_id', 'outcome', 'amount', 'stage', ...stageDates, ...dealDates, 'lost_date'],
      key: ['lead_id'],
      rows: [leadRow],
    },
    {
      name: 'Leads with their stage',
      headers: ['lead_id', 'created_at', 'stage'],
      oneOf: aboutLeads,
      without: ['opportunity_id', 'outcome', 'amount', 'at', ...stageDates, ...dealDates, 'lost_date'],
      key: ['lead_id'],
      rows: [leadRow],
    },
    {
      name: 'Leads with their opportunity',
      headers: ['lead_id', 'created_at', 'opportunity_id'],
      oneOf: aboutLeads,
      without: ['outcome', 'amount', 'stage', 'closed_at', ...stageDates, ...dealDates, 'lost_date'],
      key: ['lead_id'],
      rows: [
        leadRow,
        {
          into: 'lead_opportunity',
          when: [{ column: 'opportunity_id', filled: true }],
          columns: {
            lead_id: 'lead_id',
            opportunity_id: 'opportunity_id',
            type: { constant: 'converted' },
            is_primary: { constant: 'true' },
          },
        },
      ],
    },
    {
      name: 'Leads with stage dates',
      headers: ['lead_id', 'created_at'],
      oneOf: [...stageDates, ...dealDates],
      without: ['opportunity_id', 'outcome', 'stage'],
      key: ['lead_id'],
      rows: [
        leadRow,
        ...stageDateRules('lead_id'),
        {
          into: 'opportunity',
          when: [{ anyFilled: dealDates }],
          columns: {
            opportunity_id: 'lead_id',
            created_at: { firstOf: dealDates },
            outcome: { wonOn: 'won_date', lostOn: 'lost_date' },
            close_date: { firstOf: ['won_date', 'lost_date'] },
            amount_minor: 'amount',
            currency: 'currency',
            owner_id: 'owner',
          },
        },
        {
          into: 'lead_opportunity',
          when: [{ anyFilled: dealDates }],
          columns: {
            lead_id: 'lead_id',
            opportunity_id: 'lead_id',
            type: { constant: 'converted' },
            is_primary: { constant: 'true' },
          },
        },
      ],
    },
    {
      name: 'Stage events',
      headers: ['lead_id', 'stage', 'at'],
      without: ['created_at', 'outcome', 'amount', 'opportunity_id'],
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
            outcome: {
              column: 'outcome',
              values: outcomeWords,
            },
            close_date: 'closed_at',
            amount_minor: 'amount',
            currency: 'currency',
            owner_id: 'owner',
            is_deleted: 'is_deleted',
          },
        },
        {
          into: 'lead_opportunity',
          when: [{ column: 'lead_id', filled: true }],
          columns: {
            lead_id: 'lead_id',
            opportunity_id: 'opportunity_id',
            type: { constant: 'converted' },
            is_primary: { constant: 'true' },
          },
        },
      ],
    },
    {
      name: 'Links',
      headers: ['lead_id', 'opportunity_id'],
      without: ['created_at', 'outcome', 'stage'],
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
