import { describe, expect, it } from 'vitest';
import { pollutedFiles, type PollutedFile } from '../support/polluted-files.ts';
import { meanScores, scoreOf } from '../support/pollution-score.ts';
import { inspectText } from '../support/inspect-text.ts';

/** `FULL=1` reads all 2,290 files; else up to thirty of each family stand for the others. */
const perFamily = process.env['FULL'] === '1' ? Number.POSITIVE_INFINITY : 30;

interface Sampled {
  readonly file: PollutedFile;
  readonly files: number;
}

const sampled = (all: readonly PollutedFile[]): readonly Sampled[] => {
  const families = new Map<string, PollutedFile[]>();
  for (const file of all) families.set(file.family, [...(families.get(file.family) ?? []), file]);
  return [...families.values()].flatMap((family) => {
    const step = Math.ceil(family.length / perFamily);
    const chosen = family.filter((_, index) => index % Math.max(1, step) === 0);
    return chosen.map((file) => ({ file, files: family.length / chosen.length }));
  });
};

const all = pollutedFiles();

describe('files polluted in every way that real files are', () => {
  it('are 2,290, no two alike but the clean one and its own kind of line end', () => {
    expect(all).toHaveLength(2290);
    expect(new Set(all.map(({ text }) => text)).size).toBeGreaterThan(2200);
  });

  it('score 10 only where all is read as it was written', () => {
    const [clean] = all;
    if (clean === undefined) throw new Error('No files.');
    expect(scoreOf(clean, clean)).toBe(10);
    expect(scoreOf(clean, null)).toBe(0);
    expect(scoreOf(clean, { header: clean.header, rows: clean.rows.slice(1) })).toBeLessThan(9.97);
    expect(scoreOf(clean, { header: [], rows: [] })).toBe(1);
  });

  it(
    'are read better than any reader published, told nothing: at least 9.96 each alike, 9.90 by their share',
    { timeout: 3_600_000 },
    async () => {
      const scores: { score: number; share: number; files: number }[] = [];
      for (const { file, files } of sampled(all)) {
        const read = await inspectText(file.text);
        const what = `${file.family}, ${file.name}`;
        expect(read.records, what).toBe(read.loaded + read.setAside + read.notData);
        const expected = new Set(file.rows.map((cells) => cells.join('\u0001')));
        const strange = read.rows.filter((cells) => !expected.has(cells.join('\u0001')));
        expect(strange, what).toEqual([]);
        scores.push({ score: scoreOf(file, read), share: file.share, files });
      }
      const { simple, weighted } = meanScores(scores);
      expect(simple).toBeGreaterThanOrEqual(9.96);
      expect(weighted).toBeGreaterThanOrEqual(9.9);
    },
  );
});
