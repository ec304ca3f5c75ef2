import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crmFormats } from '../../src/crm/registry.ts';
import { countRecords } from '../../src/ingest/count-records.ts';
import { usualDialect } from '../../src/ingest/dialect.ts';
import { readFile } from '../../src/ingest/read-file.ts';
import { recordOf } from '../../src/ingest/record-run.ts';
import type { RecordSource } from '../../src/ingest/record-source.ts';
import { runCutter } from '../../src/ingest/run-cutter.ts';
import { recordCutter } from '../../src/ingest/record-scanner.ts';
import { settleKind } from '../../src/ingest/settle-kind.ts';
import { textSource } from '../../src/ingest/text-source.ts';
import { fileOf } from '../support/import-texts.ts';

const headers = [
  'Id',
  'AccountId',
  'StageName',
  'Amount',
  'CloseDate',
  'IsClosed',
  'IsWon',
  'CurrencyIsoCode',
  'OwnerId',
  'CreatedDate',
];

const oddCells: readonly string[] = [
  ['', ' ', 'a', 'Närköping', 'Łódź', '007', '1,5', '1.50', '-3', '1e5', '12.345', 'a"b', 'a,b', 'a;b'],
  ['two\nlines', 'two\r\nlines', 'a\rb', '"', '""', ' spaced ', 'nul\u0000', '\ufeffmark', '€ 5', "it's"],
  [`note\n${'a,'.repeat(9)}a`, `b${',a'.repeat(9)}\n${'a,'.repeat(9)}c`],
  ['000000000000000AAA', '#N/A', 'Id', 'won', '2026-02-30', '31/12/2025', '\u00a0'],
].flat();
const anyCell = fc.constantFrom(...oddCells);
const day = fc
  .integer({ min: 15_000, max: 22_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const clock = fc
  .integer({ min: 0, max: 86_399 })
  .map((seconds) => new Date(seconds * 1000).toISOString().slice(11, 19));
const moment = fc.oneof(
  day,
  fc.tuple(day, clock).map(([date, time]) => `${date} ${time}`),
  fc.tuple(day, clock).map(([date, time]) => `${date}T${time}.000Z`),
  fc.tuple(day, clock).map(([date, time]) => `${date}T${time}+0200`),
);
const usualCells = [
  fc.integer({ min: 1, max: 40 }).map((serial) => `006Tl0000000${100 + serial}`),
  fc.constantFrom('001Tl0000000001AAA', '000000000000000AAA', ''),
  fc.constantFrom('Proposal', 'Closed Won', 'Förhandling'),
  fc.oneof(
    fc.integer().map(String),
    fc.integer({ min: 0, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
  ),
  moment,
  fc.constantFrom('0', '1', 'true', ''),
  fc.constantFrom('0', '1', 'ja'),
  fc.constantFrom('EUR', 'SEK', ''),
  fc.constant('005'),
  moment,
];
const record = fc.tuple(
  ...usualCells.map((usual) =>
    fc.oneof({ weight: 150, arbitrary: usual }, { weight: 1, arbitrary: anyCell }),
  ),
);

interface Writing {
  readonly delimiter: string;
  readonly quote: string;
  readonly lineEnd: string;
  readonly isQuoted: boolean;
}

const written = ({ delimiter, quote, lineEnd, isQuoted }: Writing, cells: readonly string[]): string =>
  cells
    .map((cell) =>
      isQuoted || [delimiter, quote, '\n', '\r'].some((mark) => cell.includes(mark))
        ? quote + cell.replaceAll(quote, quote + quote) + quote
        : cell,
    )
    .join(delimiter) + lineEnd;

const writing = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|', ', '),
  quote: fc.constantFrom('"', '"', "'"),
  lineEnd: fc.constantFrom('\n', '\r\n', '\n', '\r'),
  isQuoted: fc.boolean(),
});

/** A regular row of this number: enough of them stand first for the layout to be known before the runs. */
const regularRow = (serial: number): readonly string[] => [
  `006Tl000000${1000 + serial}`,
  '001Tl0000000001AAA',
  'Proposal',
  '5.50',
  '2026-01-02',
  '0',
  '0',
  'EUR',
  '005',
  '2026-01-01 10:00:00',
];
const regularRows = Array.from({ length: 300 }, (_, serial) => regularRow(serial));

/** What can happen to a line: mostly nothing. */
const damages: readonly ((line: string) => string)[] = [
  (line) => `${line}\n`,
  (line) => line.replace('"', ''),
  (line) => line.replace(',', ',,'),
  (line) => line.replace(/[,;\t|]/, ''),
  (line) => line.replace(/\r?\n$/, '\r\n'),
  (line) => `"${line}`,
  (line) => line.replace('"', ' "'),
  () => `${headers.join(',')}\n`,
  (line) => `\ufeff${line}`,
];
const damage = fc.oneof(
  { weight: 40, arbitrary: fc.constant((line: string) => line) },
  { weight: 1, arbitrary: fc.constantFrom(...damages) },
);

const encodings: readonly ((text: string) => Uint8Array<ArrayBuffer>)[] = [
  (text) => new TextEncoder().encode(text),
  (text) => new TextEncoder().encode(`\ufeff${text}`),
  (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff),
  (text) => Uint8Array.from([0xef, 0xbb, 0xbf, ...Array.from(text, (letter) => letter.charCodeAt(0) & 0xff)]),
  (text) => new Uint8Array(Uint16Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0)).buffer),
];

