import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { standardDefinitions } from '../../src/domain/definition-set.ts';
import { rulesByStatus, type StageRule } from '../../src/domain/stage-rule.ts';
import { definitionsText } from '../../src/ingest/definition-file.ts';
import { main } from '../../src/headless/report.ts';
import { csv, leadsCsv } from '../support/import-texts.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
  writeFileSync(
    join(folder, 'Lead.csv'),
    leadsCsv(Array.from({ length: 9 }, (_, id) => ({ Id: `00Q${id}` }))),
  );
  writeFileSync(
    join(folder, 'Pricebook.csv'),
    csv([
      ['Id', 'Name'],
      ['1', 'Desk'],
    ]),
  );
  writeFileSync(
    join(folder, 'Damaged.csv'),
    leadsCsv([{ Id: '00Q1' }, { Id: '00Q2', CreatedDate: 'soon' }, { Id: '00Q3', Status: 'Zwischen' }]),
  );
  writeFileSync(join(folder, 'bad.json'), '{"mapping": 1, "id": "own", "label": "Own", "tables": []}');
  writeFileSync(join(folder, 'broken.json'), '{');
  writeFileSync(
    join(folder, 'Sources.csv'),
    leadsCsv(
      Array.from({ length: 12 }, (_, id) => ({ Id: `00Q${id}`, LeadSource: id < 7 ? 'Web|site' : 'Fair' })),
    ),
  );
  const agreed = (name: string, mql: StageRule) =>
    definitionsText([{ ...standardDefinitions, name, version: 3, stages: { ...rulesByStatus, mql } }]);
  writeFileSync(join(folder, 'web.json'), agreed('Web only', { kind: 'channel', oneOf: ['Web|site'] }));
  writeFileSync(join(folder, 'fair.json'), agreed('Fairs', { kind: 'channel', oneOf: ['Fair'] }));
  writeFileSync(join(folder, 'broken.csv.gz'), Uint8Array.from([0x1f, 0x8b, 1, 2, 3]));
});

afterAll(() => rmSync(folder, { recursive: true }));

afterEach(() => {
  vi.restoreAllMocks();
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the report as the command does; words that name a file of the folder become its path. */
const run = async (...words: readonly string[]): Promise<Run> => {
  const told = { out: '', err: '' };
  const listen = (stream: NodeJS.WriteStream, to: 'out' | 'err') =>
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      told[to] += String(text);
      return true;
    });
  listen(process.stdout, 'out');
  listen(process.stderr, 'err');
  const code = await main(words.map((word) => (/\.\w+$/.test(word) ? join(folder, word) : word)));
  vi.restoreAllMocks();
  return { code, ...told };
};

