import type { ListedLead } from '../../engine/list-leads.ts';
import { CsvWriter } from '../../ingest/write-csv.ts';

const columns: readonly (readonly [string, (lead: ListedLead, currency: string | null) => string])[] = [
  ['Lead', (lead) => lead.lead_id],
  ['Owner', (lead) => lead.owner],
  ['Channel', (lead) => lead.channel],
  ['Segment', (lead) => lead.segment],
  ['Day', (lead) => lead.start_date],
  ['Stage', (lead) => lead.stage],
  ['Standing', (lead) => lead.standing],
  ['Amount', ({ amount_minor: minor }) => (minor === null ? '' : (minor / 100).toFixed(2))],
  ['Currency', ({ amount_minor: minor }, currency) => (minor === null ? '' : (currency ?? ''))],
  ['Attempts', ({ attempts }) => (attempts === null ? '' : String(attempts))],
  [
    'Response in business minutes',
    ({ response_minutes: minutes }) => (minutes === null ? '' : minutes.toFixed(1)),
  ],
];

/** Leads as a file that a spreadsheet opens without running anything in it. */
export const leadCsv = (leads: readonly ListedLead[], currency: string | null): Blob => {
  const writer = new CsvWriter();
  writer.append(columns.map(([name]) => name));
  for (const lead of leads) writer.append(columns.map(([, cell]) => cell(lead, currency)));
  return writer.finish();
};