const cut = recordCutter(usualDialect, headers.length);

const anyFile = fc
  .tuple(
    writing,
    fc.array(fc.tuple(record, damage), { maxLength: 40, size: 'max' }),
    fc.constantFrom(...encodings),
    fc.boolean(),
  )
  .map(([how, records, encode, isCut]) => {
    const lines = [
      written(how, headers),
      ...regularRows.map((cells) => written(how, cells)),
      ...records.map(([cells, damaged]) => damaged(written(how, cells))),
    ].join('');
    return encode(isCut ? lines.trimEnd() : lines);
  });

const reading = async (source: RecordSource) => {
  const { signal } = new AbortController();
  const read = await readFile(source, null, crmFormats, () => undefined, signal);
  if (!('raw' in read)) return read;
  const places = Array.from({ length: read.raw.rows }, (_, row) => read.places.at(row));
  const { files } = await settleKind([read], 'Europe/Stockholm', signal);
  const ledgers = files.map(({ ledger }) => ledger);
  const columns = files.flatMap(({ parts }) =>
    parts.map((part) => [part.table, part.columns(0, part.length)]),
  );
  return { ledgers, columns, places, rejected: read.rejected, nulCells: read.nulCells };
};

const ways = async (bytes: Uint8Array<ArrayBuffer>) => {
  let inRuns = 0;
  const source = await textSource(fileOf('Opportunity.csv', bytes));
  const fast = await reading({
    ...source,
    read: (take, report, signal, takeRun) =>
      source.read(take, report, signal, (run, first, offset, line) => {
        const end = takeRun?.(run, first, offset, line) ?? first;
        inRuns += end - first;
        return end;
      }),
  });
  const careful = await reading({
    ...source,
    read: (take, report, signal) => source.read(take, report, signal),
  });
  return { fast, careful, inRuns };
};

describe('a file read in runs of bytes', () => {
  it('gives the columns, places and ledger that reading it record by record gives', async () => {
    let inRuns = 0;
    await fc.assert(
      fc.asyncProperty(anyFile, async (bytes) => {
        const both = await ways(bytes);
        inRuns += both.inRuns;
        expect(both.fast).toEqual(both.careful);
      }),
      { seed: 20, numRuns: 120 },
    );
    expect(inRuns).toBeGreaterThan(500);
  });

  const plainWriting = { delimiter: ',', quote: '"', lineEnd: '\n', isQuoted: false };
  const plainLines = [
    headers,
    ...regularRows,
    ...Array.from({ length: 40 }, (_, at) => regularRow(300 + at)),
  ];
  const withLines = (...lines: readonly string[]) =>
    ways(
      new TextEncoder().encode(
        [...plainLines.map((cells) => written(plainWriting, cells)), ...lines].join(''),
      ),
    );

  it('sees two rows that two lost marks made one of, as reading it record by record does', async () => {
    const [first, second] = [regularRow(400), regularRow(401)].map((cells) => written(plainWriting, cells));
    const { fast, careful, inRuns } = await withLines(`"${first}`, second?.replace(',', '",') ?? '');
    expect(fast).toEqual(careful);
    expect('rejected' in fast ? fast.rejected : []).not.toEqual([]);
    expect(inRuns).toBeGreaterThan(0);
  });

  it('is cut into the same records wherever a piece of it ends', () => {
    fc.assert(
      fc.property(anyFile, fc.nat(), (bytes, cutAt) => {
        const end = cutAt % (bytes.length + 1);
        const cells = (piece: Uint8Array) => {
          const run = runCutter(usualDialect, 'windows-1252', cut)?.(piece, 0, false);
          return Array.from({ length: run?.records ?? 0 }, (_, index) => run && recordOf(run, index, 0, 1));
        };
        const whole = cells(bytes);
        const part = cells(bytes.slice(0, end));
        expect(whole.slice(0, part.length)).toEqual(part);
      }),
      { seed: 21, numRuns: 300 },
    );
  });

  it('is counted a second time by its marks and line ends', () => {
    fc.assert(
      fc.property(anyFile, (bytes) => {
        const run = runCutter(usualDialect, 'utf-8', cut)?.(bytes, 0, true);
        expect(countRecords(bytes, 0, run?.next ?? 0, 0x22)).toBe(run?.records ?? 0);
      }),
      { seed: 22, numRuns: 300 },
    );
  });

  it('counts a line end for a record only outside quotation marks', () => {
    const bytes = new TextEncoder().encode('a,"b\nc"\nd,e\n');
    expect(countRecords(bytes, 0, bytes.length, 0x22)).toBe(2);
    expect(countRecords(bytes, 0, bytes.length, 0x27)).toBe(3);
  });
});
