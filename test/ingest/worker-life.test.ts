import { describe, expect, it } from 'vitest';
import { heldReply, saysItIsHeld } from '../../src/ingest/worker-life.ts';

describe('a worker is watched over', () => {
  it('once it says that it holds the lock of its life', () => expect(saysItIsHeld(heldReply)).toBe(true));

  it('and not because an import is heard of before, which would be taken for its death', () => {
    expect(saysItIsHeld({ kind: 'alive', id: 1 })).toBe(false);
    expect(
      saysItIsHeld({
        kind: 'progress',
        id: 1,
        progress: { file: 'leads.csv', rows: 0, bytes: 0, totalBytes: 9 },
      }),
    ).toBe(false);
    expect(saysItIsHeld({ kind: 'refused', id: 0, file: '', message: '', reason: null })).toBe(false);
  });
});
