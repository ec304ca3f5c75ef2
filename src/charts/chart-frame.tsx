import { useId, useState, type ReactNode, type Ref } from 'react';

/** What a chart says to those who do not see it, and its table. */
export interface ChartFrameProps {
  readonly title: string;
  readonly summary: string;
  /** A chart with buttons in it is a group, not one image. */
  readonly interactive?: boolean;
  /** The same numbers as a real table, behind a button. */
  readonly table?: ReactNode;
  readonly showTableLabel?: string;
  readonly hideTableLabel?: string;
  /** The element whose width the chart is drawn for. */
  readonly chartRef?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

/** A figure with a name, a summary and, on request, its table. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, summary, interactive = false, table, chartRef, children } = props;
  const { showTableLabel = 'Show as table', hideTableLabel = 'Hide the table' } = props;
  const id = useId();
  const [isTableShown, setTableShown] = useState(false);
  return (
    <figure className="figure">
      <figcaption className="visually-hidden">
        <span id={`${id}-title`}>{title}</span>. <span id={`${id}-summary`}>{summary}</span>
      </figcaption>
      <div
        ref={chartRef}
        className="chart"
        role={interactive ? 'group' : 'img'}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-summary`}
      >
        {children}
      </div>
      {table != null && (
        <button
          type="button"
          className="button-link chart-toggle"
          aria-expanded={isTableShown}
          aria-controls={`${id}-table`}
          onClick={() => setTableShown(!isTableShown)}
        >
          {isTableShown ? hideTableLabel : showTableLabel}
        </button>
      )}
      {table != null && (
        <div id={`${id}-table`} hidden={!isTableShown}>
          {table}
        </div>
      )}
    </figure>
  );
}
