import { describe, expect, it } from 'vitest';
import { keptAgreed } from '../../src/engine/kept-agreed.ts';
import { keepImports, removeLeftovers } from '../../src/engine/kept-store.ts';
import { keepText, readKeptText } from '../../src/engine/kept-text.ts';
import { nothingAgreed } from '../../src/metrics/agreement.ts';
import { agreementWith } from '../support/agreements.ts';
import { memoryFiles } from '../support/memory-files.ts';

const record = { ...nothingAgreed, agreements: [agreementWith()] };

describe('agreements that are kept', () => {
  it('are read as they were written, and stay when data is kept anew', async () => {
    const files = memoryFiles();
    await keepText(files, keptAgreed, record);
    await keepImports(files, [], '2026-04-02T00:00:00Z');
    await removeLeftovers(files);
    expect(await readKeptText(files, keptAgreed)).toEqual(record);
  });

  it('are not shown where a byte of them has changed', async () => {
    const files = memoryFiles();
    await keepText(files, keptAgreed, record);
    const bytes = files.content.get('agreed.json') ?? new Uint8Array();
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    files.content.set('agreed.json', bytes);
    await expect(readKeptText(files, keptAgreed)).rejects.toThrow(
      'The agreements kept on this computer are damaged',
    );
  });
});
