import type { BulletInput } from './bullet-frame.ts';
import { numberCell, type ChartTableData } from './chart-table.tsx';

/** The words of the table and of the interval. */
export interface BulletWords {
  readonly row: string;
  readonly value: string;
  readonly low: string;
  readonly high: string;
  /** Stands under the bar and says the interval's level and ends. */
  readonly interval: string;
}

/** A stacked bar against a target, with the interval of the whole. */
export interface BulletProps extends BulletInput {
  readonly title: string;
  readonly summary: string;
  readonly words: BulletWords;
}

/** The parts, the target and the interval's ends as rows and columns. */
export function bulletTable({ parts, interval, target, title, words, format }: BulletProps): ChartTableData {
  const all = parts.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return {
    caption: title,
    rowTitle: words.row,
    columns: [words.value, words.low, words.high].map((label) => ({ label, isNumber: true })),
    rows: [
      ...parts.map(({ key, label, value }) => ({
        key: `part ${key}`,
        label,
        cells: [numberCell(value, format), null, null],
      })),
      ...(interval
        ? [
            {
              key: 'interval',
              label: words.interval,
              cells: [
                numberCell(all, format),
                numberCell(interval.low, format),
                numberCell(interval.high, format),
              ],
            },
          ]
        : []),
      ...(target
        ? [{ key: 'target', label: target.label, cells: [numberCell(target.value, format), null, null] }]
        : []),
    ],
  };
}
