import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/headless/inspect.ts';

describe('inspect', () => {
  let folder: string;
  let written: string[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-inspect-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  afterEach(() => vi.restoreAllMocks());

  const run = async (...args: readonly string[]) => {
    written = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const code = await main(args);
    return {
      code,
      lines: written
        .join('')
        .trimEnd()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    };
  };

  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('prints one line a file, whose four counts add up to its records', async () => {
    const { code, lines } = await run(
      '--rows',
      'typed',
      file('a.csv', 'Id;Paid;On\r\n007;Ja;27.09.2025\r\n008;Nej;03.04.2025\r\n9\r\n'),
    );
    expect(code).toBe(0);
    expect(lines).toMatchObject([
      {
        name: 'a.csv',
        format: 'unknown',
        encoding: 'utf-8',
        bom: false,
        delimiter: ';',
        eol: 'crlf',
        header: ['Id', 'Paid', 'On'],
        records: 3,
        loaded: 2,
        setAside: 1,
        duplicates: 0,
        notData: 0,
        reasons: { FIELD_COUNT_LOW: 1 },
        questions: [],
        rows: [
          ['007', true, '2025-09-27'],
          ['008', false, '2025-04-03'],
        ],
      },
    ]);
  });

  it('gives cells as written when asked for text, and none when not asked', async () => {
    const path = file('b.csv', 'n,v\n1,2.50\n');
    expect((await run('--rows', 'text', path)).lines[0]?.['rows']).toEqual([['1', '2.50']]);
    expect((await run(path)).lines[0]).not.toHaveProperty('rows');
  });

  it('goes on behind a file that cannot be used, with a line that says why', async () => {
    const { code, lines } = await run(join(folder, 'missing.csv'), file('c.csv', 'n,v\n1,2\n'));
    expect(code).toBe(0);
    expect(lines[0]?.['error']).toMatch(/cannot be read/);
    expect(lines[1]).toMatchObject({ name: 'c.csv', records: 1 });
  });

  it('survives an empty file, an image named .csv and a cell of a megabyte', async () => {
    const paths = [
      file('empty.csv', ''),
      file('image.csv', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0'),
      file('long.csv', `n,v\n1,${'x'.repeat(1 << 20)}\n`),
    ];
    const { code, lines } = await run(...paths);
    expect(code).toBe(0);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatchObject({ records: 1, loaded: 1 });
  });

  it('exits with 2 where the call makes no sense', async () => {
    expect((await run('--rows', 'pictures', 'a.csv')).code).toBe(2);
    expect((await run()).code).toBe(2);
  });
});
