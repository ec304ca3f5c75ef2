import { describe, expect, it } from 'vitest';
import {
  withEmptyValue,
  withGroup,
  withOutcome,
  withStatus,
  withText,
  withTimeZone,
} from '../../src/crm/amend-format.ts';
import { columnsRead } from '../../src/crm/columns-read.ts';
import type { CrmFormat } from '../../src/crm/crm-format.ts';
import { crmFormats } from '../../src/crm/registry.ts';
import { withColumn } from '../../src/crm/retarget.ts';
import { canonicalContent } from '../support/canonical-content.ts';
import { fileOf, importing, leadHeaders, leadsCsv } from '../support/import-texts.ts';

const known = (id: string): CrmFormat => {
  const format = crmFormats.find((one) => one.id === id);
  if (format === undefined) throw new Error(`There is no format ${id}.`);
  return format;
};
const salesforce = known('salesforce-data-export');
const plain = known('plain-tables');

const leadsUnder = async (format: CrmFormat, leads: Parameters<typeof leadsCsv>[0]) =>
  (await canonicalContent(await importing([fileOf('Lead.csv', leadsCsv(leads))], [format]))).leads;

describe('a column taken from another header', () => {
  it('is read from there, for every row', async () => {
    const format = withColumn(salesforce, 'Lead', 'lead', 'channel', 'Segment__c');
    expect((await leadsUnder(format, [{ Id: 'a', Segment__c: 'Large' }]))[0]?.channel).toBe('Large');
  });

  it('is empty where it is taken from none', async () => {
    const format = withColumn(salesforce, 'Lead', 'lead', 'channel', null);
    expect((await leadsUnder(format, [{ Id: 'a' }]))[0]?.channel).toBeNull();
  });

  it('takes the meaning of a status with it', async () => {
    const format = withColumn(salesforce, 'Lead', 'lead', 'status', 'LeadSource');
    const [lead] = await leadsUnder(format, [{ Id: 'a', LeadSource: 'MQL', Status: 'Spam' }]);
    expect([lead?.status, lead?.status_stage, lead?.exclusion]).toEqual(['MQL', 'mql', null]);
  });

  it('keeps how it is read: an id of 15 characters still meets its long form', async () => {
    const format = withColumn(salesforce, 'Lead', 'lead', 'contact_id', 'Email');
    const [lead] = await leadsUnder(format, [{ Id: 'a', Email: '003XX00000Abc1a' }]);
    expect(lead?.contact_id).toBe('003XX00000Abc1aYAB');
  });

  it('is told back by position', () => {
    const format = withColumn(salesforce, 'Lead', 'lead', 'segment', 'LeadSource');
    const read = columnsRead(format, 'Lead', leadHeaders);
    expect(read?.into).toBe('lead');
    expect(read?.meanings.get(0)).toBe('lead_id');
    expect(read?.meanings.get(5)).toBeUndefined();
  });
});

