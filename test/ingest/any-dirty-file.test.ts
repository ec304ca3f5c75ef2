import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crmFormats } from '../../src/crm/registry.ts';
import { inspectSource, type Inspection } from '../../src/ingest/inspect-file.ts';
import { ImportError } from '../../src/ingest/ledger.ts';
import { openContainer } from '../../src/ingest/open-container.ts';
import { openSources } from '../../src/ingest/open-sources.ts';
import { leadHeaders } from '../support/import-texts.ts';
import { inspectText } from '../support/inspect-text.ts';

/** `FULL=1` makes 20,000 files of each sort. */
const numRuns = process.env['FULL'] === '1' ? 20_000 : 200;

const timeout = 3_600_000;

const inspectAny = async (content: Uint8Array<ArrayBuffer>): Promise<readonly Inspection[]> => {
  const inspections: Inspection[] = [];
  const file = { name: 'any.csv', content: new Blob([content]), stamp: null };
  for (const plain of await openContainer(file)) {
    for (const source of await openSources(plain))
      inspections.push(await inspectSource(source, crmFormats, new AbortController().signal));
  }
  return inspections;
};

const isBalanced = ({ records, loaded, setAside, notData, reasons }: Inspection): boolean =>
  records === loaded + setAside + notData &&
  Object.values(reasons).reduce((sum, count) => sum + count, 0) === setAside;

/** What became of a file: anything but `balanced` or `refused` is a fault of ours. */
const outcomeOf = async (content: Uint8Array<ArrayBuffer>): Promise<string> => {
  try {
    return (await inspectAny(content)).every(isBalanced) ? 'balanced' : 'not balanced';
  } catch (cause) {
    if (!(cause instanceof ImportError)) throw cause;
    return cause.message.includes('counts differ') ? cause.message : 'refused';
  }
};

describe('bytes of any kind', () => {
  const marks = [
    '"',
    '""',
    "'",
    ',',
    ';',
    '\t',
    '|',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '\\',
    '\u0000',
    '\ufeff',
    'a',
    'é',
    '1',
  ];
  const beginnings = [
    '',
    '{',
    '[{"a":1},',
    'PK\u0003\u0004',
    'PAR1',
    '\u001f\u008b',
    '<?xml',
    `${leadHeaders.join(',')}\n`,
  ];

  it('are read with a ledger that adds up, or refused with a message', { timeout }, async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .tuple(fc.constantFrom(...beginnings), fc.array(fc.constantFrom(...marks), { maxLength: 120 }))
        .map(([beginning, pieces]) => new TextEncoder().encode(beginning + pieces.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        expect(await outcomeOf(Uint8Array.from(content))).toMatch(/^(?:balanced|refused)$/);
      }),
      { seed: 501, numRuns },
    );
  });
});

type Rows = readonly (readonly string[])[];

interface Writing {
  readonly delimiter: string;
  readonly end: string;
  readonly isAllQuoted: boolean;
  readonly encoding: 'utf-8' | 'utf-8 with a mark' | 'utf-16le' | 'windows-1252';
}

const damages = [
  'none',
  'delimiter too many',
  'delimiter too few',
  'mark before a cell',
  'mark behind a cell',
  'mark within a cell',
  'two marks',
  'other delimiter',
  'cut off',
  'a line gone',
] as const;

const surroundings = ['title', 'blank lines', 'header again', 'footer', 'no line end', 'NUL'] as const;

interface Dirty {
  readonly rows: Rows;
  readonly writing: Writing;
  readonly damage: (typeof damages)[number];
  readonly around: readonly (typeof surroundings)[number][];
  readonly row: number;
  readonly column: number;
}

const word = fc.constantFrom('Mässa', 'Web', 'partner', 'Zoë', 'north', '12', 'A-1', 'x');
const mark = fc.constantFrom(',', ';', '|', '\t', '"', '\n', '\r\n', "'", ' ', ', ', '""', '5"', '/', '=');
/**
 * No cell begins with a line end or a delimiter: a mark lost in the row before would pair with its own, and cost that row
 * too, which is then set aside.
 */
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: mark }), { maxLength: 5 })
  .map((pieces) => pieces.join('').replace(/^[\r\n,;|\t ]+/, ''));

const table: fc.Arbitrary<Rows> = fc
  .integer({ min: 0, max: 4 })
  .chain((more) =>
    fc.array(fc.array(text, { minLength: more, maxLength: more }), { minLength: 6, maxLength: 20 }),
  )
  .map((rows) =>
    rows.map((cells, index) => [
      `L-${1000 + index * 7}`,
      `2026-0${1 + (index % 9)}-1${index % 10}`,
      ...cells,
      String((index * 37) % 101),
    ]),
  );

const dirty: fc.Arbitrary<Dirty> = fc.record({
  rows: table,
  writing: fc.record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    isAllQuoted: fc.boolean(),
    encoding: fc.constantFrom('utf-8', 'utf-8 with a mark', 'utf-16le', 'windows-1252'),
  }),
  damage: fc.constantFrom(...damages),
  around: fc.uniqueArray(fc.constantFrom(...surroundings), { maxLength: 3 }),
  row: fc.nat(19),
  column: fc.nat(6),
});

