import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dimension } from '../../src/domain/dimension.ts';
import { dimensions } from '../../src/domain/dimension.ts';
import { noFilter, type Filter } from '../../src/domain/filter.ts';
import { makeJourneyPath } from '../../src/engine/funnels.ts';
import type { QueryEngine } from '../../src/engine/query-engine.ts';
import { dropSides, keepSide } from '../../src/sql/model/definition-side.ts';
import type { Question } from '../../src/sql/question.ts';
import { aloneCounts } from '../../src/sql/questions/alone-counts.ts';
import { leadCounts, opportunityCounts } from '../../src/sql/questions/conversion-counts.ts';
import { movedJourneys } from '../../src/sql/questions/definition-diff.ts';
import { defectRecords } from '../../src/sql/defects/defect-records.ts';
import { defectCounts } from '../../src/sql/questions/defect-counts.ts';
import { defectRows } from '../../src/sql/questions/defect-rows.ts';
import { leftOutOfFunnels, moveCounts, placeCounts } from '../../src/sql/questions/funnel-counts.ts';
import { recordsBehind } from '../../src/sql/questions/records-behind.ts';
import type { RowSpec } from '../../src/sql/row-spec.ts';
import { sharedEngine } from '../support/engine.ts';
import { buildLoaded, loadHistories } from '../support/histories-in-engine.ts';
import { randomHistories } from '../support/naive/random-histories.ts';
import { tableNames } from '../support/table-names.ts';

type AnyQuestion = Question<RowSpec>;

const hostile = [
  "'; DROP TABLE journey; --",
  "it's",
  '"double"',
  'a\u0000b',
  '?',
  '$1',
  '\\',
  '%',
  'x'.repeat(65_536),
] as const;

const filterOf = (value: string): Filter => ({
  from: '2024-01-01',
  to: '2030-12-31',
  values: Object.fromEntries(dimensions.map((dimension) => [dimension, [value, `${value} too`]])),
});

const windows = { l2oDays: 30, o2dDays: 60, l2dDays: 90 } as const;
const noWindows = { l2oDays: null, o2dDays: null, l2dDays: null } as const;

/** Every way a question that takes a request can be put: by filter, fields, joint and window. */
const puttings: Readonly<Record<string, (filter: Filter, group: string) => readonly AnyQuestion[]>> = {
  leadCounts: (filter) =>
    dimensions.flatMap((rows) =>
      dimensions.flatMap((columns) => [
        leadCounts({ filter, rows, columns, windows }),
        leadCounts({ filter, rows, columns, windows: noWindows }),
      ]),
    ),
  opportunityCounts: (filter) =>
    dimensions.flatMap((rows) => [
      opportunityCounts({ filter, rows, columns: 'segment', windows }),
      opportunityCounts({ filter, rows, columns: 'channel', windows: noWindows }),
    ]),
  placeCounts: (filter) => dimensions.map((by) => placeCounts({ filter, by })),
  moveCounts: (filter) => dimensions.map((by) => moveCounts({ filter, by })),
  leftOutOfFunnels: (filter) => dimensions.map((by) => leftOutOfFunnels({ filter, by })),
  recordsBehind: (filter, group) =>
    (['l2o', 'o2d', 'l2d'] as const).flatMap((joint) =>
      [30, null].map((windowDays) =>
        recordsBehind({
          joint,
          windowDays,
          filter,
          groups: dimensions.map((dimension) => ({ dimension, group })),
          limit: 50,
        }),
      ),
    ),
};

/** Questions that take no value out of the data, only windows or a name from a closed list. */
const valueless: Readonly<Record<string, () => readonly AnyQuestion[]>> = {
  defectCounts: () => [defectCounts(windows), defectCounts(noWindows)],
  aloneCounts: () => [aloneCounts(windows), aloneCounts(noWindows)],
  movedJourneys: () => [movedJourneys(50)],
  defectRows: () => defectRecords.map(([defect]) => defectRows({ defect, limit: 50 })),
};

const isQuestion = (value: unknown): value is AnyQuestion =>
  typeof value === 'object' && value !== null && 'text' in value && 'params' in value && 'rows' in value;

/** What the modules of questions export. */
const exported = async (): Promise<readonly (readonly [string, unknown])[]> => {
  const found: (readonly [string, unknown])[] = [];
  for (const file of readdirSync('src/sql/questions')) {
    const module = (await import(`../../src/sql/questions/${file.replace('.ts', '')}.ts`)) as Record<
      string,
      unknown
    >;
    found.push(...Object.entries(module));
  }
  return found;
};

