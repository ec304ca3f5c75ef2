import { statusWords } from '../../src/crm/status-words.ts';
import { canonicalTables, type CanonicalTable } from '../../src/domain/canonical.ts';
import { placeStatements } from '../../src/sql/model/canonical.ts';
import type { Sql } from '../../src/sql/sql.ts';
import type { BenchFiles } from './generate-files.ts';

/** The zone in which both sides date an instant. */
export const reportTimeZone = 'Europe/Stockholm';

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const csv = (path: string, columns: Readonly<Record<string, string>>): string =>
  `read_csv(${literal(path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\\n',
    timestampformat = '%Y-%m-%d %H:%M:%S', nullstr = ['', '000000000000000AAA', '000000000000000', '#N/A'],
    columns = {${Object.entries(columns)
      .map(([name, type]) => `${literal(name)}: '${type}'`)
      .join(', ')}})`;

const localDay = (instant: string): string =>
  `(${instant} AT TIME ZONE 'UTC' AT TIME ZONE ${literal(reportTimeZone)})::DATE`;

const create = (table: CanonicalTable, columns: Readonly<Record<string, string>>, from: string): string =>
  `CREATE OR REPLACE TABLE ${table} AS SELECT ${Object.keys(canonicalTables[table])
    .map((name) => `${columns[name] ?? 'NULL'} AS ${name}`)
    .join(', ')} FROM ${from}`;

const meanings = `CREATE OR REPLACE TEMP TABLE meaning AS SELECT word,
    CASE WHEN says IN ('spam', 'test') THEN says END AS exclusion,
    CASE WHEN says NOT IN ('none', 'spam', 'test') THEN says END AS stage
  FROM (VALUES ${Object.entries(statusWords)
    .map(([word, says]) => `(${literal(word)}, ${literal(says)})`)
    .join(', ')}) AS known (word, says)`;

const leadStatements = (path: string): readonly string[] => [
  `CREATE OR REPLACE TEMP TABLE lead_file AS FROM ${csv(path, {
    Id: 'VARCHAR',
    IsDeleted: 'BOOLEAN',
    MasterRecordId: 'VARCHAR',
    Company: 'VARCHAR',
    Email: 'VARCHAR',
    LeadSource: 'VARCHAR',
    Status: 'VARCHAR',
    OwnerId: 'VARCHAR',
    IsConverted: 'BOOLEAN',
    ConvertedAccountId: 'VARCHAR',
    ConvertedContactId: 'VARCHAR',
    ConvertedOpportunityId: 'VARCHAR',
    CreatedDate: 'TIMESTAMP',
    Segment__c: 'VARCHAR',
  })}`,
  create(
    'lead',
    {
      lead_id: 'Id',
      contact_id: 'ConvertedContactId',
      account_id: 'ConvertedAccountId',
      email: 'Email',
      created_at: 'CreatedDate',
      created_date: localDay('CreatedDate'),
      status: 'Status',
      status_stage: 'stage',
      exclusion: 'exclusion',
      channel: 'LeadSource',
      campaign: 'NULL::VARCHAR',
      segment: 'Segment__c',
      owner_id: 'OwnerId',
      fit: 'NULL::DOUBLE',
      score: 'NULL::DOUBLE',
      is_deleted: 'coalesce(IsDeleted, false)',
      merged_into: 'MasterRecordId',
      source_object: "'lead'",
    },
    'lead_file LEFT JOIN meaning ON word = lower(trim(Status))',
  ),
  create(
    'lead_opportunity',
    {
      lead_id: 'Id',
      contact_id: 'NULL::VARCHAR',
      opportunity_id: 'ConvertedOpportunityId',
      type: "'converted'",
      is_primary: 'false',
    },
    'lead_file WHERE ConvertedOpportunityId IS NOT NULL',
  ),
  'DROP TABLE lead_file',
];

const historyStatements = (path: string): readonly string[] => [
  create(
    'stage_event',
    {
      lead_id: 'LeadId',
      stage: 'later.stage',
      from_stage: 'earlier.stage',
      has_before: 'true',
      event_at: 'CreatedDate',
      event_date: localDay('CreatedDate'),
      reason: 'NULL::VARCHAR',
    },
    `${csv(path, {
      Id: 'VARCHAR',
      IsDeleted: 'BOOLEAN',
      LeadId: 'VARCHAR',
      CreatedById: 'VARCHAR',
      CreatedDate: 'TIMESTAMP',
      Field: 'VARCHAR',
      DataType: 'VARCHAR',
      OldValue: 'VARCHAR',
      NewValue: 'VARCHAR',
    })} LEFT JOIN meaning later ON later.word = lower(trim(NewValue))
      LEFT JOIN meaning earlier ON earlier.word = lower(trim(OldValue))
    WHERE lower(Field) = 'status' AND LeadId LIKE '00Q%' AND NOT IsDeleted`,
  ),
];

const opportunityStatements = (path: string): readonly string[] => [
  create(
    'opportunity',
    {
      opportunity_id: 'Id',
      account_id: 'AccountId',
      created_at: 'CreatedDate',
      created_date: localDay('CreatedDate'),
      outcome: "CASE WHEN IsWon THEN 'won' WHEN IsClosed THEN 'lost' ELSE 'open' END",
      close_date: 'CloseDate::DATE',
      amount_minor: 'round(Amount * 100)',
      currency: 'CurrencyIsoCode',
      stage: 'StageName',
      segment: 'NULL::VARCHAR',
      owner_id: 'OwnerId',
      is_deleted: 'coalesce(IsDeleted, false)',
    },
    csv(path, {
      Id: 'VARCHAR',
      IsDeleted: 'BOOLEAN',
      AccountId: 'VARCHAR',
      StageName: 'VARCHAR',
      Amount: 'DOUBLE',
      CloseDate: 'TIMESTAMP',
      IsClosed: 'BOOLEAN',
      IsWon: 'BOOLEAN',
      CurrencyIsoCode: 'VARCHAR',
      OwnerId: 'VARCHAR',
      CreatedDate: 'TIMESTAMP',
      Segment__c: 'VARCHAR',
    }),
  ),
];

const plain = (texts: readonly string[]): readonly Sql[] => texts.map((text) => ({ text, params: [] }));

/** The three files by DuckDB's own reader, its columns and dialect given, into the tables the importer makes of them. */
export const nativeImport = ({ lead, history, opportunity }: BenchFiles) => ({
  before: plain([meanings]),
  lead: plain(leadStatements(lead)),
  history: plain(historyStatements(history)),
  opportunity: [
    ...plain(opportunityStatements(opportunity)),
    ...(['opportunity_event', 'activity', 'campaign_cost'] as const).flatMap((table) =>
      placeStatements(table, false),
    ),
  ],
});
