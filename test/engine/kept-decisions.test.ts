import { describe, expect, it } from 'vitest';
import type { DecisionRecord } from '../../src/domain/decision.ts';
import { keptDecisions } from '../../src/engine/kept-decisions.ts';
import { KeepError, keepImports, removeLeftovers } from '../../src/engine/kept-store.ts';
import { keepText, readKeptText } from '../../src/engine/kept-text.ts';
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
  it('are none at first', async () => expect(await readKeptText(memoryFiles(), keptDecisions)).toBeNull());

  it('are read as they were written', async () => {
    const files = memoryFiles();
    await keepText(files, keptDecisions, { decisions: [], notes: [] });
    await keepText(files, keptDecisions, record);
    expect(await readKeptText(files, keptDecisions)).toEqual(record);
    expect(await files.list()).toEqual(['decisions.json']);
  });

  it('stay when data is kept anew and what was left over is removed', async () => {
    const files = memoryFiles();
    await keepText(files, keptDecisions, record);
    await files.write('left-over', new Uint8Array([1]));
    await keepImports(files, [], '2026-04-02T00:00:00Z');
    await removeLeftovers(files);
    expect(await readKeptText(files, keptDecisions)).toEqual(record);
    expect(await files.list()).not.toContain('left-over');
  });

  it('are not shown where a byte of them has changed', async () => {
    const files = memoryFiles();
    await keepText(files, keptDecisions, record);
    const bytes = files.content.get('decisions.json') ?? new Uint8Array();
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    files.content.set('decisions.json', bytes);
    await expect(readKeptText(files, keptDecisions)).rejects.toThrow(KeepError);
  });
});
