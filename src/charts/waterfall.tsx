import { ChartFrame } from './chart-frame.tsx';
import { twinTable } from './chart-table.tsx';
import { Drawing } from './drawing.tsx';
import { fitText } from './text-size.ts';
import { useWidth } from './use-width.ts';
import { waterfallFrame, type WaterfallFrame } from './waterfall-frame.ts';
import { waterfallTable, type WaterfallWords } from './waterfall-table.ts';
import { waterfallSteps, type WaterfallDelta, type WaterfallEnd } from './waterfall-rows.ts';

/** A start, what changed it, and the end it came to. */
export interface WaterfallProps {
  readonly start: WaterfallEnd;
  readonly deltas: readonly WaterfallDelta[];
  readonly end: WaterfallEnd;
  readonly title: string;
  readonly summary: string;
  readonly words: WaterfallWords;
  readonly format: (value: number) => string;
  /** With its sign. */
  readonly formatDelta: (delta: number) => string;
  /** For the axis; the distance between two ticks says how many decimals are needed. Defaults to `format`. */
  readonly formatTick?: (value: number, step: number) => string;
}

/** A horizontal waterfall: names left, changes as bars from the value before to the value after, start and end as dots. */
export function Waterfall(props: WaterfallProps) {
  const { start, deltas, end, title, summary, format, formatDelta, formatTick = format } = props;
  const [ref, width] = useWidth();
  const steps = waterfallSteps(start.value, deltas);
  const frame = waterfallFrame({ start, steps, end, format, formatDelta, formatTick }, width);
  const last = steps.length + 1;
  const axisY = frame.rowY(last + 1);
  return (
    <ChartFrame title={title} summary={summary} chartRef={ref} table={twinTable(waterfallTable(props))}>
      <Drawing width={width} height={frame.height}>
        {frame.scale.ticks.map((tick) => (
          <g key={tick}>
            <line x1={frame.xOf(tick)} x2={frame.xOf(tick)} y1={0} y2={axisY} className="line-hair" />
            <text x={frame.xOf(tick)} y={axisY + 20} textAnchor="middle" className="axis-word">
              {formatTick(tick, frame.scale.step)}
            </text>
          </g>
        ))}
        <Joints frame={frame} start={start.value} />
        {frame.bars.map(({ step, x, width: length, y, word }) => (
          <g key={step.key}>
            <RowName frame={frame} y={y} label={step.label} className="label-usual" />
            <rect
              x={x}
              y={y + 6}
              width={Math.max(1, length)}
              height={frame.rowHeight - 12}
              className={step.kind === 'main' ? 'fill-mark' : 'fill-mark-2'}
              data-mark={step.key}
              data-value={step.value}
            >
              <title>{`${step.label}: ${word.text}`}</title>
            </rect>
            <text x={word.x} y={y + 22} textAnchor={word.anchor} className="label-usual halo">
              {word.text}
            </text>
          </g>
        ))}
        <EndRow frame={frame} row={0} end={start} id="start" format={format} />
        <EndRow frame={frame} row={last} end={end} id="end" format={format} />
      </Drawing>
    </ChartFrame>
  );
}

/** Hairs from the value after each row down to the next. */
function Joints({ frame, start }: { readonly frame: WaterfallFrame; readonly start: number }) {
  const { xOf, rowY, rowHeight } = frame;
  const values = [start, ...frame.bars.map(({ step }) => step.to)];
  const keys = ['start', ...frame.bars.map(({ step }) => `delta ${step.key}`)];
  return values.map((value, row) => (
    <line
      key={keys[row]}
      x1={xOf(value)}
      x2={xOf(value)}
      y1={rowY(row) + (row === 0 ? rowHeight / 2 : rowHeight - 6)}
      y2={rowY(row + 1) + (row === values.length - 1 ? rowHeight / 2 : 6)}
      className="line-limit"
    />
  ));
}

interface RowNameProps {
  readonly frame: WaterfallFrame;
  readonly y: number;
  readonly label: string;
  readonly className: string;
}

function RowName({ frame, y, label, className }: RowNameProps) {
  return (
    <text x={frame.nameX} y={y + 22} textAnchor="end" className={className}>
      {fitText(label, frame.nameWidth, { size: 15, bold: true })}
    </text>
  );
}

interface EndRowProps {
  readonly frame: WaterfallFrame;
  readonly row: number;
  readonly end: WaterfallEnd;
  readonly id: string;
  readonly format: (value: number) => string;
}

function EndRow({ frame, row, end, id, format }: EndRowProps) {
  const x = frame.xOf(end.value);
  const y = frame.rowY(row);
  return (
    <g>
      <RowName frame={frame} y={y} label={end.label} className="label-settled" />
      <circle cx={x} cy={y + 17} r={5} className="fill-mark" data-mark={id} data-value={end.value} />
      <text x={x + 12} y={y + 22} className="label-settled halo">
        {format(end.value)}
      </text>
    </g>
  );
}
