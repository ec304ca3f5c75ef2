import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBalanced, type FileLedger } from '../../src/ingest/ledger.ts';
import {
  csv,
  fileOf,
  importing,
  leadHeaders,
  leadRow,
  leadsCsv,
  ledgerOf,
  quoted,
} from '../support/import-texts.ts';

const counts = ({ records, loaded, setAside, duplicates, notData }: FileLedger) => ({
  records,
  loaded,
  setAside,
  duplicates,
  notData,
});

const ledger = (text: string): Promise<FileLedger> => ledgerOf([fileOf('Lead.csv', text)]);

const lead = (id: number): string => csv([leadRow({ Id: `00Q${id}` })]);

describe('the ledger of a file', () => {
  it('of clean leads says that all were loaded', async () => {
    const found = await ledger(leadsCsv([{ Id: 'a' }, { Id: 'b' }]));
    expect(counts(found)).toEqual({ records: 2, loaded: 2, setAside: 0, duplicates: 0, notData: 0 });
  });

  it('names each record that was set aside by record, line, bytes and its own text', async () => {
    const text = `${leadsCsv([{ Id: 'a', LeadSource: 'Web\nsite' }])}"b","Web"\n${lead(3)}`;
    const found = await ledger(text);
    const from = text.indexOf('"b"');
    expect(found.examples).toEqual([
      {
        reason: 'FIELD_COUNT_LOW',
        record: 2,
        line: 4,
        bytes: [from, from + 9],
        column: null,
        text: '"b","Web"',
      },
    ]);
  });

  it('gives bytes that cut the record out of the file, behind a byte-order mark and letters of two bytes', async () => {
    const body = `${leadsCsv([{ Id: 'a', LeadSource: 'Événement' }])}"é","Web"\n`;
    const found = await ledger(`\ufeff${body}`);
    const [from = 0, to = 0] = found.examples[0]?.bytes ?? [];
    expect(new TextDecoder().decode(new TextEncoder().encode(body).subarray(from, to))).toBe('"é","Web"');
  });

  it.each([
    ['too few fields', '"00Q9","Web"\n', 'FIELD_COUNT_LOW', null],
    ['too many fields', `${lead(9).trimEnd()},"more"\n`, 'FIELD_COUNT_HIGH', null],
    [
      'a date that does not exist',
      csv([leadRow({ Id: 'x', CreatedDate: '2026-02-31 10:00:00' })]),
      'DATE_IMPOSSIBLE',
      'CreatedDate',
    ],
    [
      'a date that is none',
      csv([leadRow({ Id: 'x', CreatedDate: 'soon' })]),
      'DATE_UNREADABLE',
      'CreatedDate',
    ],
    ['no date', csv([leadRow({ Id: 'x', CreatedDate: '' })]), 'DATE_UNREADABLE', 'CreatedDate'],
    ['no id', csv([leadRow({ Id: '' })]), 'ID_MISSING', 'Id'],
    ['the id that stands for none', csv([leadRow({ Id: '000000000000000AAA' })]), 'ID_MISSING', 'Id'],
    ['a mark inside a quoted cell', lead(9).replace('"Web"', '"W"eb"'), 'QUOTE_STRAY', null],
    ['the id of another lead', csv([leadRow({ Id: '00Q1', LeadSource: '' })]), 'ID_CONFLICT', 'Id'],
  ] as const)('sets a record aside for %s and loads the others', async (_, record, reason, column) => {
    const found = await ledger(csv([leadHeaders]) + lead(1) + record + lead(2));
    expect(counts(found)).toEqual({ records: 3, loaded: 2, setAside: 1, duplicates: 0, notData: 0 });
    expect(found.reasons).toEqual({ [reason]: 1 });
    expect(found.examples[0]).toMatchObject({ reason, column, record: 2, line: 3 });
  });

  it('sets one line aside where a mark is never closed', async () => {
    const found = await ledger(
      csv([leadHeaders]) + lead(1) + lead(2) + '"00Q3,Web\n' + lead(4).replaceAll('"', ''),
    );
    expect(counts(found)).toMatchObject({ loaded: 3, setAside: 1 });
    expect(found.examples[0]).toMatchObject({ reason: 'QUOTE_UNCLOSED', record: 3 });
  });

  it('counts an equal record as a duplicate, not as an error', async () => {
    const found = await ledger(csv([leadHeaders]) + lead(1) + lead(1) + lead(1));
    expect(counts(found)).toEqual({ records: 3, loaded: 1, setAside: 0, duplicates: 2, notData: 0 });
  });

  it.each([
    ['a title and a gap above the header', 'Leads of the year\n\n', '', 2],
    ['blank lines', '', '\n\n', 2],
    ['lines of empty cells', '', `${','.repeat(leadHeaders.length - 1)}\n`, 1],
    ['the header once more', '', csv([leadHeaders]), 1],
    ['blank lines with CRLF', '', '\r\n', 1],
  ])('knows %s for no data', async (_, before, after, notData) => {
    const found = await ledger(before + csv([leadHeaders]) + lead(1) + after + lead(2));
    expect(counts(found)).toEqual({ records: 2 + notData, loaded: 2, setAside: 0, duplicates: 0, notData });
  });

  it('tells how each column was read, with the evidence of all rows', async () => {
    const found = await ledger(
      leadsCsv([
        { Id: 'a', CreatedDate: '03/04/2026' },
        { Id: 'b', CreatedDate: '13/04/2026' },
      ]),
    );
    expect(found.readings.find((reading) => reading.source === 'CreatedDate')).toMatchObject({
      canonical: ['lead.created_at'],
      readAs: 'date',
      evidence: '1 can only be day-first, 0 only month-first, 1 either; 2 of 2 read',
      example: '03/04/2026',
    });
  });

  it('lists a status that no stage is known for, and loads the lead', async () => {
    const found = await ledger(
      leadsCsv([
        { Id: 'a', Status: 'Zwischen' },
        { Id: 'b', Status: 'Zwischen' },
      ]),
    );
    expect(found.loaded).toBe(2);
    expect(found.findings).toEqual([
      { reason: 'STAGE_UNKNOWN', column: 'Status', count: 2, example: 'Zwischen', lines: [2, 3] },
    ]);
  });

  it('sets every date aside where day and month cannot be told apart, rather than guess', async () => {
    const all = await importing([fileOf('Lead.csv', leadsCsv([{ Id: 'a', CreatedDate: '03/04/2026' }]))]);
    expect(all.refusal).toContain('No leads were found');
    const found = await ledger(
      leadsCsv([
        { Id: 'a', CreatedDate: '03/04/2026' },
        { Id: 'b', CreatedDate: '2026-04-03' },
      ]),
    );
    expect(found.reasons).toEqual({ DATE_AMBIGUOUS: 1 });
  });
});

