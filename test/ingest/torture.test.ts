import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quoted } from '../support/import-texts.ts';
import { inspectText } from '../support/inspect-text.ts';
import { hasTorture, missing, naughtyStrings, readTorture, tortureDir } from '../support/oracle.ts';

const textOf = (name: string): string => new TextDecoder('utf-8').decode(readTorture(name));

/** The JSON of this file was given another number than its CSV, so that column is compared with the CSV's own. */
const corrected: Readonly<Record<string, readonly [string, string]>> = {
  location_coordinates: ['1234567890', '2095257564'],
};

describe.skipIf(!hasTorture)(`csv-spectrum as inspect reads it${missing(hasTorture, 'TORTURE_DIR')}`, () => {
  const names = hasTorture
    ? readdirSync(join(tortureDir, 'csv-spectrum/csvs')).map((name) => name.replace('.csv', ''))
    : [];

  it.each(names)('%s', async (name) => {
    const read = await inspectText(readTorture(`csv-spectrum/csvs/${name}.csv`));
    const [wrong, right] = corrected[name] ?? ['', ''];
    const json: unknown = JSON.parse(textOf(`csv-spectrum/json/${name}.json`).replace(wrong, right));
    const rows = read.rows.map((row) =>
      Object.fromEntries(read.header.map((header, column) => [header, row[column]])),
    );
    expect(rows).toEqual([json].flat());
    expect([read.records, read.loaded]).toEqual([rows.length, rows.length]);
  });
});

describe.skipIf(!hasTorture)(
  `hostile cells as inspect reads them${missing(hasTorture, 'TORTURE_DIR')}`,
  () => {
    /** Half letters cannot be written to a file. */
    const written = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));
    const naughty = hasTorture ? naughtyStrings().map(written) : [];
    const formulas = hasTorture
      ? textOf('csv-injection/csv-payload.txt')
          .split(/\r?\n/)
          .filter((line) => line !== '')
      : [];

    it.each([',', ';', '\t', '|'])('come back as they were written between %s', async (delimiter) => {
      const cells = [...naughty, ...formulas];
      const rows = cells.map((cell, index) => [String(index), cell, '2026-01-02', cell]);
      const text = [['n', 'left', 'day', 'right'], ...rows]
        .map((row) => row.map(quoted).join(delimiter))
        .join('\r\n');
      const read = await inspectText(text);
      expect(read.source.delimiter).toBe(delimiter);
      expect(read.rows).toEqual(rows);
    });

    it('come back where marks stand only around cells that need them', async () => {
      const rows = [...naughty, ...formulas].map((cell, index) => [String(index), cell, '2026-01-02']);
      const text = [['n', 'text', 'day'], ...rows]
        .map((row) => row.map((cell) => (/[",\r\n]/.test(cell) ? quoted(cell) : cell)).join(','))
        .join('\n');
      expect((await inspectText(text)).rows).toEqual(rows);
    });

    it('name columns as they were written', async () => {
      const read = await inspectText(
        [
          ['n', ...naughty],
          ['1', ...naughty.map(() => 'x')],
          ['2', ...naughty.map(() => 'y')],
        ]
          .map((row) => row.map(quoted).join(','))
          .join('\n'),
      );
      expect(read.header).toEqual(['n', ...naughty]);
      expect(read.loaded).toBe(2);
    });
  },
);
