import { ChartFrame } from './chart-frame.tsx';
import { numberCell, twinTable } from './chart-table.tsx';
import { Drawing } from './drawing.tsx';
import { niceScale, type NiceScale } from './nice-ticks.ts';
import { fitText, textWidth } from './text-size.ts';
import { useWidth } from './use-width.ts';

/** A value with its interval. */
export interface IntervalDot {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** Null where the interval is not known. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Rests on too little to be compared: a grey ring. */
  readonly isUnsure: boolean;
}

/** Values with intervals, one a row, on one scale from 0. */
export interface IntervalDotsProps {
  readonly dots: readonly IntervalDot[];
  readonly title: string;
  readonly summary: string;
  readonly format: (value: number) => string;
  readonly words: {
    readonly row: string;
    readonly value: string;
    readonly low: string;
    readonly high: string;
  };
}

const ROW = 30;
const TOP = 6;
const NAME = { size: 15, bold: true };
const VALUE = { size: 15 };

/** Where things stand in a chart of intervals at one width. */
export interface DotsFrame {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly height: number;
  readonly scale: NiceScale;
  readonly xOf: (value: number) => number;
  readonly yOf: (row: number) => number;
}

/** An interval that reaches further than twice the largest value is cut at the edge, so that it does not press all others flat. */
export function dotsFrame(
  { dots, format }: Pick<IntervalDotsProps, 'dots' | 'format'>,
  width: number,
): DotsFrame {
  const most = Math.max(0, ...dots.map(({ value }) => value));
  const ends = dots.map(({ value, interval }) => Math.min(interval?.high ?? value, most * 2));
  const scale = niceScale(Math.max(most, ...ends), width < 480 ? 3 : 5);
  const names = Math.max(0, ...dots.map(({ label }) => textWidth(label, NAME)));
  const values = Math.max(0, ...dots.map(({ value }) => textWidth(format(value), VALUE)));
  const left = Math.min(names, width * 0.32) + 14;
  const right = width - values - 16;
  const bottom = TOP + dots.length * ROW;
  return {
    left,
    right,
    bottom,
    height: bottom + 28,
    scale,
    xOf: (value) => left + (Math.min(value, scale.max) / scale.max) * Math.max(1, right - left),
    yOf: (row) => TOP + (row + 0.5) * ROW,
  };
}

/** Values with their intervals as dots and whiskers. */
export function IntervalDots(props: IntervalDotsProps) {
  const { dots, title, summary, format, words } = props;
  const [ref, width] = useWidth();
  const frame = dotsFrame(props, width);
  const { left, right, bottom, scale, xOf, yOf } = frame;
  const table = {
    caption: title,
    rowTitle: words.row,
    columns: [words.value, words.low, words.high].map((label) => ({ label, isNumber: true })),
    rows: dots.map(({ key, label, value, interval }) => ({
      key,
      label,
      cells: [value, interval?.low ?? null, interval?.high ?? null].map((cell) => numberCell(cell, format)),
    })),
  };
  return (
    <ChartFrame title={title} summary={summary} chartRef={ref} table={twinTable(table)}>
      <Drawing width={width} height={frame.height}>
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={xOf(tick)}
              x2={xOf(tick)}
              y1={0}
              y2={bottom}
              className={tick === 0 ? 'line-limit' : 'line-hair'}
            />
            <text x={xOf(tick)} y={bottom + 20} textAnchor="middle" className="axis-word">
              {format(tick)}
            </text>
          </g>
        ))}
        {dots.map((dot, row) => (
          <g key={dot.key} data-mark={dot.key} data-value={dot.value}>
            <text x={0} y={yOf(row) + 5} className={dot.isUnsure ? 'label-usual' : 'label-settled'}>
              {fitText(dot.label, left - 14, NAME)}
            </text>
            {dot.interval !== null && (
              <line
                x1={xOf(dot.interval.low)}
                x2={xOf(dot.interval.high)}
                y1={yOf(row)}
                y2={yOf(row)}
                className={dot.isUnsure ? 'line-context' : 'line-mark'}
              />
            )}
            <circle
              cx={xOf(dot.value)}
              cy={yOf(row)}
              r={dot.isUnsure ? 4.5 : 5}
              className={dot.isUnsure ? 'ring-quiet' : 'fill-mark'}
            />
            <text
              x={width}
              y={yOf(row) + 5}
              textAnchor="end"
              className={dot.isUnsure ? 'label-usual' : 'label-settled'}
            >
              {format(dot.value)}
            </text>
          </g>
        ))}
        <line x1={left} x2={right} y1={bottom} y2={bottom} className="line-hair" />
      </Drawing>
    </ChartFrame>
  );
}
