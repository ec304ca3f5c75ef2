import Papa from 'papaparse';
import type { Dialect } from './record-scanner.ts';

/**
 * Splits decoded text into rows of cells. Every record ends with `newline`; the last one may lack it. The parser takes
 * spaces behind a closing mark for part of the cell where the text ends, so such text is given its last line end.
 */
export const splitRecords = (
  text: string,
  dialect: Dialect,
  newline: '\n' | '\r\n' | '\r',
): readonly (readonly string[])[] => {
  const needsEnd = text.endsWith(' ');
  const { data } = Papa.parse<string[]>(needsEnd ? text + newline : text, {
    delimiter: dialect.delimiter,
    newline,
    quoteChar: '"',
    header: false,
    skipEmptyLines: false,
  });
  return needsEnd ? data.slice(0, -1) : data;
};
