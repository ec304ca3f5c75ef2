import { describe, expect, it } from 'vitest';
import { dumpCanonical, loadCanonical } from '../../src/engine/load-canonical.ts';
import { question } from '../../src/sql/question.ts';
import { text } from '../../src/sql/row-spec.ts';
import { canonicalTableNames } from '../../src/domain/canonical.ts';
import { sharedEngine } from '../support/engine.ts';
import { loadHistories } from '../support/histories-in-engine.ts';
import { randomHistories } from '../support/naive/random-histories.ts';

/** Every row of every canonical table as text, sorted. */
const everything = async (): Promise<readonly string[]> => {
  const engine = await sharedEngine();
  const rows: string[] = [];
  for (const table of canonicalTableNames) {
    const found = await engine.ask(
      question({ text: `SELECT t::TEXT AS line FROM ${table} t ORDER BY line`, params: [] }, { line: text }),
    );
    rows.push(...found.map(({ line }) => `${table} ${line}`));
  }
  return rows;
};

describe('canonical tables written out', () => {
  it('come back the same, cell by cell', async () => {
    const engine = await sharedEngine();
    await loadHistories(randomHistories(5, 200));
    const before = await everything();
    const streams = await dumpCanonical(engine);
    await loadCanonical(engine, []);
    expect(await everything()).toEqual([]);
    await loadCanonical(
      engine,
      streams.map(({ table, stream }) => ({ table, stream: stream.slice() })),
    );
    expect(await everything()).toEqual(before);
  });
});
