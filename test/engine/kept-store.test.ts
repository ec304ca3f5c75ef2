import { beforeEach, describe, expect, it } from 'vitest';
import { plainTables } from '../../src/crm/plain-tables.ts';
import { heldStreams, type DataImport } from '../../src/engine/data-import.ts';
import {
  DamagedError,
  KeepError,
  keepImports,
  readKept,
  removeLeftovers,
} from '../../src/engine/kept-store.ts';
import type { KeptFiles } from '../../src/engine/kept-files.ts';
import { noteOpened, readOpened, staleDays } from '../../src/engine/opened.ts';
import { checksum } from '../../src/engine/sealed.ts';
import { faultyFiles, memoryFiles, PageDied, type MemoryFiles } from '../support/memory-files.ts';
import { createPrng } from '../support/naive/prng.ts';

const savedAt = '2026-01-12T07:00:00.000Z';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** An import whose streams are these texts. */
const importOf = (id: string, ...texts: readonly string[]): DataImport => ({
  id,
  knownAt: Date.parse(savedAt),
  files: [],
  formats: [plainTables],
  mappings: [],
  downloads: [],
  facts: { wonOnly: false, reportTimeZone: 'Europe/Stockholm', stamp: null, currencies: ['SEK'] },
  isSample: false,
  streams: heldStreams(texts.map((text) => ({ table: 'lead', known: ['lead_id'], stream: bytesOf(text) }))),
});

const first = importOf('first', 'Ann', 'Bo');
const second = importOf('second', 'Cecilia', '', 'Dag');

/** What can be opened, in one text; rejects with a `DamagedError` where it is not what was written. */
const opened = async (files: KeptFiles): Promise<string> => {
  const state = await readKept(files);
  if (state.kind === 'damaged') throw new DamagedError();
  if (state.kind === 'none') return 'nothing';
  const lines: string[] = [];
  for (const { streams, ...about } of state.imports) {
    const rows = (await streams()).map((part) => ({
      ...part,
      stream: new TextDecoder().decode(part.stream),
    }));
    lines.push(JSON.stringify({ ...about, rows }));
  }
  return lines.join('\n');
};

const after = async (...imports: readonly DataImport[]): Promise<string> => {
  const files = memoryFiles();
  await keepImports(files, imports, savedAt);
  return opened(files);
};

let files: MemoryFiles;

beforeEach(() => {
  files = memoryFiles();
});

describe('imports that are kept', () => {
  it('are opened as they were, each with its rows, its columns and its ledger', async () => {
    expect(await opened(files)).toBe('nothing');
    await keepImports(files, [first, second], savedAt);
    const [a, b] = (await opened(files)).split('\n').map((line): unknown => JSON.parse(line));
    expect(a).toMatchObject({
      id: 'first',
      facts: { currencies: ['SEK'] },
      formats: [{ id: plainTables.id }],
    });
    expect(a).toMatchObject({ rows: [{ stream: 'Ann', known: ['lead_id'] }, { stream: 'Bo' }] });
    expect(b).toMatchObject({
      id: 'second',
      rows: [{ stream: 'Cecilia' }, { stream: '' }, { stream: 'Dag' }],
    });
  });

  it('are added by writing the new one alone', async () => {
    await keepImports(files, [first], savedAt);
    const written: string[] = [];
    const watching: KeptFiles = {
      ...files,
      write: async (name, bytes) => {
        written.push(name);
        await files.write(name, bytes);
      },
    };
    await keepImports(watching, [first, second], savedAt);
    expect(written).toEqual(['second/0.arrow', 'second/1.arrow', 'second/2.arrow', 'current.json.next']);
    expect(await opened(files)).toBe(await after(first, second));
  });

  it('are as before after the last is undone, and nothing of it is left', async () => {
    await keepImports(files, [first], savedAt);
    const before = new Map(files.content);
    await keepImports(files, [first, second], savedAt);
    await keepImports(files, [first], savedAt);
    expect(files.content).toEqual(before);
  });

  it('say how many bytes they take', async () => {
    expect(await keepImports(files, [first, second], savedAt)).toBe(15);
    expect(await readKept(files)).toMatchObject({ kind: 'kept', bytes: 15, savedAt });
  });
});

