import Papa from 'papaparse';
import type { Dialect } from './dialect.ts';

/** Papa's splitter without the streams around it, which keep the rows of earlier calls alive and double the time. */
const { Parser } = Papa as unknown as {
  readonly Parser: new (config: Papa.ParseConfig) => {
    readonly parse: (text: string, from: number, ignoreLastRow: boolean) => { readonly data: string[][] };
  };
};

const mark = '\ufeff';

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
  const body = text.startsWith(mark) ? text.slice(1) : text;
  const { delimiter, quote, escape } = dialect;
  const parser = new Parser({
    delimiter,
    newline,
    quoteChar: quote,
    escapeChar: escape === 'double' ? quote : '\\',
  });
  const { data } = parser.parse(needsEnd ? body + newline : body, 0, false);
  return needsEnd ? data.slice(0, -1) : data;
};
