/** The two joints of the pipe and the way through both. */
export type Joint = 'l2o' | 'o2d' | 'l2d';

/** What a value is measured in. `share` is 0 to 1, `money` integer minor units, `minutes` business minutes unless the definition says otherwise. */
export type Measure = 'share' | 'ratio' | 'count' | 'money' | 'moneyPerDay' | 'days' | 'minutes';

/** What a number means. Charts, tables, sentences, the report and the evidence panel all take it from here. */
export interface Metric {
  readonly id: string;
  /** Name in a table head, such as "Leads become opportunities". */
  readonly label: string;
  /** The question it answers, for a person who does not know the acronym. */
  readonly question: string;
  /** One sentence a sales lead would accept. */
  readonly definition: string;
  /** Who is left out, and why. */
  readonly leftOut: string;
  readonly measure: Measure;
  /** Which way is good; `neither` for what only describes. */
  readonly better: 'higher' | 'lower' | 'neither';
  /** Its name in the middle of a sentence, such as "the share of leads that become opportunities". */
  readonly subject: string;
}

/** A share of records that get from one stage to another. */
export interface ConversionMetric extends Metric {
  readonly id: Joint;
  readonly measure: 'share';
  /** What is counted below and above the line, in words. */
  readonly denominator: string;
  readonly numerator: string;
  /** Singular and plural of what is counted, for "k of n". */
  readonly unit: readonly [one: string, many: string];
}
