import { describe, expect, it } from 'vitest';
import { dumpCanonical, loadCanonical } from '../../src/engine/load-canonical.ts';
import { canonicalStream } from '../support/canonical-rows.ts';
import { canonicalText } from '../support/canonical-text.ts';
import { sharedEngine } from '../support/engine.ts';
import { loadHistories } from '../support/histories-in-engine.ts';
import { randomHistories } from '../support/naive/random-histories.ts';

const size = (lines: readonly string[], table: string): number =>
  lines.filter((line) => line.startsWith(`${table} `)).length;

describe('canonical tables written out', () => {
  it('come back the same, cell by cell', async () => {
    const engine = await sharedEngine();
    await loadHistories(randomHistories(5, 200));
    const before = await canonicalText(engine);
    const tables = ['lead', 'stage_event', 'opportunity', 'lead_opportunity'] as const;
    const streams = await dumpCanonical(
      engine,
      tables.map((table) => ({ table, rows: size(before, table) })),
    );
    await loadCanonical(engine, []);
    expect(await canonicalText(engine)).toEqual([]);
    await loadCanonical(engine, streams);
    expect(await canonicalText(engine)).toEqual(before);
  });

  it('come back file by file, each with the columns it speaks of', async () => {
    const engine = await sharedEngine();
    const first = Array.from({ length: 5000 }, (_, index) => ({ lead_id: `a${index}`, channel: 'Fair' }));
    const second = Array.from({ length: 3000 }, (_, index) => ({ lead_id: `b${index}` }));
    await loadCanonical(engine, [canonicalStream('lead', first), canonicalStream('lead', second)]);
    const [a, b] = await dumpCanonical(engine, [
      { table: 'lead', rows: 5000 },
      { table: 'lead', rows: 3000, known: ['lead_id'] },
    ]);
    if (a === undefined || b === undefined) throw new Error('Two parts went in.');
    expect(b.known).toEqual(['lead_id']);
    await loadCanonical(engine, [b]);
    expect(size(await canonicalText(engine), 'lead')).toBe(3000);
    expect((await canonicalText(engine)).every((line) => line.includes("'lead_id': b"))).toBe(true);
    await loadCanonical(engine, [a]);
    expect(size(await canonicalText(engine), 'lead')).toBe(5000);
  });
});