describe('a change of the store that goes wrong', () => {
  const situations = [
    ['keeping the first', [], [first]],
    ['adding one', [first], [first, second]],
    ['undoing one', [first, second], [first]],
    ['replacing all', [first], [second]],
  ] as const;

  const changesOf = async (before: readonly DataImport[], wanted: readonly DataImport[]): Promise<number> => {
    const tried = memoryFiles();
    if (before.length > 0) await keepImports(tried, before, savedAt);
    const counting = faultyFiles(tried, 0, 'refused');
    await keepImports(counting, wanted, savedAt);
    return counting.changes();
  };

  it.each(situations)(
    'ends in what was before, with a message, whichever write is refused or cut short: %s',
    async (_, before, wanted) => {
      const changes = await changesOf(before, wanted);
      expect(changes).toBeGreaterThan(1);
      const [was, becomes] = [
        before.length === 0 ? 'nothing' : await after(...before),
        await after(...wanted),
      ];
      let refusals = 0;
      for (const fault of ['refused', 'cut short'] as const) {
        for (let n = 1; n <= changes; n += 1) {
          files = memoryFiles();
          if (before.length > 0) await keepImports(files, before, savedAt);
          const message = await keepImports(faultyFiles(files, n, fault), wanted, savedAt).then(
            () => null,
            (cause: unknown) => (cause instanceof KeepError ? cause.message : String(cause)),
          );
          expect(await opened(files)).toBe(message === null ? becomes : was);
          if (message === null) continue;
          refusals += 1;
          expect(message).toMatch(/^The data could not be kept: .* It needs \d+ MB, 5 MB are free\./);
        }
      }
      expect(refusals).toBeGreaterThan(1);
    },
  );

  it.each(situations)(
    'is as before or as after wherever the page dies, and the next start removes the rest: %s',
    async (_, before, wanted) => {
      const changes = await changesOf(before, wanted);
      const [was, becomes] = [
        before.length === 0 ? 'nothing' : await after(...before),
        await after(...wanted),
      ];
      const ends = new Set<string>();
      for (let n = 1; n <= changes; n += 1) {
        files = memoryFiles();
        if (before.length > 0) await keepImports(files, before, savedAt);
        await keepImports(faultyFiles(files, n, 'page dies'), wanted, savedAt).catch((cause: unknown) => {
          if (!(cause instanceof KeepError || cause instanceof PageDied)) throw cause;
        });
        const found = await opened(files);
        expect([was, becomes]).toContain(found);
        ends.add(found);
        await removeLeftovers(files);
        const clean = memoryFiles();
        const inForce = found === was ? before : wanted;
        if (inForce.length > 0) await keepImports(clean, inForce, savedAt);
        expect(files.content).toEqual(clean.content);
      }
      expect(ends).toContain(was);
    },
  );
});

describe('a store whose bytes have changed', () => {
  /** `FULL=1` damages it 1,000 times instead of 200. */
  const damages = process.env['FULL'] === '1' ? 1000 : 200;

  it('is recognised, wherever a bit flips or a file is cut', async () => {
    await keepImports(files, [first, second], savedAt);
    const whole = new Map(files.content);
    const names = [...whole.keys()].filter((name) => (whole.get(name)?.length ?? 0) > 0);
    const prng = createPrng(9);
    for (let damage = 0; damage < damages; damage += 1) {
      for (const [name, bytes] of whole) files.content.set(name, bytes.slice());
      const name = prng.pick([names[0] ?? '', ...names]);
      const bytes = files.content.get(name) ?? new Uint8Array();
      const at = prng.int(0, bytes.length - 1);
      if (prng.chance(0.5)) files.content.set(name, bytes.slice(0, at));
      else bytes[at] = (bytes[at] ?? 0) ^ (1 << prng.int(0, 7));
      await expect(opened(files), `${name} at ${at}`).rejects.toBeInstanceOf(DamagedError);
    }
  });

  it('is recognised where a file is gone', async () => {
    await keepImports(files, [first], savedAt);
    files.content.delete('first/1.arrow');
    await expect(opened(files)).rejects.toBeInstanceOf(DamagedError);
  });

  it('is left alone by the removal of leftovers', async () => {
    await keepImports(files, [first], savedAt);
    files.content.set('current.json', bytesOf('{'));
    const before = new Map(files.content);
    await removeLeftovers(files);
    expect(files.content).toEqual(before);
  });

  it('can be kept over', async () => {
    await keepImports(files, [first], savedAt);
    files.content.set('current.json', bytesOf('damaged'));
    await keepImports(files, [first, second], savedAt);
    expect(await opened(files)).toBe(await after(first, second));
  });
});

