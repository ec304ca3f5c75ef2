import { useState, type RefObject } from 'react';
import type { ChartFileKind } from './save-chart.ts';

/** What the buttons under a chart say. */
export interface ChartToolWords {
  readonly showTable: string;
  readonly hideTable: string;
  readonly saveSvg: string;
  readonly savePng: string;
  readonly notSaved: string;
}

/** The words where the caller has none of its own. */
export const chartToolWords: ChartToolWords = {
  showTable: 'Show as table',
  hideTable: 'Hide the table',
  saveSvg: 'Save as SVG',
  savePng: 'Save as PNG',
  notSaved: 'The picture could not be saved.',
};

interface ChartToolsProps {
  readonly title: string;
  readonly summary: string;
  /** The element that holds the title; the buttons of several charts differ by it. */
  readonly titleId: string;
  readonly chart: RefObject<HTMLDivElement | null>;
  readonly words: ChartToolWords;
  /** The id of the table twin, and whether it is shown; null where there is none. */
  readonly table: { readonly id: string; readonly isShown: boolean } | null;
  readonly onToggleTable: () => void;
}

/** The buttons under a chart. Those that save it are seen when the chart is pointed at or has the focus. */
export function ChartTools({ title, summary, titleId, chart, words, table, onToggleTable }: ChartToolsProps) {
  const [hasFailed, setFailed] = useState(false);
  const save = async (kind: ChartFileKind) => {
    setFailed(false);
    try {
      const { saveChart } = await import('./save-chart.ts');
      if (chart.current) await saveChart(chart.current, kind, title, summary);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className="chart-tools">
      {table && (
        <button
          type="button"
          className="button-link chart-toggle"
          aria-describedby={titleId}
          aria-expanded={table.isShown}
          aria-controls={table.id}
          onClick={onToggleTable}
        >
          {table.isShown ? words.hideTable : words.showTable}
        </button>
      )}
      {(['svg', 'png'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className="button-link chart-save"
          aria-describedby={titleId}
          onClick={() => {
            void save(kind);
          }}
        >
          {kind === 'svg' ? words.saveSvg : words.savePng}
        </button>
      ))}
      {hasFailed && (
        <span role="alert" className="note">
          {words.notSaved}
        </span>
      )}
    </div>
  );
}
