import { niceScale, type NiceScale } from './nice-ticks.ts';
import { measuredPoints, type MeasuredPoint } from './quadrant-point.ts';
import type { QuadrantProps } from './quadrant-props.ts';
import { textWidth } from './text-size.ts';

/** Sizes, scales and margins of a quadrant at one width. */
export interface QuadrantFrame {
  readonly width: number;
  readonly height: number;
  readonly isNarrow: boolean;
  readonly points: readonly MeasuredPoint[];
  readonly x: NiceScale;
  readonly y: NiceScale;
  readonly yAxisWidth: number;
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}

/** Room above the plot: the axis title, then the average's name. */
export const TOP_ROOM = 42;
/** Room under the plot: the ticks. */
export const X_AXIS_HEIGHT = 24;
const TITLE_ROOM = 24;
const AXIS_WORD = { size: 13.5 };

/** Draws up the frame: the scales hold every rate and every settled interval; longer intervals run off the edge. */
export function quadrantFrame(props: QuadrantProps, width: number): QuadrantFrame {
  const isNarrow = width < 500;
  const points = measuredPoints(props.points);
  const { xAverage, yAverage, isoLines, formatPercent, formatTick = formatPercent } = props;
  const x = niceScale(largest(points, 'x', xAverage), isNarrow ? 3 : 5);
  const y = niceScale(largest(points, 'y', yAverage), 5);
  const isoRoom = Math.max(0, ...isoLines.map(({ label }) => textWidth(label, AXIS_WORD)));
  const tickRoom = Math.max(...y.ticks.map((tick) => textWidth(formatTick(tick), AXIS_WORD)));
  return {
    width,
    height: isNarrow ? clamp(width * 1.32, 360, 500) : clamp(width * 0.74, 420, 580),
    isNarrow,
    points,
    x,
    y,
    yAxisWidth: Math.ceil(tickRoom) + 10,
    margin: { top: TOP_ROOM, right: Math.ceil(isoRoom) + 16, bottom: TITLE_ROOM, left: 0 },
  };
}

function largest(points: readonly MeasuredPoint[], axis: 'x' | 'y', average: number | null): number {
  return Math.max(
    (average ?? 0) * 1.2,
    ...points.map((point) => {
      const { rate, high } = point[axis];
      return Math.max(
        rate * 1.14,
        (point.before?.[axis] ?? 0) * 1.05,
        point.settled || point.accent ? (high ?? 0) * 1.02 : 0,
      );
    }),
  );
}

function clamp(value: number, low: number, high: number): number {
  return Math.round(Math.min(high, Math.max(low, value)));
}
