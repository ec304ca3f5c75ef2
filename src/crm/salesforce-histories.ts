import type { RowRule, SourceTable } from './crm-format.ts';
import { salesforceId } from './salesforce-sources.ts';

const statusChange = (field: string): RowRule => ({
  into: 'stage_event',
  when: [{ column: 'Field / Event', equals: field }],
  columns: {
    lead_id: salesforceId('Lead ID'),
    stage: { column: 'New Value', as: 'stage', from: 'Old Value' },
    from_stage: { column: 'Old Value', as: 'stage' },
    has_before: { constant: 'true' },
    event_at: 'Edit Date',
  },
});

const changes = ['Field / Event', 'Old Value', 'New Value', 'Edit Date'] as const;

const withoutId = (name: string, headers: readonly string[], id: string): SourceTable => ({
  name: `${name} without ids`,
  headers,
  without: [id],
  key: [],
  rows: [],
  note: `This history names its records only by words that others may share. Add the column ${id} to the report and export its details again.`,
});

/**
 * Reports of changes. Without the id of the record a change belongs to nobody: such a report is known, and left out. The
 * amount of an opportunity's history is the one after the save; a field's history has the one before each change, of which
 * the first is the amount at creation.
 */
export const salesforceHistories: readonly SourceTable[] = [
  {
    name: 'Lead history',
    headers: ['Lead ID', ...changes],
    key: ['Lead ID', ...changes],
    rows: [statusChange('Lead Status'), statusChange('Status')],
  },
  {
    name: 'Opportunity history',
    headers: ['Opportunity ID', 'From Stage', 'To Stage', 'Last Modified'],
    without: ['Lead ID'],
    key: ['Opportunity ID', 'From Stage', 'To Stage', 'Last Modified', 'Amount'],
    rows: [
      {
        into: 'opportunity_event',
        columns: {
          opportunity_id: salesforceId('Opportunity ID'),
          stage: 'To Stage',
          amount_minor: 'Amount',
          event_at: 'Last Modified',
        },
      },
    ],
  },
  {
    name: 'Opportunity field history',
    headers: ['Opportunity ID', ...changes],
    without: ['Lead ID'],
    key: ['Opportunity ID', ...changes],
    rows: [
      {
        into: 'opportunity_event',
        when: [{ column: 'Field / Event', equals: 'Stage' }],
        columns: {
          opportunity_id: salesforceId('Opportunity ID'),
          stage: 'New Value',
          event_at: 'Edit Date',
        },
      },
      {
        into: 'opportunity_event',
        when: [{ column: 'Field / Event', equals: 'Amount' }],
        columns: {
          opportunity_id: salesforceId('Opportunity ID'),
          amount_minor: 'Old Value',
          event_at: 'Edit Date',
        },
      },
    ],
  },
  withoutId('Lead history', changes, 'Lead ID'),
  withoutId('Opportunity history', ['From Stage', 'To Stage', 'Last Modified'], 'Opportunity ID'),
];
