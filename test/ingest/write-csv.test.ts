import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualDialect } from '../../src/ingest/dialect.ts';
import { splitRecords } from '../../src/ingest/split-records.ts';
import { CsvWriter, unsafeCell } from '../../src/ingest/write-csv.ts';
import { hasTorture, missing, naughtyStrings } from '../support/oracle.ts';

const readBack = async (rows: readonly (readonly string[])[]) => {
  const writer = new CsvWriter();
  for (const row of rows) writer.append(row);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await writer.finish().arrayBuffer());
  return splitRecords(text.slice(1).replace(/\r\n$/, ''), usualDialect, '\r\n');
};

describe('a CSV file we write', () => {
  it.each(['=1+1', '+1', '-cmd', '@sum', '\tx', '\rx', '＝1', '=HYPERLINK("http://example.com")'])(
    'holds %j as text, not as a formula',
    async (cell) => {
      expect(await readBack([[cell, 'b']])).toEqual([[`'${cell}`, 'b']]);
    },
  );

  it.each(['-12.5', '-3', '42', '1,5'])('leaves the number %j as it is', async (cell) => {
    expect(await readBack([[cell, 'b']])).toEqual([[cell, 'b']]);
  });

  it('comes back as it was, whatever the cells hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '=', '-', '@', "'", ' ') }), {
            minLength: 2,
            maxLength: 2,
          }),
          { minLength: 1, maxLength: 6 },
        ),
        async (rows) => {
          const read = (await readBack(rows)).map((row) => row.map(unsafeCell));
          expect(read).toEqual(rows);
        },
      ),
      { seed: 17, numRuns: 500 },
    );
  });

  it.skipIf(!hasTorture)(
    `lets no naughty string begin like a formula${missing(hasTorture, 'TORTURE_DIR')}`,
    async () => {
      const strings = naughtyStrings();
      const cells = (await readBack(strings.map((text) => [text, 'b']))).map((row) => row[0] ?? '');
      expect(cells.filter((cell) => /^[=+@\t\r\n\0]/.test(cell))).toEqual([]);
    },
  );
});
