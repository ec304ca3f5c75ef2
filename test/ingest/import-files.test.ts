import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../src/ingest/import-files.ts';
import { isBalanced } from '../../src/ingest/ledger.ts';
import { canonicalContent } from '../support/canonical-content.ts';
import {
  csv,
  fileOf,
  importing,
  leadHeaders,
  leadRow,
  leadsCsv,
  type LeadCells,
} from '../support/import-texts.ts';

const opportunityHeaders = ['Id', 'StageName', 'CloseDate', 'IsClosed', 'IsWon', 'CreatedDate', 'Amount'];

const opportunitiesCsv = csv([
  opportunityHeaders,
  ['0061', 'Won', '2026-05-31 00:00:00', '1', '1', '2026-04-01 10:00:00', '1500.50'],
  ['0062', 'Lost', '2026-05-01 00:00:00', '1', '0', '2026-04-01 10:00:00', ''],
  ['0063', 'Offer', '2026-09-01 00:00:00', '0', '0', '2026-04-01 10:00:00', '20'],
]);

const someLeads: fc.Arbitrary<readonly LeadCells[]> = fc
  .array(
    fc.record({
      LeadSource: fc.constantFrom('Web', 'Event', '', 'Zoë, GmbH', 'a\nb', '"quoted"'),
      Segment__c: fc.constantFrom('Small', 'Large', ''),
      Status: fc.constantFrom('New', 'MQL', 'Disqualified', 'spam', 'Anything'),
      Email: fc.constantFrom('', 'a@example.com', 'B@example.com'),
      CreatedDate: fc.constantFrom('2026-03-02 09:00:00', '2026-03-29 01:30:00', '2025-12-31 23:30:00'),
      ConvertedOpportunityId: fc.constantFrom('', '0061', '000000000000000AAA'),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((leads) => leads.map((cells, number) => ({ ...cells, Id: `00Q${number}` })));

describe('files of one kind', () => {
  it('give the same content in however many parts they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        someLeads,
        fc.array(fc.nat(3), { minLength: 30, maxLength: 30 }),
        async (leads, part) => {
          const whole = await importing([fileOf('Lead.csv', leadsCsv(leads))]);
          const parts = [0, 1, 2, 3].map((number) => leads.filter((_, index) => part[index] === number));
          const split = await importing(
            parts.map((rows, number) => fileOf(`Lead-${number}.csv`, leadsCsv(rows))),
          );
          expect(split.files.reduce((sum, file) => sum + file.loaded, 0)).toBe(whole.files[0]?.loaded);
          expect(await canonicalContent(split)).toEqual(await canonicalContent(whole));
        },
      ),
      { seed: 101, numRuns: 15 },
    );
  });

  it('give the same content in any order of rows, columns and files', async () => {
    await fc.assert(
      fc.asyncProperty(someLeads, fc.integer(), async (leads, seed) => {
        const order = (length: number): readonly number[] =>
          Array.from({ length }, (_, index) => index).toSorted(
            (a, b) => (Math.imul(a + 7, seed | 1) | 0) - (Math.imul(b + 7, seed | 1) | 0),
          );
        const rows = order(leads.length).flatMap((index) => leads[index] ?? []);
        const columns = order(leadHeaders.length);
        const pick = (cells: readonly string[]): readonly string[] =>
          columns.map((column) => cells[column] ?? '');
        const shuffled = csv([pick(leadHeaders), ...rows.map((cells) => pick(leadRow(cells)))]);
        const opportunities = fileOf('Opportunity.csv', opportunitiesCsv);
        const plain = await importing([fileOf('Lead.csv', leadsCsv(leads)), opportunities]);
        const other = await importing([opportunities, fileOf('Lead.csv', shuffled)]);
        expect(await canonicalContent(other)).toEqual(await canonicalContent(plain));
      }),
      { seed: 102, numRuns: 15 },
    );
  });

  it('that repeat a record across files count it once, and the second time as a duplicate', async () => {
    const { files } = await importing([
      fileOf('one.csv', leadsCsv([{ Id: 'a' }, { Id: 'b' }])),
      fileOf('two.csv', leadsCsv([{ Id: 'b' }, { Id: 'c' }])),
    ]);
    expect(files.map(({ loaded, duplicates }) => [loaded, duplicates])).toEqual([
      [2, 0],
      [1, 1],
    ]);
  });

  describe('that say different things of one id', () => {
    const web = { Id: 'a', LeadSource: 'Web' };
    const fair = { Id: 'a', LeadSource: 'Fair' };
    const content = async (...texts: readonly string[]) =>
      canonicalContent(await importing(texts.map((text, index) => fileOf(`${index}.csv`, text))));

    it('load one of them and set the other aside', async () => {
      const { files } = await importing([
        fileOf('one.csv', leadsCsv([web])),
        fileOf('two.csv', leadsCsv([fair, { Id: 'c' }])),
      ]);
      expect(files.map(({ loaded, setAside }) => loaded + setAside)).toEqual([1, 2]);
      expect(files.flatMap(({ examples }) => examples.map(({ reason }) => reason))).toEqual(['ID_CONFLICT']);
    });

    it('load the same one whichever comes first, in one file or in two', async () => {
      const one = await content(leadsCsv([web, fair]));
      expect(await content(leadsCsv([fair, web]))).toEqual(one);
      expect(await content(leadsCsv([web]), leadsCsv([fair]))).toEqual(one);
      expect(await content(leadsCsv([fair]), leadsCsv([web]))).toEqual(one);
    });

    it('load the one with more filled cells', async () => {
      const { leads } = await content(leadsCsv([fair, { ...web, Email: 'ida@example.com' }]));
      expect(leads[0]?.channel).toBe('Web');
    });

    it('load what is said most often', async () => {
      const { leads } = await content(leadsCsv([fair, web, web]));
      expect(leads[0]?.channel).toBe('Web');
    });

    it('load that of the newer export', async () => {
      const day = 86_400_000;
      const files = [
        { ...fileOf('monday.csv', leadsCsv([fair])), stamp: 7 * day },
        { ...fileOf('next monday.csv', leadsCsv([web])), stamp: 14 * day },
      ];
      for (const order of [files, files.toReversed()]) {
        const { leads } = await canonicalContent(await importing(order));
        expect(leads[0]?.channel).toBe('Web');
      }
    });
  });

  it('dropped twice change nothing', async () => {
    const file = fileOf('Lead.csv', leadsCsv([{ Id: 'a' }, { Id: 'b', LeadSource: 'Event' }]));
    const once = await importing([file]);
    const twice = await importing([file, file]);
    expect(twice.files[1]).toMatchObject({ loaded: 0, duplicates: 2 });
    expect(await canonicalContent(twice)).toEqual(await canonicalContent(once));
  });

  it('whose records have no id where none is needed are not taken for one record', async () => {
    const change = ['', '00Q1', 'Status', 'New', 'MQL'];
    const history = csv([
      ['Id', 'ParentId', 'FieldName', 'OldvalString', 'NewvalString', 'CreatedDate'],
      [...change, '2026-03-02 09:00:00'],
      [...change, '2026-03-09 09:00:00'],
    ]);
    const { files } = await importing([
      fileOf('Lead.csv', leadsCsv([{ Id: '00Q1' }])),
      fileOf('EntityHistory.csv', history),
    ]);
    expect(files[1]).toMatchObject({ loaded: 2, duplicates: 0, setAside: 0 });
  });

  it('tell ids apart by case, as Salesforce does', async () => {
    const { files } = await importing([fileOf('Lead.csv', leadsCsv([{ Id: '00Qa' }, { Id: '00QA' }]))]);
    expect(files[0]?.loaded).toBe(2);
  });
});

