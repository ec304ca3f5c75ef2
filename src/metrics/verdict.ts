import type { Metric } from './metric.ts';

/**
 * What the statistics bear of a change or a difference.
 * - `signal`: beyond the usual variation, by a control chart or after correction for the number of cells looked at.
 * - `probably`: the 95 % interval of the difference leaves zero out, but no control chart and no correction confirms it.
 * - `cannotTell`: too few records, too wide an interval, or too young.
 * - `usual`: within normal variation.
 */
export type Verdict = 'signal' | 'probably' | 'cannotTell' | 'usual';

/** Which way a number went; `none` where it stood still or the way says nothing. */
export type Direction = 'up' | 'down' | 'none';

/** The short name of a verdict, beside a number. */
export const verdictLabels: Readonly<Record<Verdict, string>> = {
  signal: 'signal',
  probably: 'probably',
  cannotTell: 'cannot tell yet',
  usual: 'usual variation',
};

const rose = (direction: Direction): string =>
  direction === 'up' ? 'rose' : direction === 'down' ? 'fell' : 'moved';

const clauses: Readonly<Record<Verdict, (subject: string, direction: Direction) => string>> = {
  signal: (subject, direction) => `${subject} ${rose(direction)} beyond its usual variation.`,
  probably: (subject, direction) => `${subject} probably ${rose(direction)}; no other check confirms it yet.`,
  cannotTell: (subject) => `Whether ${subject} moved cannot be told yet.`,
  usual: (subject) => `${subject} stays within its usual variation.`,
};

const asSentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** The sentence that a verdict on a metric bears, never more. */
export const verdictSentence = (metric: Metric, verdict: Verdict, direction: Direction): string =>
  asSentence(clauses[verdict](metric.subject, direction));
