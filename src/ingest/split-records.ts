import Papa from 'papaparse';
import type { Dialect } from './record-scanner.ts';

/** Splits decoded text into rows of cells. Every record ends with `newline`; the last one may lack it. */
export const splitRecords = (
  text: string,
  dialect: Dialect,
  newline: '\n' | '\r\n' | '\r',
): readonly (readonly string[])[] =>
  Papa.parse<string[]>(text, {
    delimiter: dialect.delimiter,
    newline,
    quoteChar: '"',
    header: false,
    skipEmptyLines: false,
  }).data;
