import { ImportError } from './ledger.ts';

const mostRepeated = 5_000_000;
const tags = /<(?:[\w.-]+:)?table-(?:row|cell)\b[^>]*>/g;
const rowsRepeated = /number-rows-repeated\s*=\s*["'](\d+)/;
const columnsRepeated = /number-columns-repeated\s*=\s*["'](\d+)/;

const timesOf = (tag: string, pattern: RegExp): number => Number(pattern.exec(tag)?.[1] ?? 1);

/** Refuses an OpenDocument sheet whose filled cells are said to be repeated more often than any table has cells. */
export const refuseRepetition = (name: string, sheet: Uint8Array): void => {
  let rows = 1;
  let cells = 0;
  for (const [tag] of new TextDecoder().decode(sheet).matchAll(tags)) {
    if (tag.includes('table-row')) rows = timesOf(tag, rowsRepeated);
    else if (!tag.endsWith('/>')) cells += rows * timesOf(tag, columnsRepeated);
    else if (rows > 1 && tag.includes('string-value')) cells += rows;
    if (cells > mostRepeated)
      throw new ImportError(
        name,
        `${name} repeats its cells more than ${mostRepeated} times and was refused. Save the sheet as CSV and drop that file.`,
      );
  }
};
