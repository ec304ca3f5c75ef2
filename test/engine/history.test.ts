import { describe, expect, it } from 'vitest';
import { canonicalTableNames, canonicalTables, recordKeys } from '../../src/domain/canonical.ts';
import { importsKnownOn } from '../../src/engine/known-on.ts';
import { loadHistory, type History } from '../../src/engine/load-history.ts';
import { canonicalText } from '../support/canonical-text.ts';
import { importOf } from '../support/data-imports.ts';
import { sharedEngine } from '../support/engine.ts';
import { lastMerge, mergedExport, type Export } from '../support/naive/merge-exports.ts';
import { createPrng } from '../support/naive/prng.ts';
import { randomExports } from '../support/naive/random-exports.ts';

/** `FULL=1` merges the exports of 5,100 companies instead of 300. */
const companies = 300;
const batches = Array.from({ length: process.env['FULL'] === '1' ? 17 : 1 }, (_, index) => index + 1);

const load = async (exports: readonly Export[]): Promise<History> =>
  loadHistory(await sharedEngine(), exports.map(importOf));

const contentOf = async (exports: readonly Export[]): Promise<readonly string[]> => {
  await load(exports);
  return canonicalText(await sharedEngine());
};

/** An export without the repeats of an event inside it. */
const withoutRepeats = (one: Export): Export =>
  one.map((file) => ({
    ...file,
    rows: [...new Map(file.rows.map((row) => [JSON.stringify(row), row])).values()],
  }));

describe('exports that follow each other', () => {
  it.each(batches)('make the history that the rules make of them, batch %i', async (seed) => {
    const exports = randomExports(seed, companies);
    const { merges } = await load(exports);
    const merged = await canonicalText(await sharedEngine());
    expect(merged).toEqual(await contentOf([mergedExport(exports)]));
    expect(merged.length).toBeGreaterThan(companies);
    for (const [index, { tables }] of merges.entries()) {
      for (const table of canonicalTableNames)
        expect(tables[table] ?? null).toEqual(lastMerge(exports.slice(0, index + 2), table));
    }
  });

  it.each(batches)(
    'change nothing when the last comes twice, all of it counted as known, batch %i',
    async (seed) => {
      const exports = randomExports(seed, companies);
      const once = await contentOf(exports);
      const last = exports.at(-1) ?? [];
      expect(await contentOf([...exports, last])).toEqual(once);
      const { merges } = await load([...exports, last]);
      for (const [table, counts] of Object.entries(merges.at(-1)?.tables ?? {})) {
        const rows = last
          .filter((file) => file.table === table)
          .reduce((sum, file) => sum + file.rows.length, 0);
        expect(counts).toMatchObject({ added: 0, changed: 0, repeated: rows });
      }
    },
  );

  it.each(batches)('make what one export makes that was cut into parts, batch %i', async (seed) => {
    const whole = withoutRepeats(randomExports(seed, companies)[0] ?? []);
    const prng = createPrng(seed);
    const parts = [0, 1, 2].map((part) => ({
      part,
      files: whole.map((file) => ({ ...file, rows: [...file.rows] })),
    }));
    for (const [index, file] of whole.entries()) {
      for (const { files } of parts) files[index]?.rows.splice(0);
      for (const row of file.rows) parts[prng.int(0, 2)]?.files[index]?.rows.push(row);
    }
    expect(await contentOf(parts.map(({ files }) => files))).toEqual(await contentOf([whole]));
  });

  it.each(batches)('lose nothing when the CRM forgets what is old, batch %i', async (seed) => {
    const exports = randomExports(seed, companies);
    const everything = mergedExport(exports);
    const forgetful = everything.map((file) => ({
      ...file,
      rows: file.rows.filter((row) =>
        [row['created_date'], row['event_date'], row['month'], row['event_at']].every(
          (day) => day === null || day === undefined || String(day) >= '2024-07-05',
        ),
      ),
    }));
    expect(forgetful.flatMap(({ rows }) => rows).length).toBeLessThan(
      everything.flatMap(({ rows }) => rows).length,
    );
    expect(await contentOf([...exports, forgetful])).toEqual(await contentOf([...exports, everything]));
  });
});

describe('the order in which exports are added', () => {
  it('does not matter where they were known at different times', () => {
    const imports = randomExports(1, companies).map(importOf);
    const ids = imports.map(({ id }) => id);
    expect(imports.length).toBe(4);
    for (const seed of [1, 2, 3, 4, 5]) {
      const shuffled = createPrng(seed).shuffle(imports);
      expect(importsKnownOn(shuffled, null).map(({ id }) => id)).toEqual(ids);
      expect(importsKnownOn(shuffled, '2026-01-18').map(({ id }) => id)).toEqual(ids.slice(0, 2));
      expect(importsKnownOn(shuffled, '2026-01-04')).toEqual([]);
    }
  });
});

describe('a status that differs between two exports', () => {
  const lead = (status_stage: string | null): Export => [
    { table: 'lead', known: ['lead_id', 'status_stage'], rows: [{ lead_id: 'a', status_stage }] },
  ];
  const event = (stage: string, event_date: string): Export => [
    {
      table: 'stage_event',
      known: Object.keys(canonicalTables.stage_event),
      rows: [{ lead_id: 'a', stage, event_date, event_at: `${event_date}T08:00:00Z` }],
    },
  ];

  it('is counted where no event says when it changed', async () => {
    expect((await load([lead(null), lead('mql')])).seenChanges).toBe(1);
    expect((await load([lead(null), lead('mql'), lead('sal'), lead('sal')])).seenChanges).toBe(2);
    expect((await load([lead('mql'), lead('mql')])).seenChanges).toBe(0);
  });

  it('is not counted where an event explains it, whichever export brought it', async () => {
    const explained = event('mql', '2026-01-08');
    expect((await load([lead(null), [...lead('mql'), ...explained]])).seenChanges).toBe(0);
    expect((await load([lead(null), lead('mql'), explained])).seenChanges).toBe(0);
    expect((await load([lead(null), lead('mql'), event('mql', '2025-12-01')])).seenChanges).toBe(1);
    expect((await load([lead(null), lead('mql'), event('sal', '2026-01-08')])).seenChanges).toBe(1);
  });
});

describe('the names of records', () => {
  it('are columns of their tables', () => {
    for (const [table, key] of Object.entries(recordKeys))
      for (const column of key)
        expect(
          Object.keys(Object.entries(canonicalTables).find(([name]) => name === table)?.[1] ?? {}),
        ).toContain(column);
  });
});
