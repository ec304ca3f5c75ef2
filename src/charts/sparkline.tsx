import { linePath } from './line-path.ts';
import { chainsOf } from './runs.ts';
import { SPARK_HEIGHT, SPARK_WIDTH, sparkPoints, type SparkPoint } from './sparkline-points.ts';
import { trianglePath } from './triangle-path.ts';

/** Eight to twelve values in a cell of a table. */
export interface SparklineProps {
  readonly values: readonly (number | null)[];
  /** Said to those who do not see it: what it is of, and from what to what it went. */
  readonly label: string;
  /** The index from which on periods are not yet mature. */
  readonly youngFrom?: number;
  /** The index of a signal and its direction. */
  readonly signal?: { readonly index: number; readonly direction: 'up' | 'down' } | null;
  /** The indexes of periods in which something was decided or noted; a dashed line through each. */
  readonly marksAt?: readonly number[];
}

const noMarks: readonly number[] = [];

/** A small line without axes: last value a dot, a young one a ring, a signal a triangle. */
export function Sparkline({
  values,
  label,
  youngFrom = Infinity,
  signal = null,
  marksAt = noMarks,
}: SparklineProps) {
  const points = sparkPoints(values);
  const joins = chainsOf(points, (point, before) => point.index === before.index + 1).flatMap((chain) =>
    chain.slice(1).map((to, at) => ({ from: chain[at] ?? to, to }) as const),
  );
  const named = { role: 'img', 'aria-label': label };
  const last = points.at(-1);
  const marked = signal && points.find(({ index }) => index === signal.index);
  const lines = marksAt.flatMap((index) => xAt(index, values.length) ?? []);
  return (
    <svg
      className="sparkline"
      width={SPARK_WIDTH}
      height={SPARK_HEIGHT}
      viewBox={`0 0 ${SPARK_WIDTH} ${SPARK_HEIGHT}`}
      direction="ltr"
      {...named}
    >
      {lines.map((x) => (
        <line key={x} x1={x} x2={x} y1={0} y2={SPARK_HEIGHT} className="line-limit line-dashed" />
      ))}
      {joins.map(({ from, to }) => (
        <path
          key={to.index}
          d={linePath([
            [from.x, from.y],
            [to.x, to.y],
          ])}
          className={to.index >= youngFrom ? 'line-mark line-dotted-short' : 'line-mark'}
        />
      ))}
      {last && last !== marked && <LastMark point={last} isYoung={last.index >= youngFrom} />}
      {signal && marked && (
        <>
          <path d={trianglePath(signal.direction, marked.x, marked.y, 7)} className="fill-paper" />
          <path
            d={trianglePath(signal.direction, marked.x, marked.y, 5)}
            className="fill-signal"
            data-mark={marked.index}
            data-value={marked.value}
          />
        </>
      )}
    </svg>
  );
}

function LastMark({ point, isYoung }: { readonly point: SparkPoint; readonly isYoung: boolean }) {
  return (
    <circle
      cx={point.x}
      cy={point.y}
      r={3}
      className={isYoung ? 'ring' : 'fill-mark'}
      data-mark={point.index}
      data-value={point.value}
    />
  );
}

function xAt(index: number, count: number): number | undefined {
  return sparkPoints(Array.from({ length: count }, () => 0))[index]?.x;
}