describe('the report command', () => {
  it('ends well and writes Markdown', async () => {
    const { code, out, err } = await run('Lead.csv');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('# Leads, opportunities, deals');
    expect(out).toContain('9 leads, 0 opportunities, 0 deals.');
  });

  it('writes what was set aside into a folder, as files that it reads again', async () => {
    const out = join(folder, 'out', 'lists');
    const { code } = await run('--json', '--set-aside', out, 'Damaged.csv');
    expect(code).toBe(0);
    expect(readdirSync(out).toSorted()).toEqual([
      'Damaged.csv cells left empty.csv',
      'Damaged.csv set aside.csv',
    ]);
    const list = readFileSync(join(out, 'Damaged.csv set aside.csv'), 'utf8');
    expect(list).toContain('"soon"');
    writeFileSync(join(folder, 'Mended.csv'), list.replace('"soon"', '"2026-03-02 09:00:00"'));
    const again = await run('--json', 'Damaged.csv', 'Mended.csv');
    expect(JSON.parse(again.out)).toMatchObject({
      totals: { journeys: 3 },
      files: [
        { loaded: 2, setAside: 1 },
        { loaded: 1, setAside: 0 },
      ],
    });
  });

  it('ends well and writes one JSON object', async () => {
    const { code, out, err } = await run('--json', 'Lead.csv');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ totals: { journeys: 9, l2o: null } });
  });

  it('counts by the definitions of a file, and says so', async () => {
    const { code, out } = await run('--json', '--definition', 'web.json', 'Sources.csv');
    expect(code).toBe(0);
    const json = JSON.parse(out) as Readonly<Record<string, unknown>>;
    expect(json).toMatchObject({
      anchor: 'mql',
      totals: { journeys: 12 },
      definition: { name: 'Web only', version: 3 },
    });
    expect(JSON.stringify(json['definition'])).toContain('MQL cohort, fields as exported · as of');
    expect(Object.keys(json)).not.toContain('diff');
  });

  it('compares the definitions of two files', async () => {
    const words = ['--definition', 'web.json', '--diff', 'fair.json', 'Sources.csv'];
    const json = JSON.parse((await run('--json', ...words)).out) as Readonly<Record<string, unknown>>;
    expect(json).toMatchObject({
      anchor: 'mql',
      diff: {
        before: { name: 'Web only' },
        after: { name: 'Fairs' },
        changed: ['stages'],
        counts: { leads: { before: 12, after: 12 }, inCohort: { before: 7, after: 5 } },
        moved: { appeared: 5, gone: 7, moved: 12, unmoved: 0 },
      },
    });
    const { out } = await run(...words);
    expect(out).toContain('## Web only v3 compared with Fairs v3');
    expect(out).toContain('They differ in the rules of the stages.');
    expect(out).toContain('| Leads in the cohort | 7 | 5 |');
    expect(out).toContain('12 moved, 0 did not: 5 count only after, 7 counted only before');
    expect(out).toContain(String.raw`| 00Q1 | Web\|site | counted only before |`);
    expect(out).toContain('| MQL | only the first | 7 | 0.0 % (0 of 7; 0.0 % to 35.4 %) |');
  });

  it('counts the funnels where they are asked for', async () => {
    const words = ['--funnels', '--definition', 'web.json', 'Sources.csv'];
    const { out } = await run(...words);
    expect(out).toContain('### Went through every stage in order');
    expect(out).toContain(
      '| MQL | 7 | 58.3 % (7 of 12; 32.0 % to 80.7 %) | 58.3 % (7 of 12; 32.0 % to 80.7 %) of leads created | – | 0 |',
    );
    expect(out).toContain('| created | mql | 7 |');
    expect(out).toContain('started at creation 12, started in the middle 0, to the next stage 7,');
    const json = JSON.parse((await run('--json', ...words)).out) as unknown;
    expect(json).toMatchObject({
      funnels: {
        stages: ['created', 'mql'],
        total: {
          furthest: {
            steps: [
              { stage: 'created', reached: 5 },
              { stage: 'mql', reached: 7 },
            ],
          },
          leftOut: 0,
        },
        by: { channel: [{ group: 'Fair' }, { group: 'Web|site' }] },
      },
    });
  });

  it.each([
    ['a file that is missing', ['nowhere.csv'], 'cannot be read. Check the name and that the file exists.'],
    ['a folder in place of a file', ['--json', '.'], '. cannot be read: it is'],
    ['an unknown option', ['--colour', 'Lead.csv'], "Unknown option '--colour'"],
    ['no files', [], 'no files given'],
    ['files without leads', ['Pricebook.csv'], 'No leads were found.'],
    [
      'a mapping that says nothing',
      ['--mapping', 'bad.json', 'Lead.csv'],
      '"tables" must hold at least one table',
    ],
    ['a mapping that is no JSON', ['--mapping', 'broken.json', 'Lead.csv'], 'broken.json is not valid JSON.'],
    ['a mapping that is missing', ['--mapping', 'none.json', 'Lead.csv'], 'cannot be read'],
    [
      'definitions that are none',
      ['--definition', 'bad.json', 'Lead.csv'],
      'bad.json is not a file of definitions',
    ],
    ['definitions that are no JSON', ['--diff', 'broken.json', 'Lead.csv'], 'broken.json is not valid JSON.'],
    ['definitions that are missing', ['--diff', 'none.json', 'Lead.csv'], 'The file of definitions'],
    ['a folder that is a file', ['--set-aside', 'Lead.csv', 'Lead.csv'], 'cannot be written to'],
    ['a damaged file', ['Lead.csv', 'broken.csv.gz'], 'broken.csv.gz'],
  ])('ends with 2 and one line that says why for %s', async (_, words, why) => {
    const { code, out, err } = await run(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(why);
    expect(err.startsWith('throughline: ')).toBe(true);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
