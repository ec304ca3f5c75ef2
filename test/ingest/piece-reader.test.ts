import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PieceReader } from '../../src/ingest/piece-reader.ts';

describe('a file read in pieces', () => {
  it('comes whole and in order, however much of each piece is kept for the next', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 2000, size: 'max' }),
        fc.integer({ min: 1, max: 300 }),
        fc.infiniteStream(fc.nat({ max: 99 })),
        async (content, pieceBytes, kept) => {
          const pieces = new PieceReader(new Blob([Uint8Array.from(content)]), pieceBytes);
          const taken: number[] = [];
          for (;;) {
            const { bytes, isLast } = await pieces.next();
            const keep = isLast ? 0 : Math.min(bytes.length, kept.next().value ?? 0);
            taken.push(...bytes.subarray(0, bytes.length - keep));
            if (isLast) break;
            pieces.keepFrom(bytes.length - keep);
          }
          expect(taken).toEqual([...content]);
        },
      ),
      { seed: 33, numRuns: 100 },
    );
  });
});
