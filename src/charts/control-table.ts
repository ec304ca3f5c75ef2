import { numberCell, type ChartTableData } from './chart-table.tsx';
import type { ControlWords } from './control-words.ts';
import type { PeriodPanel } from './period-point.ts';

/** The periods of all panels as rows, every number the chart draws among them. */
export function controlTable(
  caption: string,
  panels: readonly PeriodPanel[],
  words: ControlWords,
  format: (value: number) => string,
  formatSeen: (share: number) => string,
): ChartTableData {
  const numbers = ['value', 'low', 'high', 'lower', 'upper', 'lastYear'] as const;
  return {
    caption,
    rowTitle: words.period,
    columns: [
      ...numbers.map((number) => ({ label: words[number], isNumber: true })),
      { label: words.seen, isNumber: true },
      { label: words.state, isNumber: false },
      { label: words.signal, isNumber: false },
      { label: words.notes, isNumber: false },
    ],
    rows: panels.flatMap(({ points }, panel) =>
      points.map((point, index) => ({
        key: `${panel}:${index}`,
        label: point.label,
        cells: [
          ...numbers.map((number) => numberCell(point[number], format)),
          numberCell(point.seen, formatSeen),
          words.states[point.state],
          point.signal && words.signals[point.signal],
          point.notes.length === 0
            ? null
            : point.notes.map(({ number, text }) => `${number}: ${text}`).join('; '),
        ],
      })),
    ),
  };
}