describe('what a file says', () => {
  it('reaches the canonical tables: days, outcomes, money in minor units, links', async () => {
    const content = await canonicalContent(
      await importing([
        fileOf(
          'Lead.csv',
          leadsCsv([
            { Id: 'a', Status: 'MQL', CreatedDate: '2026-03-01 23:30:00', ConvertedOpportunityId: '0061' },
            { Id: 'b', Status: 'Spam', Segment__c: '' },
          ]),
        ),
        fileOf('Opportunity.csv', opportunitiesCsv),
      ]),
    );
    expect(
      content.leads.map(({ lead_id, created_date, status_stage, exclusion, segment }) => [
        lead_id,
        created_date,
        status_stage,
        exclusion,
        segment,
      ]),
    ).toEqual([
      ['a', '2026-03-02', 'mql', null, 'Small'],
      ['b', '2026-03-02', null, 'spam', null],
    ]);
    expect(
      content.opportunities.map(({ outcome, close_date, amount_minor }) => [
        outcome,
        close_date,
        amount_minor,
      ]),
    ).toEqual([
      ['won', '2026-05-31', 150_050],
      ['lost', '2026-05-01', null],
      ['open', '2026-09-01', 2000],
    ]);
    expect(content.links).toEqual([
      { lead_id: 'a', contact_id: null, opportunity_id: '0061', type: 'converted', is_primary: false },
    ]);
  });

  it('is the same in UTF-8, UTF-16 and Windows-1252', async () => {
    const text = leadsCsv([{ Id: 'a', LeadSource: 'Müller – “Möbel” 5 €' }]);
    const utf16 = new Uint8Array(text.length * 2 + 2);
    const view = new DataView(utf16.buffer);
    for (const [index, letter] of Array.from(`\ufeff${text}`).entries())
      view.setUint16(index * 2, letter.charCodeAt(0), true);
    const upper: Readonly<Record<string, number>> = { '–': 0x96, '“': 0x93, '”': 0x94, '€': 0x80 };
    const windows = Uint8Array.from(text, (letter) => upper[letter] ?? letter.charCodeAt(0));
    const contents = [];
    for (const content of [text, utf16, windows])
      contents.push(await canonicalContent(await importing([fileOf('Lead.csv', content)])));
    expect(contents[0]?.leads[0]?.channel).toBe('Müller – “Möbel” 5 €');
    expect(contents[1]).toEqual(contents[0]);
    expect(contents[2]).toEqual(contents[0]);
  });

  it('is the same packed with gzip', async () => {
    const text = leadsCsv([{ Id: 'a' }, { Id: 'b' }]);
    const packed = await importing([fileOf('Lead.csv.gz', Uint8Array.from(gzipSync(text)))]);
    expect(await canonicalContent(packed)).toEqual(
      await canonicalContent(await importing([fileOf('Lead.csv', text)])),
    );
  });

  it('does not depend on the name of the file', async () => {
    const { files } = await importing([fileOf('../<b>report</b> (1).txt', leadsCsv([{ Id: 'a' }]))]);
    expect(files[0]).toMatchObject({ name: '../<b>report</b> (1).txt', table: 'Lead', loaded: 1 });
  });
});

