import { beforeAll, describe, expect, it } from 'vitest';
import type { Filter } from '../../src/domain/filter.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { loadCanonical } from '../../src/engine/load-canonical.ts';
import type { QueryEngine } from '../../src/engine/query-engine.ts';
import { conversionTable, type LeadCounts } from '../../src/metrics/conversion-table.ts';
import { leadCounts } from '../../src/sql/questions/conversion-counts.ts';
import { sharedEngine } from '../support/engine.ts';
import { buildLoaded } from '../support/histories-in-engine.ts';
import {
  csv,
  fileOf,
  importing,
  leadHeaders,
  leadRow,
  leadsCsv,
  ledgerOf,
  type LeadCells,
} from '../support/import-texts.ts';
import { hasTorture, missing, naughtyStrings } from '../support/oracle.ts';
import { tableNames } from '../support/table-names.ts';

const cellsFor = async (engine: QueryEngine, filter: Filter): Promise<readonly LeadCounts[]> =>
  engine.ask(
    leadCounts({
      filter,
      rows: 'channel',
      columns: 'segment',
      windows: { l2oDays: 30, o2dDays: 30, l2dDays: 60 },
    }),
  );

const load = async (leads: readonly LeadCells[]): Promise<QueryEngine> => {
  const engine = await sharedEngine();
  const imported = await importing([fileOf('Lead.csv', leadsCsv(leads))]);
  await loadCanonical(engine, imported.streams);
  await buildLoaded({
    anchor: 'created',
    asOf: '2026-06-30',
    exportAsOf: '2026-06-30',
    reentryDays: 90,
    backdateDays: 1,
    accountMatchDays: 0,
  });
  return engine;
};

/** Lone halves of a letter cannot be written to a file. */
const written = (text: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));

/** The group a value stands in: its own, unless there is nothing to see in it. */
const groupOf = (value: string): string => (/^ *$/.test(value) ? '(blank)' : value);

describe.skipIf(!hasTorture)(`naughty strings${missing(hasTorture, 'TORTURE_DIR')}`, () => {
  const values = hasTorture ? naughtyStrings().map(written) : [];
  const counted = new Map<string, number>();
  for (const value of values) counted.set(groupOf(value), (counted.get(groupOf(value)) ?? 0) + 1);
  let engine: QueryEngine;

  beforeAll(async () => {
    engine = await load(
      values.map((value, number) => ({ Id: `00Q${number}`, LeadSource: value, Segment__c: value })),
    );
  });

  it('are more than five hundred', () => expect(values.length).toBeGreaterThan(500));

  it('come back equal to themselves as groups of the channel and of the segment', async () => {
    const cells = await cellsFor(engine, noFilter);
    for (const side of ['row_group', 'column_group'] as const) {
      const { groups } = conversionTable(cells, [], side, {});
      const found = new Map(groups.map((group) => [group.group, group.journeys]));
      expect([...counted.keys()].filter((value) => found.get(value) !== counted.get(value))).toEqual([]);
      expect(groups).toHaveLength(counted.size);
    }
  });

  it('each choose their own leads, and no others, as values of a filter', async () => {
    const wrong: string[] = [];
    for (const [value, count] of counted) {
      const filter: Filter = { ...noFilter, values: { channel: [value] } };
      const cells = await cellsFor(engine, filter);
      const leads = cells.reduce((sum, cell) => sum + cell.journeys, 0);
      if (leads !== count || cells.some((cell) => cell.row_group !== value)) wrong.push(value);
    }
    expect(wrong).toEqual([]);
  });

  it('choose everything together', async () => {
    const filter: Filter = {
      ...noFilter,
      values: { channel: [...counted.keys()], segment: [...counted.keys()] },
    };
    const cells = await cellsFor(engine, filter);
    expect(cells.reduce((sum, cell) => sum + cell.journeys, 0)).toBe(values.length);
  });

  it('do no harm as headers', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const headers = [...leadHeaders, ...values];
    const text = csv([headers, ...[1, 2].map((id) => [...leadRow({ Id: `a${id}` }), ...values])]);
    const found = await ledgerOf([fileOf('Lead.csv', text)]);
    expect(found).toMatchObject({ table: 'Lead', records: 2, loaded: 2 });
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });

  it('do no harm as statuses, ids, addresses and names of files', async () => {
    const leads = values.map((value, number) => ({ Id: `${number} ${value}`, Status: value, Email: value }));
    const { files } = await importing([fileOf(values.join(' ').slice(0, 4000), leadsCsv(leads))]);
    expect(files[0]).toMatchObject({ records: values.length, loaded: values.length });
  });
});

describe('names that every object has', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

  it('are values like any other: channels, segments and unknown statuses', async () => {
    const leads = names.map((name, number) => ({
      Id: `00Q${number}`,
      LeadSource: name,
      Segment__c: name,
      Status: name,
    }));
    const engine = await load(leads);
    const cells = await cellsFor(engine, noFilter);
    expect(cells.map((cell) => cell.row_group).toSorted()).toEqual(names.toSorted());
    const found = await ledgerOf([fileOf('Lead.csv', leadsCsv(leads))]);
    expect(found.findings).toMatchObject([
      { reason: 'STAGE_UNKNOWN', column: 'Status', count: names.length, example: '__proto__' },
    ]);
  });

  it('are neither yes nor no', async () => {
    const text = csv([
      [...leadHeaders, 'IsDeleted'],
      ...names.map((name, number) => [...leadRow({ Id: `00Q${number}` }), name]),
    ]);
    const found = await ledgerOf([fileOf('Lead.csv', text)]);
    expect(found.findings).toMatchObject([
      { reason: 'VALUE_UNKNOWN', column: 'IsDeleted', count: names.length },
    ]);
  });

  it('leave every object as it was when they name columns', async () => {
    const text = csv([
      [...leadHeaders, ...names],
      [...leadRow({ Id: 'a' }), ...names.map(() => 'polluted')],
    ]);
    const found = await ledgerOf([fileOf('Lead.csv', text)]);
    expect(found.loaded).toBe(1);
    expect('polluted' in {} || Object.values(Object.prototype).length > 0).toBe(false);
  });
});

describe('values that look like statements', () => {
  const values = [
    "'; DROP TABLE journey; --",
    '"; DROP TABLE lead; --',
    "' OR 1=1 --",
    '?',
    '$1',
    "it's",
    'x'.repeat(65_536),
  ];

  it('are groups and filters like any other, and no table is lost', async () => {
    const engine = await load(values.map((value, number) => ({ Id: `00Q${number}`, LeadSource: value })));
    const before = await tableNames(engine);
    for (const value of values) {
      const cells = await cellsFor(engine, { ...noFilter, values: { channel: [value] } });
      expect(cells.map((cell) => [cell.row_group, cell.journeys])).toEqual([[value, 1]]);
    }
    expect(await tableNames(engine)).toEqual(before);
  });
});
