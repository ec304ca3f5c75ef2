import type { PollutedFile } from './polluted-files.ts';

/** What a reader made of a file. */
export interface Loaded {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const common = (a: readonly string[], b: readonly string[]): number => {
  const counts = new Map<string, number>();
  for (const value of a) counts.set(value, (counts.get(value) ?? 0) + 1);
  let shared = 0;
  for (const value of b) {
    const left = counts.get(value) ?? 0;
    if (left === 0) continue;
    counts.set(value, left - 1);
    shared += 1;
  }
  return shared;
};

/** Precision, recall and their harmonic mean, added up; 3 where nothing was expected. */
const agreement = (expected: readonly string[], found: readonly string[]): number => {
  if (expected.length === 0) return 3;
  const shared = common(expected, found);
  if (shared === 0) return 0;
  const precision = shared / expected.length;
  const recall = shared / found.length;
  return precision + recall + (2 * precision * recall) / (precision + recall);
};

/** How well one file was read, of 10: 1 for reading it at all, 3 each for its header, its records and its cells. */
export const scoreOf = (file: PollutedFile, loaded: Loaded | null): number => {
  if (loaded === null) return 0;
  const records = (rows: Loaded['rows']) => rows.map((cells) => cells.join('\u0001'));
  return (
    1 +
    agreement(file.header, loaded.header) +
    agreement(records(file.rows), records(loaded.rows)) +
    agreement(file.rows.flat(), loaded.rows.flat())
  );
};

/** The mean over files, each of which stands for as many: each alike, and by how many real files have its pollution. */
export const meanScores = (
  scores: readonly { readonly score: number; readonly share: number; readonly files: number }[],
): { readonly simple: number; readonly weighted: number } => {
  const files = scores.reduce((sum, entry) => sum + entry.files, 0);
  const shares = scores.reduce((sum, entry) => sum + entry.files * entry.share, 0);
  return {
    simple: scores.reduce((sum, entry) => sum + entry.files * entry.score, 0) / files,
    weighted: scores.reduce((sum, entry) => sum + entry.files * entry.score * entry.share, 0) / shares,
  };
};
