import { useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { ChartTools, chartToolWords, type ChartToolWords } from './chart-tools.tsx';

/** What a chart says to those who do not see it, and its table. */
export interface ChartFrameProps {
  readonly title: string;
  readonly summary: string;
  /** Said after the summary; it does not go with a drawing that is saved. */
  readonly remarks?: string | null;
  /** A chart with buttons in it is a group, not one image. */
  readonly interactive?: boolean;
  /** The same numbers as a real table, behind a button. */
  readonly table?: ReactNode;
  readonly words?: ChartToolWords;
  /** The element whose width the chart is drawn for. */
  readonly chartRef?: RefObject<HTMLDivElement | null>;
  readonly children: ReactNode;
}

/** A figure with a name and a summary, its table on request, and ways to save its drawing. */
export function ChartFrame(props: ChartFrameProps) {
  const {
    title,
    summary,
    remarks = null,
    interactive = false,
    table,
    chartRef,
    words = chartToolWords,
    children,
  } = props;
  const id = useId();
  const ownRef = useRef<HTMLDivElement>(null);
  const ref = chartRef ?? ownRef;
  const [isTableShown, setTableShown] = useState(false);
  return (
    <figure className="figure">
      <figcaption className="visually-hidden">
        <span id={`${id}-title`}>{title}</span>.{' '}
        <span id={`${id}-summary`}>
          {summary}
          {remarks !== null && `. ${remarks}`}
        </span>
      </figcaption>
      <div
        ref={ref}
        className="chart"
        role={interactive ? 'group' : 'img'}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-summary`}
      >
        {children}
      </div>
      <ChartTools
        title={title}
        summary={summary}
        titleId={`${id}-title`}
        chart={ref}
        words={words}
        table={table == null ? null : { id: `${id}-table`, isShown: isTableShown }}
        onToggleTable={() => setTableShown(!isTableShown)}
      />
      {table != null && (
        <div id={`${id}-table`} hidden={!isTableShown}>
          {table}
        </div>
      )}
    </figure>
  );
}
