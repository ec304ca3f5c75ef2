/** What separates cells and records, and what protects them. */
export interface Dialect {
  /** One character, or a character and the space written after it. */
  readonly delimiter: string;
  readonly quote: '"' | "'";
  /** How a quotation mark is written inside a quoted cell: twice, or behind a backslash. */
  readonly escape: 'double' | 'backslash';
  /** Old Macintosh files end their lines with CR alone. */
  readonly lineEnd: 'lf' | 'cr';
}

/** What most programs write. */
export const usualDialect: Dialect = { delimiter: ',', quote: '"', escape: 'double', lineEnd: 'lf' };