const cellText = (cell: string, { delimiter, isAllQuoted }: Writing): string =>
  isAllQuoted || /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;

const lineText = (cells: readonly string[], writing: Writing): string =>
  cells.map((cell) => cellText(cell, writing)).join(writing.delimiter);

const encoded = (content: string, encoding: Writing['encoding']): Uint8Array<ArrayBuffer> => {
  if (encoding === 'windows-1252') return Uint8Array.from(content, (letter) => letter.charCodeAt(0));
  if (encoding === 'utf-16le')
    return Uint8Array.from(
      Array.from(`\ufeff${content}`, (letter) => letter.charCodeAt(0)).flatMap((unit) => [
        unit & 0xff,
        unit >> 8,
      ]),
    );
  return Uint8Array.from(new TextEncoder().encode((encoding === 'utf-8' ? '' : '\ufeff') + content));
};

/** The line of a damaged row. */
const damagedLine = ({ rows, writing, damage, row, column }: Dirty, at: number): string => {
  const cells = (rows[at] ?? []).map((cell) => cellText(cell, writing));
  const place = column % cells.length;
  const cell = cells[place] ?? '';
  const { delimiter } = writing;
  switch (damage) {
    case 'delimiter too many':
      return [...cells.slice(0, place), '', ...cells.slice(place)].join(delimiter);
    case 'delimiter too few':
      return cells
        .join(delimiter)
        .replace(new RegExp(`^((?:"(?:[^"]|"")*"|[^"${delimiter}]*))[${delimiter}]`), '$1');
    case 'mark before a cell':
      return cells.with(place, `"${cell}`).join(delimiter);
    case 'mark behind a cell':
      return cells.with(place, `${cell}"`).join(delimiter);
    case 'mark within a cell':
      return cells.with(place, `${cell.slice(0, 2)}"${cell.slice(2)}`).join(delimiter);
    case 'other delimiter':
      return lineText(rows[at] ?? [], { ...writing, delimiter: delimiter === ';' ? ',' : ';' });
    case 'two marks':
      return cells.with(place, at === row % rows.length ? `"${cell}` : `${cell}"`).join(delimiter);
    case 'none':
    case 'cut off':
    case 'a line gone':
      return cells.join(delimiter);
  }
};

interface Written {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sound: Rows;
}

const write = (file: Dirty): Written => {
  const { writing, damage, around, row } = file;
  const flat = (cell: string): string => (writing.end === '\r' ? cell.replaceAll(/[\r\n]+/g, ' ') : cell);
  const rows = file.rows.map((cells) => cells.map(flat));
  const one = { ...file, rows };
  const first = row % rows.length;
  const hit = damage === 'none' ? [] : damage === 'two marks' ? [first, (first + 3) % rows.length] : [first];
  const nul = around.includes('NUL') ? (first + 1) % rows.length : -1;
  const written = rows.map((cells, index) =>
    index === nul && !hit.includes(index)
      ? cells.map((cell, column) => (column === 2 ? `${cell}\u0000` : cell))
      : cells,
  );
  const header = Array.from(
    { length: rows[0]?.length ?? 0 },
    (_, column) => ['Key', 'Day'][column] ?? `Name ${column}`,
  );
  const lines = written.map((cells, index) =>
    hit.includes(index) ? damagedLine(one, index) : lineText(cells, writing),
  );
  if (damage === 'a line gone') lines[first] = (lines[first] ?? '').slice(0, 3);
  const above = around.includes('title') ? ['The leads of the year', ''] : [];
  if (around.includes('blank lines')) lines.splice(first, 0, '', '');
  if (around.includes('header again')) lines.splice(first, 0, lineText(header, writing));
  const below = around.includes('footer') && damage !== 'cut off' ? ['', 'The end of the report'] : [];
  let content = [...above, lineText(header, writing), ...lines, ...below].join(writing.end);
  if (!around.includes('no line end')) content += writing.end;
  let sound = written.filter((_, index) => !hit.includes(index));
  if (damage === 'cut off') {
    content = content.slice(0, content.length - 3 - (row % 5));
    sound = sound.slice(0, -1);
  }
  return { bytes: encoded(content, writing.encoding), sound };
};

/** Two lost marks may take the rows between them along where cells of several lines stand there too. */
const between = 3;

const key = (cells: readonly string[]): string => JSON.stringify(cells);

describe('a table written in any way and damaged in one or two places', () => {
  it('comes back cell by cell but for the damaged rows, and no row is shifted', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(dirty, async (file) => {
        const { bytes, sound } = write(file);
        const read = await inspectText(bytes);
        expect(isBalanced(read)).toBe(true);
        const got = new Set(read.rows.map(key));
        const lost = sound.filter((cells) => !got.has(key(cells)));
        expect(file.damage === 'two marks' ? lost.slice(0, -between) : lost).toEqual([]);
        const spare = read.rows.length - sound.length;
        expect(spare).toBeLessThanOrEqual(file.damage === 'none' ? 0 : 2);
      }),
      { seed: 502, numRuns },
    );
  });
});
