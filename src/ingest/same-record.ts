import type { ColumnData } from './column-data.ts';
import { isMissing } from './column-data.ts';
import { RecordIndex } from './record-index.ts';
import { cellOf, sameContent, type Content } from './same-content.ts';

type TextColumn = Extract<ColumnData, { kind: 'text' }>;

/** The records of one file, as far as telling repeated ones needs it. */
export interface RecordsOfFile {
  /** The columns that name a record; none: its records have no name and nothing is repeated. */
  readonly keys: readonly TextColumn[];
  readonly content: Content;
  readonly rows: number;
  /** 1 for the rows that can be loaded; those of repeated records are set to 0. */
  readonly keep: Uint8Array;
  /** When the file was written, in milliseconds; null where nothing says so. */
  readonly stamp: number | null;
}

/** A record of the same name as another: said again, or with other content. */
export interface Repeated {
  readonly file: number;
  readonly row: number;
  readonly isConflict: boolean;
}

interface Place {
  readonly file: number;
  readonly row: number;
}

const filled = ({ content }: RecordsOfFile, row: number): number => {
  let count = 0;
  for (const column of content.values()) if (!isMissing(column, row)) count += 1;
  return count;
};

const contentOrder = (a: Content, rowA: number, b: Content, rowB: number): number => {
  for (const [name, column] of a) {
    const other = b.get(name);
    if (other === undefined) continue;
    const left = String(cellOf(column, rowA) ?? '');
    const right = String(cellOf(other, rowB) ?? '');
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
};

/** Parts of one export are written within hours; a file that is older than that is an earlier export. */
const sameExportMs = 20 * 3_600_000;

/**
 * Settles the records that several rows of a kind of file name. One of them stays: that of the newer export; within an
 * export the one with most filled cells, then what is said most often, then the first in the order of contents, so that
 * neither the order of rows nor of files decides. Rows that say the same as it are duplicates, the others conflicts.
 */
export const repeatedRecords = (files: readonly RecordsOfFile[]): readonly Repeated[] => {
  const index = new RecordIndex();
  const rows: Place[] = [];
  const firsts = new Map<number, Map<number, number[]>>();
  for (const [file, { keys, rows: length, keep }] of files.entries()) {
    index.addPart(keys);
    if (keys.length === 0) continue;
    for (let row = 0; row < length; row += 1) {
      if (keep[row] !== 1 || keys.every((key) => key.missing[row] === 1)) continue;
      const seen = index.add(file, row);
      if (seen === null) continue;
      const ofFile = firsts.get(seen.part) ?? new Map<number, number[]>();
      firsts.set(seen.part, ofFile);
      const members = ofFile.get(seen.row) ?? [];
      ofFile.set(seen.row, members);
      members.push(rows.push({ file, row }) - 1);
    }
  }
  const repeated: Repeated[] = [];
  for (const [file, ofFile] of firsts)
    for (const [row, members] of ofFile)
      repeated.push(
        ...settled(
          files,
          { file, row },
          members.flatMap((member) => rows[member] ?? []),
        ),
      );
  return repeated;
};

const settled = (
  files: readonly RecordsOfFile[],
  first: Place,
  others: readonly Place[],
): readonly Repeated[] => {
  const contentOf = ({ file }: Place): Content => files[file]?.content ?? new Map();
  const says = (a: Place, b: Place): boolean => sameContent(contentOf(a), a.row, contentOf(b), b.row);
  const all = [first, ...others];
  const better = (a: Place, b: Place): boolean => {
    const [fileA, fileB] = [files[a.file], files[b.file]];
    if (fileA === undefined || fileB === undefined) return false;
    const later = (fileA.stamp ?? 0) - (fileB.stamp ?? 0);
    if (fileA.stamp !== null && fileB.stamp !== null && Math.abs(later) > sameExportMs) return later > 0;
    const fuller = filled(fileA, a.row) - filled(fileB, b.row);
    if (fuller !== 0) return fuller > 0;
    const saidMore =
      all.filter((other) => says(other, a)).length - all.filter((other) => says(other, b)).length;
    if (saidMore !== 0) return saidMore > 0;
    return contentOrder(contentOf(a), a.row, contentOf(b), b.row) < 0;
  };
  const isAgreed = others.every((other) => says(first, other));
  const stays = isAgreed
    ? first
    : others.reduce((best, other) => (better(other, best) ? other : best), first);
  return all.flatMap((place) => {
    if (place === stays) return [];
    files[place.file]?.keep.fill(0, place.row, place.row + 1);
    return { ...place, isConflict: !says(stays, place) };
  });
};
