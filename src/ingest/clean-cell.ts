const number =
  /^[-+\u2212]?[$€£]?\s?\d{1,3}(?:[ .,'\u00a0\u202f]\d{3})*(?:[.,]\d+)?\s?[%€$£]?$|^[-+\u2212]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?\s?%?$/u;
const moment =
  /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:[AaPp][Mm])?\s?(?:Z|UTC|[+-]\d{2}:?\d{2})?)?$/u;
const time = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:[AaPp][Mm])?$/u;
const address = /^[^\s@"'`]+@[^\s@"'`]+\.[^\s@"'`]+$|^(?:https?:\/\/|www\.)[^\s"]+$/u;
const words = /^[\p{L}\p{N}(#&][^"\t|;]*$/u;
const longest = 1000;

/**
 * Whether a cell looks like one whole value: empty, a number, a moment, an address, or words without stray marks.
 * Under a wrong delimiter cells hold remains of their neighbours and fail. Every pattern is linear; a very long cell counts as words.
 */
export const isCleanCell = (cell: string): boolean => {
  if (cell === '') return true;
  if (cell.length > longest) return !cell.includes('"');
  if (cell !== cell.trim()) return false;
  return number.test(cell) || moment.test(cell) || time.test(cell) || address.test(cell) || words.test(cell);
};
