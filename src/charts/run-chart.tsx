import { ChartFrame } from './chart-frame.tsx';
import { twinTable } from './chart-table.tsx';
import { ControlDrawing } from './control-drawing.tsx';
import { edgeWords } from './control-edge.ts';
import { controlFrame } from './control-frame.ts';
import { controlTable } from './control-table.ts';
import { controlWords, type ControlWords } from './control-words.ts';
import { noteWords } from './note-marks.tsx';
import type { PeriodPoint, TargetLine } from './period-point.ts';
import { useWidth } from './use-width.ts';

/** One row of periods of a count or an amount of money. */
export interface RunChartProps {
  readonly points: readonly PeriodPoint[];
  readonly pointsTitle: string;
  readonly target: TargetLine | null;
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

/** An XmR chart (Wheeler): single values, limits as straight lines that may rise or fall, and the target as a line. */
export function RunChart(props: RunChartProps) {
  const { points, pointsTitle, target, title, summary, emptyText, format, formatSeen } = props;
  const { formatTick = format, words = controlWords } = props;
  const [ref, width] = useWidth();
  const panels = [{ title: pointsTitle, points }];
  const edge = edgeWords(panels, format, target);
  const frame = controlFrame({ panels, target, edgeWords: edge, seenWord: words.seen, formatTick }, width);
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
        limitShape="straight"
        target={target}
        words={words}
        emptyText={emptyText}
        format={format}
        formatTick={formatTick}
        formatSeen={formatSeen}
      />
    </ChartFrame>
  );
}
