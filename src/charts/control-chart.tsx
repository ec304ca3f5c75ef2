import { ChartFrame } from './chart-frame.tsx';
import { twinTable } from './chart-table.tsx';
import { ControlDrawing } from './control-drawing.tsx';
import { edgeWords } from './control-edge.ts';
import { controlFrame } from './control-frame.ts';
import { controlTable } from './control-table.ts';
import { controlWords, type ControlWords } from './control-words.ts';
import { noteWords } from './note-marks.tsx';
import type { PeriodPoint } from './period-point.ts';
import { useWidth } from './use-width.ts';

/** Months and weeks of one measure. */
export interface ControlChartProps {
  readonly months: readonly PeriodPoint[];
  readonly weeks: readonly PeriodPoint[];
  readonly monthsTitle: string;
  readonly weeksTitle: string;
  readonly title: string;
  readonly summary: string;
  /** Stands in the middle where there is not one value. */
  readonly emptyText: string;
  readonly format: (value: number) => string;
  /** For the axis; the distance between two ticks says how many decimals are needed. Defaults to `format`. */
  readonly formatTick?: (value: number, step: number) => string;
  readonly formatSeen: (share: number) => string;
  readonly words?: ControlWords;
}

/**
 * A 6-12 chart: twelve months and six weeks on one value axis with a gap between. Matured periods are solid, young
 * ones are dashed rings on the band of where they are heading, so that a young period never looks like a fall.
 */
export function ControlChart(props: ControlChartProps) {
  const { months, weeks, monthsTitle, weeksTitle, title, summary, emptyText, format, formatSeen } = props;
  const { formatTick = format, words = controlWords } = props;
  const [ref, width] = useWidth();
  const panels = [
    { title: monthsTitle, points: months },
    { title: weeksTitle, points: weeks },
  ];
  const edge = edgeWords(panels, format, null);
  const frame = controlFrame(
    { panels, target: null, edgeWords: edge, seenWord: words.seen, formatTick },
    width,
  );
  return (
    <ChartFrame
      title={title}
      summary={summary}
      remarks={noteWords(panels, words.notes)}
      chartRef={ref}
      table={twinTable(controlTable(title, panels, words, format, formatSeen))}
    >
      <ControlDrawing
        frame={frame}
        limitShape="stepped"
        target={null}
        words={words}
        emptyText={emptyText}
        format={format}
        formatTick={formatTick}
        formatSeen={formatSeen}
      />
    </ChartFrame>
  );
}
