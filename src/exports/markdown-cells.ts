import type { Rate } from '../domain/rate.ts';

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

/** A rate with its counts and its interval; without a rate the counts alone. */
export const rateCell = ({ k, n, rate, low, high }: Rate): string =>
  rate === null || low === null || high === null
    ? `– (${k} of ${n})`
    : `${percent(rate)} (${k} of ${n}; ${percent(low)} to ${percent(high)})`;

/** Text of a file is data: what Markdown would read as a table or a tag is written as itself. */
export const plain = (text: string): string =>
  text.replace(/[\\|<>`*_[\]]/g, String.raw`\$&`).replace(/\s+/g, ' ');

/** One row of a table. */
export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/**
 * Text as Markdown shows it unchanged, in a chat as well: no table, tag, heading, list, link, entity or call of somebody's
 * name can be made of it.
 */
export const safeText = (text: string): string =>
  plain(text)
    .replaceAll(/[&~@#!]/g, String.raw`\$&`)
    .replaceAll('://', String.raw`\://`)
    .replaceAll(/www\./gi, (word) => `${word.slice(0, -1)}\\.`)
    .replace(/^\s*(\d+(?=[.)] )|(?=[-+] ))(.)/, String.raw`$1\$2`);
