import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualDialect } from '../../src/ingest/dialect.ts';
import { splitRecords } from '../../src/ingest/split-records.ts';
import { unsafeCell, writeCsv } from '../../src/ingest/write-csv.ts';
import { hasTorture, missing, naughtyStrings } from '../support/oracle.ts';

const readBack = (text: string) => splitRecords(text.slice(1).replace(/\r\n$/, ''), usualDialect, '\r\n');

describe('a CSV file we write', () => {
  it.each(['=1+1', '+1', '-cmd', '@sum', '\tx', '\rx', '＝1', '=HYPERLINK("http://example.com")'])(
    'holds %j as text, not as a formula',
    (cell) => {
      expect(readBack(writeCsv([[cell, 'b']]))).toEqual([[`'${cell}`, 'b']]);
    },
  );

  it.each(['-12.5', '-3', '42', '1,5'])('leaves the number %j as it is', (cell) => {
    expect(readBack(writeCsv([[cell, 'b']]))).toEqual([[cell, 'b']]);
  });

  it('comes back as it was, whatever the cells hold', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '=', '-', '@', "'", ' ') }), {
            minLength: 2,
            maxLength: 2,
          }),
          { minLength: 1, maxLength: 6 },
        ),
        (rows) => {
          const read = readBack(writeCsv(rows)).map((row) => row.map(unsafeCell));
          expect(read).toEqual(rows);
        },
      ),
      { seed: 17, numRuns: 500 },
    );
  });

  it.skipIf(!hasTorture)(
    `lets no naughty string begin like a formula${missing(hasTorture, 'TORTURE_DIR')}`,
    () => {
      const strings = naughtyStrings();
      const cells = readBack(writeCsv(strings.map((text) => [text, 'b']))).map((row) => row[0] ?? '');
      expect(cells.filter((cell) => /^[=+@\t\r\n\0]/.test(cell))).toEqual([]);
    },
  );
});
