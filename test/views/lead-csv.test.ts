import { expect, it } from 'vitest';
import { leadCsv } from '../../src/views/leaks/lead-csv.ts';

const lead = {
  id: 'J1',
  lead_id: 'L1',
  owner: '=cmd()',
  channel: 'Web, paid',
  segment: 'Small',
  start_date: '2026-05-12',
  stage: 'opportunity',
  standing: 'dropped',
  amount_minor: 123_456,
  attempts: 2,
  response_minutes: 12.345,
  days: null,
};

const linesOf = async (blob: Blob) => (await blob.text()).replace('\ufeff', '').trimEnd().split('\r\n');

it('a list of leads is saved with every column, and no cell that a spreadsheet would run', async () => {
  const bare = { ...lead, amount_minor: null, attempts: null, response_minutes: null };
  expect(await linesOf(leadCsv([lead, bare], 'EUR'))).toEqual([
    '"Lead","Owner","Channel","Segment","Day","Stage","Standing","Amount","Currency","Attempts","Response in business minutes"',
    `"L1","'=cmd()","Web, paid","Small","2026-05-12","opportunity","dropped","1234.56","EUR","2","12.3"`,
    `"L1","'=cmd()","Web, paid","Small","2026-05-12","opportunity","dropped","","","",""`,
  ]);
});