describe('every question', () => {
  let engine: QueryEngine;
  let all: readonly (readonly [string, unknown])[];

  beforeAll(async () => {
    engine = await sharedEngine();
    all = await exported();
    await loadHistories(randomHistories(7, 40));
    await buildLoaded({
      anchor: 'mql',
      asOf: '2026-06-30',
      exportAsOf: '2026-06-30',
      reentryDays: 90,
      backdateDays: 1,
      accountMatchDays: 0,
    });
    await makeJourneyPath(engine);
    await engine.run([keepSide('before'), keepSide('after')]);
  });

  afterAll(() => engine.run(dropSides));

  it('is either fixed or among those that this test knows how to put', () => {
    const unknown = all.filter(
      ([name, value]) =>
        typeof value === 'function' && puttings[name] === undefined && valueless[name] === undefined,
    );
    expect(unknown.map(([name]) => name)).toEqual([]);
  });

  it('that is fixed is understood by the engine and answered in the declared columns', async () => {
    const fixed = all.flatMap(([, value]) => (isQuestion(value) ? [value] : []));
    expect(fixed.length).toBeGreaterThan(3);
    for (const asked of fixed) await expect(engine.ask(asked), asked.text).resolves.toBeInstanceOf(Array);
  });

  it.each(Object.keys(puttings))('%s is understood by the engine however it is put', async (name) => {
    for (const asked of puttings[name]?.(noFilter, 'web') ?? [])
      await expect(engine.ask(asked), asked.text).resolves.toBeInstanceOf(Array);
  });

  it.each(Object.keys(valueless))('%s is answered and has one placeholder for each value', async (name) => {
    for (const asked of valueless[name]?.() ?? []) {
      await expect(engine.ask(asked), asked.text).resolves.toBeInstanceOf(Array);
      expect(asked.text.split('?')).toHaveLength(asked.params.length + 1);
    }
  });

  it.each(Object.keys(puttings))('%s has one placeholder for each of its values', (name) => {
    for (const asked of puttings[name]?.(filterOf('Web'), 'Web') ?? [])
      expect(asked.text.split('?')).toHaveLength(asked.params.length + 1);
  });

  it.each(Object.keys(puttings))('%s has the same text whatever the values are', (name) => {
    const textsFor = (value: string) => puttings[name]?.(filterOf(value), value).map((asked) => asked.text);
    for (const value of hostile) expect(textsFor(value)).toEqual(textsFor('Web'));
  });

  it.each(Object.keys(puttings))(
    '%s finds nothing under a hostile value and leaves every table alone',
    async (name) => {
      const before = await tableNames(engine);
      for (const value of hostile) {
        for (const asked of puttings[name]?.(filterOf(value), value) ?? [])
          expect(await engine.ask(asked)).toEqual([]);
      }
      expect(await tableNames(engine)).toEqual(before);
    },
  );
});

describe('a filter', () => {
  const countIn = async (filter: Filter, rows: Dimension = 'channel'): Promise<number> =>
    (await (await sharedEngine()).ask(leadCounts({ filter, rows, columns: rows, windows }))).reduce(
      (sum, cell) => sum + cell.journeys,
      0,
    );

  it('and its complement together are everything', async () => {
    const engine = await sharedEngine();
    const cells = await engine.ask(
      leadCounts({ filter: noFilter, rows: 'channel', columns: 'channel', windows }),
    );
    const [first, ...rest] = cells.map((cell) => cell.row_group);
    const parts = [[first ?? ''], rest];
    const counts = await Promise.all(parts.map((channel) => countIn({ ...noFilter, values: { channel } })));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(await countIn(noFilter));
  });

  it('without values for a field means all of them', async () => {
    expect(await countIn({ ...noFilter, values: { channel: [], segment: [] } })).toBe(
      await countIn(noFilter),
    );
  });

  it('includes its first and its last day', async () => {
    const engine = await sharedEngine();
    const [record] = await engine.ask(
      recordsBehind({ joint: 'l2o', windowDays: null, filter: noFilter, groups: [], limit: 1 }),
    );
    const day = record?.start_date ?? '';
    expect(await countIn({ ...noFilter, from: day, to: day })).toBeGreaterThan(0);
  });

  it('gives the same sum by whichever field the leads are cut', async () => {
    const counts = await Promise.all(dimensions.map((dimension) => countIn(noFilter, dimension)));
    expect(new Set(counts).size).toBe(1);
  });
});

describe('the records behind a number', () => {
  it.each(['l2o', 'o2d', 'l2d'] as const)(
    'are as many as the number says, for %s within its window',
    async (joint) => {
      const engine = await sharedEngine();
      const request = { filter: noFilter, rows: 'channel', columns: 'channel', windows } as const;
      const leads = await engine.ask(leadCounts(request));
      const opportunities = await engine.ask(opportunityCounts(request));
      const groups = new Set([...leads, ...opportunities].map((cell) => cell.row_group));
      for (const group of groups) {
        const lead = leads.find((cell) => cell.row_group === group);
        const opportunity = opportunities.find((cell) => cell.row_group === group);
        const [k, n] = {
          l2o: [lead?.converted_windowed, lead?.journeys_l2o],
          l2d: [lead?.won_windowed, lead?.journeys_l2d],
          o2d: [opportunity?.won_windowed, opportunity?.opportunities_windowed],
        }[joint];
        const records = await engine.ask(
          recordsBehind({
            joint,
            windowDays: windows[`${joint}Days`],
            filter: noFilter,
            groups: [{ dimension: 'channel', group }],
            limit: 10_000,
          }),
        );
        expect([records.filter((record) => record.counts === 'yes').length, records.length], group).toEqual([
          k ?? 0,
          n ?? 0,
        ]);
      }
    },
  );
});