describe('a store of the first version', () => {
  const manifestOf = async () =>
    bytesOf(
      JSON.stringify({
        version: 1,
        savedAt,
        files: [],
        format: plainTables,
        facts: { wonOnly: false, reportTimeZone: 'UTC', stamp: 1_767_600_000_000, currencies: [] },
        isSample: false,
        tables: [{ table: 'lead', bytes: 3, sha256: await checksum(bytesOf('Ann')) }],
      }),
    );

  const write = async (): Promise<void> => {
    const manifest = await manifestOf();
    await files.write('generation/0.arrow', bytesOf('Ann'));
    await files.write('generation/manifest.json', manifest);
    await files.write(
      'current.json',
      bytesOf(JSON.stringify({ folder: 'generation', sha256: await checksum(manifest) })),
    );
  };

  it('is opened as one import, known when its files were made', async () => {
    await write();
    const found: unknown = JSON.parse(await opened(files));
    expect(found).toMatchObject({ id: 'generation', knownAt: 1_767_600_000_000, rows: [{ stream: 'Ann' }] });
  });

  it('takes an import in addition without its rows being written again', async () => {
    await write();
    const state = await readKept(files);
    if (state.kind !== 'kept') throw new Error('It was not opened.');
    await keepImports(files, [...state.imports, second], savedAt);
    expect([...files.content.keys()].filter((name) => name.startsWith('generation/'))).toEqual([
      'generation/0.arrow',
      'generation/manifest.json',
    ]);
    expect((await opened(files)).split('\n').length).toBe(2);
  });

  it('is recognised as damaged where its list or its rows have changed', async () => {
    await write();
    files.content.set('generation/manifest.json', bytesOf('{"version":1}'));
    await expect(opened(files)).rejects.toBeInstanceOf(DamagedError);
    await write();
    files.content.set('generation/0.arrow', bytesOf('Eve'));
    await expect(opened(files)).rejects.toBeInstanceOf(DamagedError);
  });
});

describe('kept data that nobody opens', () => {
  const day = 86_400_000;
  const now = Date.parse('2026-03-01T00:00:00Z');

  it('is asked for again after the days that were chosen, thirty where none were', () => {
    expect(staleDays({ openedAt: now - 30 * day, limitDays: 30 }, savedAt, now)).toBe(null);
    expect(staleDays({ openedAt: now - 31 * day, limitDays: 30 }, savedAt, now)).toBe(31);
    expect(staleDays({ openedAt: now - 31 * day, limitDays: 90 }, savedAt, now)).toBe(null);
    expect(staleDays(null, '2026-01-12T07:00:00.000Z', now)).toBe(47);
    expect(staleDays(null, '2026-02-12T07:00:00.000Z', now)).toBe(null);
  });

  it('keeps its note, and a note that was changed does not count', async () => {
    await keepImports(files, [first], savedAt);
    await noteOpened(files, { openedAt: now, limitDays: 7 });
    await removeLeftovers(files);
    expect(await readOpened(files)).toEqual({ openedAt: now, limitDays: 7 });
    const note = files.content.get('opened.json') ?? new Uint8Array();
    note[note.length - 3] = 0x31;
    expect(await readOpened(files)).toBe(null);
  });
});
