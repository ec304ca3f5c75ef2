import type { CrmFormat, RowRule } from './crm-format.ts';
import { statusWords } from './status-words.ts';

const enteredStage = (stage: 'mql' | 'sql', columns: readonly string[]): RowRule => ({
  into: 'stage_event',
  when: [{ anyFilled: columns }],
  columns: {
    lead_id: 'Record ID',
    stage: { constant: stage },
    event_at: { firstOf: columns },
  },
});

/**
 * HubSpot exports of contacts and deals: a contact is a lead, a deal an opportunity, an association a link. Each lifecycle
 * stage has one date: `Date entered "…"` in newer accounts, `Became a … Date` in older ones. A deal's outcome comes from
 * its closed-won and closed-lost columns or, without them, from the stages HubSpot starts with; any other stage is open.
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
  labels: {
    'Record ID': [
      'Record ID - Contact',
      'Record ID - Deal',
      'Record ID - Company',
      'Contact ID',
      'hs_object_id',
      'ID de registro',
      'ID de registro - Contact',
    ],
    'Create Date': ['createdate', 'Fecha de creación'],
    'Lifecycle Stage': ['lifecyclestage', 'Etapa del ciclo de vida', 'Lifecycle-Phase'],
    'Lead Status': ['hs_lead_status', 'Estado del lead'],
    'Original Source': [
      'Original Traffic Source',
      'hs_analytics_source',
      'Fuente original de tráfico',
      'Fuente de tráfico original',
      'Ursprüngliche Quelle',
    ],
    'Contact owner': ['hubspot_owner_id', 'Propietario del contacto'],
    Email: ['Correo'],
    'Date entered "Marketing Qualified Lead (Lifecycle Stage Pipeline)"': [
      'hs_v2_date_entered_marketingqualifiedlead',
      'Date entered "Marketing Qualified Lead (Pipeline de etapa del ciclo de vida)"',
    ],
    'Date entered "Sales Qualified Lead (Lifecycle Stage Pipeline)"': [
      'hs_v2_date_entered_salesqualifiedlead',
      'Date entered "Sales Qualified Lead (Pipeline de etapa del ciclo de vida)"',
    ],
    'Became a Marketing Qualified Lead Date': ['hs_lifecyclestage_marketingqualifiedlead_date'],
    'Became a Sales Qualified Lead Date': ['hs_lifecyclestage_salesqualifiedlead_date'],
    'Deal Stage': ['dealstage'],
    'Deal owner': ['hubspot_owner_id'],
    'Close Date': ['closedate'],
    'Is Closed Won': ['hs_is_closed_won'],
    'Is closed lost': ['hs_is_closed_lost'],
    Currency: ['deal_currency_code'],
    'Company name': ['Nombre de la empresa'],
    'Company owner': ['Propietario del registro de empresa'],
  },
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
        enteredStage('mql', [
          'Date entered "Marketing Qualified Lead (Lifecycle Stage Pipeline)"',
          'Became a Marketing Qualified Lead Date',
        ]),
        enteredStage('sql', [
          'Date entered "Sales Qualified Lead (Lifecycle Stage Pipeline)"',
          'Became a Sales Qualified Lead Date',
        ]),
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
                  values: {
                    'Closed Won': 'won',
                    closedwon: 'won',
                    'Closed Lost': 'lost',
                    closedlost: 'lost',
                  },
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
    {
      name: 'Calls',
      headers: ['Record ID', 'Activity date', 'Call outcome', 'Associated Contact IDs'],
      key: ['Record ID'],
      rows: [
        {
          into: 'activity',
          when: [{ column: 'Associated Contact IDs', filled: true }],
          columns: {
            activity_id: 'Record ID',
            lead_id: { column: 'Associated Contact IDs', split: ';' },
            event_at: 'Activity date',
            direction: {
              either: [
                { column: 'Call direction', values: { Outbound: 'outbound', Inbound: 'inbound' } },
                { constant: 'outbound' },
              ],
            },
            type: { constant: 'Call' },
            is_automated: { constant: 'false' },
            actor_id: 'Activity assigned to',
          },
        },
      ],
    },
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
