import type { CrmFormat } from './crm-format.ts';
import { hubspotActivities } from './hubspot-activities.ts';
import { hubspotLabels } from './hubspot-labels.ts';
import { hubspotStageDates } from './hubspot-stages.ts';
import { outcomeWords } from './outcome-words.ts';
import { statusWords } from './status-words.ts';

/**
 * HubSpot exports of contacts and deals: a contact is a lead, a deal an opportunity, an association a link. Each lifecycle
 * stage has one date: `Date entered "…"` in newer accounts, `Became a … Date` in older ones. A deal's outcome comes from
 * its closed-won and closed-lost columns or, without them, from the stages HubSpot starts with; any other stage is open.
 * Merged object IDs are not read: they name records that live on in their row, and no other file names them. A lead status
 * has no date, so one that disqualifies makes no event.
 */
export const hubspot: CrmFormat = {
  id: 'hubspot',
  label: 'HubSpot export',
  timeZone: 'report',
  opportunities: 'all',
  flags: ['no_history'],
  emptyValues: [],
  statuses: {
    ...statusWords,
    subscriber: 'none',
    lead: 'none',
    opportunity: 'none',
    customer: 'none',
    evangelist: 'none',
    other: 'none',
    'in progress': 'none',
    'open deal': 'none',
    'attempted to contact': 'none',
    connected: 'none',
    'bad timing': 'none',
    marketingqualifiedlead: 'mql',
    salesqualifiedlead: 'sql',
  },
  labels: hubspotLabels,
  tables: [
    {
      name: 'Contacts',
      headers: ['Record ID', 'Create Date'],
      oneOf: [
        'Lifecycle Stage',
        'Lead Status',
        'Contact owner',
        'Original Source',
        'Became a Lead Date',
        'Became a Marketing Qualified Lead Date',
      ],
      without: ['Deal Name', 'Deal Stage', 'Company owner', 'Company Domain Name', 'Activity date'],
      key: ['Record ID'],
      rows: [
        {
          into: 'lead',
          columns: {
            lead_id: 'Record ID',
            email: 'Email',
            created_at: 'Create Date',
            status: 'Lifecycle Stage',
            status_stage: { column: 'Lifecycle Stage', as: 'stage' },
            exclusion: { column: 'Lead Status', as: 'exclusion' },
            channel: 'Original Source',
            segment: 'Industry',
            owner_id: 'Contact owner',
            source_object: { constant: 'contact' },
          },
        },
        ...hubspotStageDates,
        {
          into: 'lead_opportunity',
          when: [{ column: 'Associated Deal IDs', filled: true }],
          columns: {
            lead_id: 'Record ID',
            opportunity_id: { column: 'Associated Deal IDs', split: ';' },
            type: { constant: 'role' },
            is_primary: { constant: 'false' },
          },
        },
      ],
    },
    {
      name: 'Deals',
      headers: ['Record ID', 'Deal Stage', 'Create Date'],
      key: ['Record ID'],
      rows: [
        {
          into: 'opportunity',
          columns: {
            opportunity_id: 'Record ID',
            created_at: 'Create Date',
            outcome: {
              either: [
                { won: 'Is Closed Won', lost: 'Is closed lost' },
                {
                  column: 'Deal Stage',
                  values: outcomeWords,
                  otherwise: 'open',
                },
              ],
            },
            close_date: 'Close Date',
            amount_minor: 'Amount',
            currency: 'Currency',
            stage: 'Deal Stage',
            owner_id: 'Deal owner',
          },
        },
        {
          into: 'lead_opportunity',
          when: [{ column: 'Associated Contact IDs', filled: true }],
          columns: {
            lead_id: { column: 'Associated Contact IDs', split: ';' },
            opportunity_id: 'Record ID',
            type: { constant: 'role' },
            is_primary: { constant: 'false' },
          },
        },
      ],
    },
    ...hubspotActivities,
    {
      name: 'Companies',
      headers: ['Record ID', 'Company name'],
      oneOf: ['Company owner', 'Company Domain Name'],
      without: ['Contact owner', 'Deal Stage'],
      key: ['Record ID'],
      rows: [],
    },
  ],
};
