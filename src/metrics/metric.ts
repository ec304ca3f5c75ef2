/** The two joints of the pipe and the way through both. */
export type Joint = 'l2o' | 'o2d' | 'l2d';

/** What a number means. Charts, tables, sentences, the report and the evidence panel all take it from here. */
export interface Metric {
  readonly id: Joint;
  /** Name in a table head, such as "Leads become opportunities". */
  readonly label: string;
  /** The question it answers, for a person who does not know the acronym. */
  readonly question: string;
  /** What is counted below and above the line, in words. */
  readonly denominator: string;
  readonly numerator: string;
  /** Singular and plural of what is counted, for "k of n". */
  readonly unit: readonly [one: string, many: string];
  /** One sentence a sales lead would accept. */
  readonly definition: string;
  /** Who is left out, and why. */
  readonly leftOut: string;
}
