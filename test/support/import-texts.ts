import type { CrmFormat } from '../../src/crm/crm-format.ts';
import { crmFormats } from '../../src/crm/registry.ts';
import { importFiles, type Imported } from '../../src/ingest/import-files.ts';
import type { FileLedger } from '../../src/ingest/ledger.ts';
import type { SourceFile } from '../../src/ingest/source-file.ts';

/** A file as a browser hands it over. */
export const fileOf = (name: string, content: string | Uint8Array<ArrayBuffer>): SourceFile => ({
  name,
  content: new Blob([content]),
  stamp: null,
});

/** Imports files under the built-in formats, or under the given ones first; days are those of Stockholm. */
export const importing = (
  files: readonly SourceFile[],
  formats: readonly CrmFormat[] = [],
): Promise<Imported> =>
  importFiles(
    files,
    { formats: [...formats, ...crmFormats], reportTimeZone: 'Europe/Stockholm' },
    () => undefined,
    new AbortController().signal,
  );

/** The ledger of the first file. */
export const ledgerOf = async (files: readonly SourceFile[]): Promise<FileLedger> => {
  const { files: ledgers } = await importing(files);
  const [ledger] = ledgers;
  if (ledger === undefined) throw new Error('No ledger.');
  return ledger;
};

/** A CSV cell in quotation marks. */
export const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Rows as CSV text, every cell in quotation marks, as Salesforce writes them. */
export const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');

/** Headers of the leads these tests write. */
export const leadHeaders = [
  'Id',
  'LeadSource',
  'Status',
  'IsConverted',
  'CreatedDate',
  'Segment__c',
  'Email',
  'ConvertedOpportunityId',
] as const;

/** What a test says of a lead; the rest is filled in. */
export type LeadCells = Readonly<Partial<Record<(typeof leadHeaders)[number], string>>>;

const usualLead: Readonly<Record<(typeof leadHeaders)[number], string>> = {
  Id: '00Q1',
  LeadSource: 'Web',
  Status: 'New',
  IsConverted: '0',
  CreatedDate: '2026-03-02 09:00:00',
  Segment__c: 'Small',
  Email: '',
  ConvertedOpportunityId: '',
};

/** The cells of a lead in the order of the headers. */
export const leadRow = (cells: LeadCells): readonly string[] =>
  leadHeaders.map((header) => cells[header] ?? usualLead[header]);

/** A leads file. */
export const leadsCsv = (leads: readonly LeadCells[]): string => csv([leadHeaders, ...leads.map(leadRow)]);
