import { describe, expect, it } from 'vitest';
import type { DecisionRecord } from '../../src/domain/decision.ts';
import { keepDecisions, readKeptDecisions } from '../../src/engine/kept-decisions.ts';
import { KeepError, keepImports, removeLeftovers } from '../../src/engine/kept-store.ts';
import { memoryFiles } from '../support/memory-files.ts';

const record: DecisionRecord = {
  decisions: [
    {
      id: 'a',
      text: 'Call trial leads the same day',
      owner: 'Sales operations',
      decidedOn: '2026-03-30',
      dueOn: '2026-04-30',
      measure: 'slaAttainment',
      state: 'open',
    },
  ],
  notes: [{ id: 'n', date: '2026-04-01', text: 'New price list' }],
};

describe('decisions that are kept', () => {
  it('are none at first', async () => expect(await readKeptDecisions(memoryFiles())).toBeNull());

  it('are read as they were written', async () => {
    const files = memoryFiles();
    await keepDecisions(files, { decisions: [], notes: [] });
    await keepDecisions(files, record);
    expect(await readKeptDecisions(files)).toEqual(record);
    expect(await files.list()).toEqual(['decisions.json']);
  });

  it('stay when data is kept anew and what was left over is removed', async () => {
    const files = memoryFiles();
    await keepDecisions(files, record);
    await files.write('left-over', new Uint8Array([1]));
    await keepImports(files, [], '2026-04-02T00:00:00Z');
    await removeLeftovers(files);
    expect(await readKeptDecisions(files)).toEqual(record);
    expect(await files.list()).not.toContain('left-over');
  });

  it('are not shown where a byte of them has changed', async () => {
    const files = memoryFiles();
    await keepDecisions(files, record);
    const bytes = files.content.get('decisions.json') ?? new Uint8Array();
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    files.content.set('decisions.json', bytes);
    await expect(readKeptDecisions(files)).rejects.toThrow(KeepError);
  });
});