describe('what a person says of their own words', () => {
  it('gives a status its stage', async () => {
    const format = withStatus(salesforce, ' Hot One ', 'mql');
    expect((await leadsUnder(format, [{ Id: 'a', Status: 'hot one' }]))[0]?.status_stage).toBe('mql');
  });

  it('brings channels together under one name, also those that differ in case and space', async () => {
    const format = withGroup(salesforce, 'channel', 'Trade  Show', 'Events');
    const leads = await leadsUnder(format, [
      { Id: 'a', LeadSource: 'trade show' },
      { Id: 'b', LeadSource: 'TRADE SHOW ' },
      { Id: 'c', LeadSource: 'Web' },
    ]);
    expect(leads.map(({ channel }) => channel)).toEqual(['Events', 'Events', 'Web']);
  });

  it('lets a channel keep its own name again', async () => {
    const format = withGroup(withGroup(salesforce, 'channel', 'Web', 'Site'), 'channel', 'web', null);
    expect((await leadsUnder(format, [{ Id: 'a', LeadSource: 'Web' }]))[0]?.channel).toBe('Web');
  });

  it('never brings channels together unasked, unless an accent is only written otherwise', async () => {
    const leads = await leadsUnder(salesforce, [
      { Id: 'a', LeadSource: 'Web' },
      { Id: 'b', LeadSource: 'web' },
      { Id: 'c', LeadSource: 'Caf\u00e9' },
      { Id: 'd', LeadSource: 'Cafe\u0301' },
    ]);
    expect(leads.map(({ channel }) => channel)).toEqual(['Web', 'web', 'Caf\u00e9', 'Caf\u00e9']);
  });

  it('gives a stage of an opportunity its outcome', async () => {
    const files = [
      fileOf('leads.csv', 'lead_id,created_at\nL1,2026-01-01\n'),
      fileOf('deals.csv', 'opportunity_id,created_at,outcome\nD1,2026-01-02,Avtal klart\n'),
    ];
    const outcome = async (formats: readonly CrmFormat[]) =>
      (await canonicalContent(await importing(files, formats))).opportunities[0]?.outcome;
    expect(await outcome([])).toBeNull();
    expect(await outcome([withOutcome(plain, 'avtal  KLART', 'won')])).toBe('won');
  });

  it('reads a text of the company’s own as empty, and as a value again', async () => {
    const format = withEmptyValue(salesforce, 'Select', true);
    const channelUnder = async (one: CrmFormat) =>
      (await leadsUnder(one, [{ Id: 'a', LeadSource: 'Select' }]))[0]?.channel;
    expect(await channelUnder(salesforce)).toBe('Select');
    expect(await channelUnder(format)).toBeNull();
    expect(await channelUnder(withEmptyValue(format, 'Select', false))).toBe('Select');
  });

  it('lists each word with how often it is used and what it is taken for', async () => {
    const { vocabularies } = await importing([
      fileOf('Lead.csv', leadsCsv([{ Id: 'a' }, { Id: 'b' }, { Id: 'c', Status: 'Hmm' }])),
    ]);
    expect(vocabularies.find(({ role }) => role === 'status')).toEqual({
      format: 'salesforce-data-export',
      role: 'status',
      columns: ['Status'],
      words: [
        { value: 'New', count: 2, meaning: 'none' },
        { value: 'Hmm', count: 1, meaning: null },
      ],
    });
  });
});

describe('what a person says of a text file', () => {
  const lines = 'lead_id;created_at;channel\nL1;2026-01-02;Mässa, Malmö\n';

  it('goes before what was found: the separator', async () => {
    const comma = await importing([fileOf('a.csv', lines)], [withText(plain, 'Leads', { delimiter: ';' })]);
    expect(comma.files[0]).toMatchObject({ delimiter: ';', loaded: 1 });
  });

  it('goes before what was found: the encoding', async () => {
    const bytes = Uint8Array.from(Buffer.from(lines, 'latin1'));
    const imported = await importing(
      [fileOf('a.csv', bytes)],
      [withText(plain, 'Leads', { encoding: 'windows-1250' })],
    );
    expect(imported.files[0]?.encoding).toBe('windows-1250');
    expect((await canonicalContent(imported)).leads[0]?.channel).toBe('Mässa, Malmö');
  });

  it('mends letters that were decoded twice, only when asked', async () => {
    const twice = Buffer.from(Buffer.from(lines, 'utf8').toString('latin1'), 'utf8').toString('utf8');
    const channel = async (formats: readonly CrmFormat[]) =>
      (await canonicalContent(await importing([fileOf('a.csv', twice)], formats))).leads[0]?.channel;
    expect(await channel([])).toBe('MÃ¤ssa, MalmÃ¶');
    expect(await channel([withText(plain, 'Leads', { repair: true })])).toBe('Mässa, Malmö');
  });

  it('moves clock times without a zone into another one', async () => {
    const at = async (formats: readonly CrmFormat[]) => {
      const file = fileOf('a.csv', 'lead_id,created_at\nL1,2026-01-02 23:30:00\n');
      return (await canonicalContent(await importing([file], formats))).leads[0]?.created_date;
    };
    expect(await at([])).toBe('2026-01-03');
    expect(await at([withTimeZone(plain, 'Europe/Stockholm')])).toBe('2026-01-02');
  });
});
