/**
 * Something about a column that its cells do not tell and a person must. Until then its open cells stay empty, and a
 * record that needs one is set aside.
 */
export interface Question {
  /** `dates`: which of two numbers is the day; `decimals`: whether 1.234 is more than a thousand. */
  readonly asks: 'dates' | 'decimals';
  readonly format: string;
  readonly table: string;
  /** The column as the format calls it: the answer is filed under this name. */
  readonly column: string;
  /** The column as the files write it. */
  readonly written: string;
  readonly files: readonly string[];
  readonly example: string;
  /** Cells that wait for the answer. */
  readonly cells: number;
  readonly evidence: string;
}
