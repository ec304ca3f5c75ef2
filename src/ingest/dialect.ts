/** What separates cells and records, and what protects them. */
export interface Dialect {
  /** One character, or a character and the space written after it. */
  readonly delimiter: string;
  readonly quote: '"' | "'";
  /** How a quotation mark is written inside a quoted cell: twice, or behind a backslash. */
  readonly escape: 'double' | 'backslash';
  /** LF, with or without a CR before it; CR alone, as on old Macintoshes; or any of them, where files were joined. */
  readonly lineEnd: 'lf' | 'cr' | 'any';
}

/** What most programs write. */
export const usualDialect: Dialect = { delimiter: ',', quote: '"', escape: 'double', lineEnd: 'lf' };