describe('a file damaged at random', () => {
  const kinds = [
    'clean',
    'few',
    'many',
    'blank',
    'empty cells',
    'header',
    'duplicate',
    'conflict',
    'impossible',
    'no id',
    'stray',
  ] as const;
  type Kind = (typeof kinds)[number];

  interface Polluted {
    readonly kinds: readonly Kind[];
    readonly delimiter: string;
    readonly end: string;
    readonly preamble: number;
    readonly mark: boolean;
  }

  const polluted: fc.Arbitrary<Polluted> = fc.record({
    kinds: fc.array(fc.constantFrom(...kinds), { maxLength: 40 }),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n'),
    preamble: fc.nat(5),
    mark: fc.boolean(),
  });

  const becomes: Readonly<Record<Kind, 'loaded' | 'setAside' | 'duplicates' | 'notData'>> = {
    clean: 'loaded',
    few: 'setAside',
    many: 'setAside',
    blank: 'notData',
    'empty cells': 'notData',
    header: 'notData',
    duplicate: 'duplicates',
    conflict: 'setAside',
    impossible: 'setAside',
    'no id': 'setAside',
    stray: 'setAside',
  };

  const first = leadRow({ Id: 'first', LeadSource: 'Web; |,\t"shop"', Segment__c: 'a\nb' });

  const cellsOf = (kind: Kind, number: number): readonly string[] => {
    const own = leadRow({ Id: `00Q${number}` });
    switch (kind) {
      case 'clean':
      case 'stray':
        return own;
      case 'few':
        return own.slice(0, -1);
      case 'many':
        return [...own, 'more'];
      case 'blank':
        return [];
      case 'empty cells':
        return own.map(() => '');
      case 'header':
        return leadHeaders;
      case 'duplicate':
        return first;
      case 'conflict':
        return leadRow({ Id: 'first', LeadSource: `Event ${number}` });
      case 'impossible':
        return leadRow({ Id: `00Q${number}`, CreatedDate: '2026-02-30 10:00:00' });
      case 'no id':
        return leadRow({ Id: '' });
    }
  };

  const write = ({ kinds: rows, delimiter, end, preamble, mark }: Polluted): string => {
    const line = (cells: readonly string[]): string => cells.map(quoted).join(delimiter);
    const lines = rows.map((kind, number) => {
      const text = line(cellsOf(kind, number));
      return kind === 'stray' ? text.replace('"Web"', '"W"eb"') : text;
    });
    const above = Array.from({ length: preamble }, (_, number) => `Report ${number}`);
    return (mark ? '\ufeff' : '') + [...above, line(leadHeaders), line(first), ...lines].join(end) + end;
  };

  it('has the fate of every record in its ledger, and the four counts add up', async () => {
    await fc.assert(
      fc.asyncProperty(polluted, async (input) => {
        const expected = {
          records: 1 + input.preamble,
          loaded: 1,
          setAside: 0,
          duplicates: 0,
          notData: input.preamble,
        };
        for (const kind of input.kinds) {
          expected.records += 1;
          expected[becomes[kind]] += 1;
        }
        const found = await ledger(write(input));
        expect(counts(found)).toEqual(expected);
        expect(isBalanced(found)).toBe(true);
        expect(Object.values(found.reasons).reduce((sum, count) => sum + count, 0)).toBe(found.setAside);
      }),
      { seed: 91, numRuns: 200 },
    );
  });

  it('adds up even where bytes were changed at random', async () => {
    const base = new TextEncoder().encode(
      leadsCsv(Array.from({ length: 12 }, (_, number) => ({ Id: `00Q${number}` }))),
    );
    const header = new TextEncoder().encode(csv([leadHeaders])).length;
    const damage = fc.array(
      fc.tuple(
        fc.integer({ min: header, max: base.length - 1 }),
        fc.constantFrom(34, 44, 10, 13, 0, 0xff, 0x80, 32),
      ),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = Uint8Array.from(base);
        for (const [at, byte] of changes) bytes[at] = byte;
        const { files } = await importing([
          fileOf('Lead.csv', bytes),
          fileOf('Other.csv', leadsCsv([{ Id: 'sound' }])),
        ]);
        expect(files.every(isBalanced)).toBe(true);
      }),
      { seed: 92, numRuns: 300 },
    );
  });

  it('loses at most the last record where it was cut off, wherever that was', async () => {
    const whole = leadsCsv(
      Array.from({ length: 6 }, (_, number) => ({ Id: `00Q${number}`, LeadSource: 'Web\nsite' })),
    );
    const bytes = Uint8Array.from(new TextEncoder().encode(whole));
    const ends = whole.split('\n"00Q').length;
    for (let length = whole.indexOf('"00Q1"'); length < bytes.length; length += 7) {
      const { files } = await importing([fileOf('Lead.csv', bytes.slice(0, length))]);
      const complete = whole.slice(0, length).split('"\n').length - 2;
      expect(files[0]?.loaded).toBeGreaterThanOrEqual(Math.min(complete, ends));
      expect(files.every(isBalanced)).toBe(true);
    }
  });
});
