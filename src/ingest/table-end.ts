import { filledCells } from './blank-cells.ts';
import type { ReadRecord } from './read-record.ts';

/** What became of the records below the last row: none of a footer's is data, and none behind a cut was whole. */
export type EndFate = 'footer' | 'truncated' | 'ordinary';

const longestFooter = 12;
/** Fewer columns than this, and a note cannot be told from a row. */
export const fewestColumns = 3;

const firstCell = ({ cells }: ReadRecord): string => cells?.[0]?.trim() ?? '';
const isEmpty = ({ cells }: ReadRecord): boolean => cells !== null && filledCells(cells) === 0;

/** Whether a record has one filled cell, the first: a note, or what is left of a row. */
export const isNote = ({ cells }: ReadRecord, width: number): boolean => {
  if (cells === null || (cells.length >= width && width < fewestColumns)) return false;
  for (let column = 1; column < cells.length; column += 1) if (cells[column]?.trim() !== '') return false;
  return cells[0]?.trim() !== '';
};

/** Where the lines of a report's footer begin: those from the first that says whose report it is, or behind a blank line. */
const footerStart = (below: readonly ReadRecord[], width: number, words: readonly string[]): number => {
  const notes = below.findLastIndex((record) => !isEmpty(record) && !isNote(record, width)) + 1;
  const rest = below.slice(notes);
  if (rest.some((record) => words.some((word) => firstCell(record).startsWith(word)))) return notes;
  const gap = rest.findIndex(isEmpty);
  const behind = gap < 0 ? [] : rest.slice(gap);
  const hasSentence = behind.some((record) => firstCell(record).includes(' '));
  return hasSentence && behind.length <= longestFooter ? notes + gap : below.length;
};

/**
 * What became of each record that stands behind the last row. A file that ends without a line end, within a quoted cell
 * or before its last column, was cut off there; the lines of that record cannot be told from one another.
 */
export const endFates = (
  below: readonly ReadRecord[],
  width: number,
  words: readonly string[],
): readonly EndFate[] => {
  const footer = footerStart(below, width, words);
  const last = below.at(-1);
  const unclosed = below.findIndex(({ trouble }) => trouble === 'QUOTE_UNCLOSED');
  const isCut =
    last?.isOpen === true && (last.cells === null || last.cells.length < width) && footer === below.length;
  const cut = !isCut ? below.length : unclosed >= 0 ? unclosed : below.length - 1;
  return below.map((_, index) => (index >= footer ? 'footer' : index >= cut ? 'truncated' : 'ordinary'));
};
