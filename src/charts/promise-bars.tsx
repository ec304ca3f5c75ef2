import { ChartFrame } from './chart-frame.tsx';
import { numberCell, twinTable } from './chart-table.tsx';
import { Drawing } from './drawing.tsx';
import { fitText, textWidth } from './text-size.ts';
import { promiseFrame, type PromiseBar, type PromiseBarsInput, type PromiseFrame } from './promise-frame.ts';
import { useWidth } from './use-width.ts';

/** What was done period by period, and what would have been owed. */
export interface PromiseBarsProps extends PromiseBarsInput {
  readonly title: string;
  readonly summary: string;
  readonly words: { readonly row: string; readonly done: string; readonly promised: string };
  readonly format: (value: number) => string;
}

/** Bars of what was done, dark where they reach the promise, with the promise as a step line; periods to come are empty outlines. */
export function PromiseBars(props: PromiseBarsProps) {
  const { bars, title, summary, words, format } = props;
  const [ref, width] = useWidth();
  const frame = promiseFrame(props, width);
  const last = bars.at(-1);
  const label = last === undefined ? '' : format(last.promised);
  return (
    <ChartFrame
      title={title}
      summary={summary}
      chartRef={ref}
      table={twinTable({
        caption: title,
        rowTitle: words.row,
        columns: [words.done, words.promised].map((column) => ({ label: column, isNumber: true })),
        rows: bars.map(({ key, label: name, done, promised }) => ({
          key,
          label: name,
          cells: [numberCell(done, format), numberCell(promised, format)],
        })),
      })}
    >
      <Drawing width={width} height={frame.height}>
        <text x={0} y={12} className="axis-word">
          {fitText(title, width - textWidth(label, { size: 15, bold: true }) - 12, { size: 13.5 })}
        </text>
        {bars.map((bar, index) => (
          <Bar key={bar.key} bar={bar} index={index} frame={frame} />
        ))}
        <line x1={0} x2={width} y1={frame.floor} y2={frame.floor} className="line-limit" />
        <path d={frame.step} className="line-ink line-main" />
        {last !== undefined && (
          <text
            x={width}
            y={Math.max(12, frame.yOf(last.promised) - 7)}
            textAnchor="end"
            className="label-settled halo"
          >
            {label}
          </text>
        )}
      </Drawing>
    </ChartFrame>
  );
}

function Bar({
  bar: { key, tick, done, promised },
  index,
  frame,
}: {
  readonly bar: PromiseBar;
  readonly index: number;
  readonly frame: PromiseFrame;
}) {
  const x = frame.xOf(index);
  const y = frame.yOf(done ?? promised);
  const place = { x, y, width: frame.barWidth, height: Math.max(0, frame.floor - y) };
  const paint = done === null ? 'line-mark line-dashed' : done >= promised ? 'fill-mark' : 'fill-mark-2';
  return (
    <g data-mark={key} data-value={done ?? ''} data-promised={promised}>
      <rect {...place} className={paint} />
      {tick !== null && (
        <text x={x + frame.barWidth / 2} y={frame.height - 4} textAnchor="middle" className="axis-word">
          {tick}
        </text>
      )}
    </g>
  );
}
