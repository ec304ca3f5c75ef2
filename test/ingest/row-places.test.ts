import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowPlaces } from '../../src/ingest/row-places.ts';

const gap = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ records: 1, lines: 1, bytes: 1 }) },
  {
    weight: 1,
    arbitrary: fc.record({
      records: fc.integer({ min: 1, max: 9 }),
      lines: fc.integer({ min: 1, max: 9 }),
      bytes: fc.integer({ min: 1, max: 2 ** 33 }),
    }),
  },
);

describe('the places of the rows of a file', () => {
  it('are given back as they were noted, wherever records are left out or lines run on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(gap, fc.nat({ max: 500 })), { size: 'max', maxLength: 3000 }),
        (steps) => {
          const places = new RowPlaces();
          let [record, line, from] = [0, 0, 0];
          const noted = steps.map(([{ records, lines, bytes }, size]) => {
            record += records;
            line += lines;
            from += bytes;
            places.append(record, line, from, from + size);
            return { record, line, from, to: from + size };
          });
          expect(noted.map((_, row) => places.at(row))).toEqual(noted);
        },
      ),
      { seed: 31, numRuns: 30 },
    );
  });
});
