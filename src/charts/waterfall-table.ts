import { numberCell, type ChartTableData } from './chart-table.tsx';
import { waterfallSteps, type WaterfallDelta, type WaterfallEnd } from './waterfall-rows.ts';

/** The words of the table. */
export interface WaterfallWords {
  readonly row: string;
  readonly change: string;
  readonly value: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<WaterfallDelta['kind'], string>>;
}

/** What the table is made of. */
export interface WaterfallTableProps {
  readonly start: WaterfallEnd;
  readonly deltas: readonly WaterfallDelta[];
  readonly end: WaterfallEnd;
  readonly title: string;
  readonly words: WaterfallWords;
  readonly format: (value: number) => string;
  readonly formatDelta: (delta: number) => string;
}

/** Start, changes with the value each leads to, end. */
export function waterfallTable(props: WaterfallTableProps): ChartTableData {
  const { start, deltas, end, title, words, format, formatDelta } = props;
  const endRow = (key: string, { label, value }: WaterfallEnd) => ({
    key,
    label,
    cells: [null, numberCell(value, format), null],
  });
  return {
    caption: title,
    rowTitle: words.row,
    columns: [
      { label: words.change, isNumber: true },
      { label: words.value, isNumber: true },
      { label: words.kind, isNumber: false },
    ],
    rows: [
      endRow('start', start),
      ...waterfallSteps(start.value, deltas).map(({ key, label, value, to, kind }) => ({
        key: `delta ${key}`,
        label,
        cells: [numberCell(value, formatDelta), numberCell(to, format), words.kinds[kind]],
      })),
      endRow('end', end),
    ],
  };
}
