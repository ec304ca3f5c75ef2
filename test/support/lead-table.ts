import { openContainer } from '../../src/ingest/open-container.ts';
import { openSources } from '../../src/ingest/open-sources.ts';
import type { RecordSource } from '../../src/ingest/record-source.ts';
import { expect } from 'vitest';
import { ImportError } from '../../src/ingest/ledger.ts';
import { canonicalContent } from './canonical-content.ts';
import { fileOf, importing } from './import-texts.ts';
import { asCsv, mutated, seeded, type TestTable } from './table-formats.ts';

/** Leads with times, numbers, truth values, ids that begin with noughts, letters beyond ASCII and a duplicate. */
export const leadTable: TestTable = {
  headers: [
    'Id',
    'LeadSource',
    'Status',
    'IsConverted',
    'CreatedDate',
    'Segment__c',
    'Email',
    'OwnerId',
    'Score',
  ],
  rows: [
    [
      '00Q1',
      'Web',
      'New',
      false,
      new Date('2026-03-02T09:00:00Z'),
      'Små & medel',
      'a@example.com',
      '007',
      0.1,
    ],
    [
      '00Q2',
      'Zoë, GmbH',
      'MQL',
      true,
      new Date('2025-12-31T23:30:00Z'),
      null,
      null,
      '000000000000000123',
      1e-7,
    ],
    [
      '00Q3',
      'a\nb "c"',
      'Qualified',
      false,
      new Date('2026-03-29T01:30:59Z'),
      'Łódź',
      'B@example.com',
      '12',
      1234.5,
    ],
    [
      '00Q2',
      'Zoë, GmbH',
      'MQL',
      true,
      new Date('2025-12-31T23:30:00Z'),
      null,
      null,
      '000000000000000123',
      1e-7,
    ],
    ['00Q4', '', 'spam', false, new Date('2026-05-01T00:00:00Z'), 'Large', null, '0', -3],
  ],
};

const importOf = async (name: string, content: string | Uint8Array<ArrayBuffer>) => {
  const imported = await importing([fileOf(name, content)]);
  const [ledger] = imported.files;
  if (ledger === undefined) throw new Error('No ledger.');
  const { records, loaded, setAside, duplicates, notData } = ledger;
  return {
    counts: { records, loaded, setAside, duplicates, notData },
    content: await canonicalContent(imported),
  };
};

/** Expects a file to load to the very rows and counts of the same table as CSV. */
export const expectSameAsCsv = async (
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<void> => {
  const found = await importOf(name, content);
  expect(found.counts).toEqual({ records: 5, loaded: 4, setAside: 0, duplicates: 1, notData: 0 });
  expect(found).toEqual(await importOf('Lead.csv', asCsv(leadTable)));
};

/** All cells of a source in order. */
export const cellsOf = async (source: RecordSource): Promise<readonly (readonly string[] | null)[]> => {
  const rows: (readonly string[] | null)[] = [];
  await source.read(
    (record) => rows.push(record.cells),
    () => undefined,
    new AbortController().signal,
  );
  return rows;
};

/** The tables of a file, each with its name and cells. */
export const tablesOf = async (name: string, content: string | Uint8Array<ArrayBuffer>) => {
  const tables = [];
  for (const file of await openContainer(fileOf(name, content)))
    for (const source of await openSources(file))
      tables.push({ name: source.name, encoding: source.encoding, rows: await cellsOf(source) });
  return tables;
};

/** Expects a hundred damaged copies of a file to be refused with a reason or read; one that hangs fails by its time limit. */
export const expectNoCrash = async (bytes: Uint8Array, seed: number): Promise<void> => {
  const random = seeded(seed);
  for (let round = 0; round < 100; round += 1) {
    try {
      await tablesOf('damaged', mutated(bytes, random));
    } catch (cause) {
      expect(cause, `round ${round}: ${String(cause)}`).toBeInstanceOf(ImportError);
    }
  }
};
