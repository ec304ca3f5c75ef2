import { headerKey } from '../crm/header-key.ts';

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
