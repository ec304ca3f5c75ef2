import { headerKey } from '../crm/header-key.ts';
import { usualDialect, type Dialect } from './dialect.ts';

/** The columns behind the original ones in a file of records set aside. They never count as data when it is dropped again. */
export const setAsideColumns = {
  reason: 'Set aside: reason',
  code: 'Set aside: code',
  column: 'Set aside: column',
  file: 'Set aside: file',
  line: 'Set aside: line',
  bytes: 'Set aside: bytes',
  text: 'Set aside: record as written',
  decisive: 'Set aside: dates and numbers are written as in',
} as const;

/** A column of our own. */
export type SetAsideColumn = keyof typeof setAsideColumns;

const byKey: ReadonlyMap<string, SetAsideColumn> = new Map(
  (Object.keys(setAsideColumns) as SetAsideColumn[]).map((name) => [headerKey(setAsideColumns[name]), name]),
);

/** Which of our own columns a header names; undefined for any other. */
export const setAsideColumn = (header: string): SetAsideColumn | undefined => byKey.get(headerKey(header));

const neighbours = new RegExp(
  `(^|[,;\\t|])"?${setAsideColumns.reason}"?([,;\\t|])"?${setAsideColumns.code}"?`,
);

/**
 * The dialect of a file of records set aside, also when a spreadsheet saved it with another delimiter: what was set
 * aside is full of stray marks, and nothing is guessed from it. Null for any other text.
 */
export const setAsideDialect = (head: string): Dialect | null => {
  const delimiter = neighbours.exec(head)?.[2];
  if (delimiter === undefined) return null;
  return { ...usualDialect, delimiter, lineEnd: head.includes('\n') || !head.includes('\r') ? 'lf' : 'cr' };
};
