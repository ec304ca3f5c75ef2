import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isBalanced } from '../../src/ingest/ledger.ts';
import { csv, fileOf, importing } from '../support/import-texts.ts';
import { importedRows } from '../support/imported-rows.ts';

const objects = Array.from({ length: 240 }, (_, index) => `Object${index}`);

const objectCsv = (rows: number): string =>
  csv([
    ['Id', 'Name', 'CreatedDate', 'SystemModstamp'],
    ...Array.from({ length: rows }, (_, row) => [
      `a00${row}`,
      'Birch',
      '2026-01-12 08:15:00',
      '2026-01-12 08:15:00',
    ]),
  ]);

const leadHeader = ['Id', 'IsDeleted', 'LeadSource', 'Status', 'IsConverted', 'CreatedDate'];

const leadCsv = (from: number, to: number): string =>
  csv([
    leadHeader,
    ...Array.from({ length: to - from }, (_, index) => [
      `00QXX0000000${from + index}`,
      '0',
      'Web',
      'New',
      '0',
      '2026-01-12 08:15:00',
    ]),
  ]);

const odd = (records: number): string =>
  csv(Array.from({ length: records + 1 }, (_, row) => [`x${row}`, 'y']));

const weekly = zipSync({
  ...Object.fromEntries(objects.map((name, index) => [`${name}.csv`, strToU8(objectCsv(index % 3))])),
  'Lead.csv': strToU8(leadCsv(100, 160)),
  'Lead_part2.csv': strToU8(leadCsv(150, 200)),
  'Odd.csv': strToU8(odd(2500)),
  'Empty.csv': strToU8(''),
});

describe('a weekly export of hundreds of objects', () => {
  const read = importing([fileOf('weekly.zip', new Uint8Array(weekly))]);

  it('gives the leads of all parts, each once', async () => {
    const leads = importedRows(await read).lead ?? [];
    expect(leads.length).toBe(100);
    expect(new Set(leads.map((row) => row['lead_id'])).size).toBe(100);
  });

  it('knows every other object, and says that no figure uses it', async () => {
    const { files } = await read;
    const others = files.filter(({ name }) => name.includes('Object'));
    expect(others.length).toBe(240);
    expect(new Set(others.map(({ table }) => table))).toEqual(new Set(['Another object']));
    expect(others.every(({ records, reasons }) => records === (reasons['NOT_USED'] ?? 0))).toBe(true);
  });

  it('lists a file of no known kind with every record of it, and goes on', async () => {
    const { files } = await read;
    expect(files.find(({ name }) => name.endsWith('Odd.csv'))).toMatchObject({
      format: 'unknown',
      records: 2501,
      setAside: 2501,
      reasons: { FORMAT_UNKNOWN: 2501 },
    });
    expect(files.every(isBalanced)).toBe(true);
  });
});

describe('files that are known and cannot be used', () => {
  it('say what to export instead, where there is no list of leads either', async () => {
    const history = csv([
      ['Field / Event', 'Old Value', 'New Value', 'Edit Date'],
      ['Lead Status', 'New', 'MQL', '2026-01-12'],
    ]);
    expect((await importing([fileOf('history.csv', history)])).refusal).toMatch(
      /Recognised: history\.csv \(Lead history without ids\)\..*Add the column Lead ID to the report/,
    );
  });
});
