import { tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrowStream } from '../../src/ingest/arrow-stream.ts';
import {
  CategoryBuilder,
  dayBuilder,
  flagBuilder,
  instantBuilder,
  numberBuilder,
  TextBuilder,
} from '../../src/ingest/column-builders.ts';
import { pickRows } from '../../src/ingest/column-rows.ts';
import { sliceRows } from '../../src/ingest/slice-rows.ts';

const row = fc.record({
  word: fc.option(fc.string({ maxLength: 5 })),
  number: fc.option(fc.integer({ min: 0, max: 1 })),
});

describe('rows sliced from columns of every kind', () => {
  it('are sent to the engine as the same rows copied one by one', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.nat(), fc.nat(), (rows, from, to) => {
        const [first = 0, end = 0] = [from % (rows.length + 1), to % (rows.length + 1)].toSorted(
          (a, b) => a - b,
        );
        const words = [new TextBuilder(), new CategoryBuilder()];
        const numbers = [instantBuilder(), dayBuilder(), numberBuilder(), flagBuilder()];
        for (const { word, number } of rows) {
          for (const builder of words) builder.append(word);
          for (const builder of numbers) builder.append(number);
        }
        const chosen = Int32Array.from({ length: end - first }, (_, index) => first + index);
        for (const builder of [...words, ...numbers]) {
          const column = builder.finish();
          const [sliced, picked] = [sliceRows(column, first, end), pickRows(column, chosen)].map((part) =>
            tableFromIPC(arrowStream({ column: part }, end - first))
              .toArray()
              .map(String),
          );
          expect(sliced).toEqual(picked);
        }
      }),
      { seed: 32, numRuns: 100 },
    );
  });
});