describe('files that hold nothing for us', () => {
  const leads = fileOf('Lead.csv', leadsCsv([{ Id: 'a' }]));

  it('but a header are loaded with no record', async () => {
    const { files } = await importing([leads, fileOf('Opportunity.csv', csv([opportunityHeaders]))]);
    expect(files[1]).toMatchObject({ table: 'Opportunity', records: 0, loaded: 0, setAside: 0 });
  });

  it('of an unknown kind are listed with all their records set aside', async () => {
    const { files } = await importing([leads, fileOf('Pricebook.csv', 'Id,Name\n1,Desk\n\n2,Chair\n')]);
    expect(files[1]).toMatchObject({
      format: 'unknown',
      records: 3,
      loaded: 0,
      setAside: 2,
      notData: 1,
      reasons: { FORMAT_UNKNOWN: 2 },
    });
    expect(files.every(isBalanced)).toBe(true);
  });

  it('at all are listed too', async () => {
    const { files } = await importing([leads, fileOf('empty.csv', '')]);
    expect(files[1]).toMatchObject({ format: 'unknown', records: 0, setAside: 0 });
  });

  it('alone are refused, with their names and what to add', async () => {
    const files = [fileOf('Pricebook.csv', 'Id,Name\n1,Desk\n'), fileOf('Opportunity.csv', opportunitiesCsv)];
    expect((await importing(files)).refusal).toContain(
      'No leads were found. Recognised: Opportunity.csv (Opportunity). No known kind of file: Pricebook.csv. Add the file that lists your leads',
    );
  });

  it('like a picture or a workbook are refused, not read as text', async () => {
    const picture = Uint8Array.from([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x22, 0xff,
    ]);
    await expect(importing([fileOf('chart.png', picture)])).rejects.toThrow('chart.png is a picture');
  });

  it('like a picture are listed for what they are, and keep no other file from being read', async () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const { files } = await importing([fileOf('chart.png', picture), leads]);
    expect(files.map(({ name, loaded }) => [name, loaded])).toEqual([
      ['chart.png', 0],
      ['Lead.csv', 1],
    ]);
    expect(files[0]?.note).toContain('is a picture');
  });

  it('like a picture keep nothing from being loaded that lies beside them', async () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const { files } = await importing([
      fileOf('chart.png', picture),
      fileOf('Lead.csv', leadsCsv([{ Id: 'a' }])),
    ]);
    expect(files.map(({ name, records, loaded }) => [name, records, loaded])).toEqual([
      ['chart.png', 0, 0],
      ['Lead.csv', 1, 1],
    ]);
  });
});

describe('packed files that are not sound', () => {
  it('are refused where they are damaged', async () => {
    const packed = Uint8Array.from(
      gzipSync(leadsCsv(Array.from({ length: 200 }, (_, id) => ({ Id: `a${id}` })))),
    );
    packed.fill(0xaa, 40, 60);
    await expect(importing([fileOf('Lead.csv.gz', packed)])).rejects.toThrow(
      'damaged and cannot be unpacked',
    );
  });

  it('are refused where they were cut short', async () => {
    const packed = Uint8Array.from(gzipSync(leadsCsv([{ Id: 'a' }, { Id: 'b' }])));
    await expect(importing([fileOf('Lead.csv.gz', packed.slice(0, -12))])).rejects.toThrow('damaged');
  });

  it('are refused where they grow beyond all measure', async () => {
    const bomb = Uint8Array.from(gzipSync(new Uint8Array(16_000_000)));
    await expect(importing([fileOf('Lead.csv.gz', bomb)])).rejects.toThrow('when unpacked and was refused');
  });
});

describe('an import that is cancelled', () => {
  it('stops with an abort and gives nothing', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(
      importFiles(
        [fileOf('Lead.csv', leadsCsv([{ Id: 'a' }]))],
        { formats: [], reportTimeZone: 'UTC' },
        () => undefined,
        controller.signal,
      ),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});
