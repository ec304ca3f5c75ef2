import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
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
