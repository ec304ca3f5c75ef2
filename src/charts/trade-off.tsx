import { ChartFrame } from './chart-frame.tsx';
import { numberCell, twinTable } from './chart-table.tsx';
import { Drawing } from './drawing.tsx';
import { textWidth } from './text-size.ts';
import {
  tradeOffFrame,
  type TradeOffFrame,
  type TradeOffInput,
  type TradeOffPoint,
} from './trade-off-frame.ts';
import { useWidth } from './use-width.ts';

/** What something costs against what it brings. */
export interface TradeOffProps extends TradeOffInput {
  readonly title: string;
  readonly summary: string;
  readonly words: {
    readonly row: string;
    readonly cost: string;
    readonly gain: string;
    readonly state: string;
    readonly kept: string;
    readonly notKept: string;
    readonly onFront: string;
  };
  readonly formatCost: (value: number) => string;
  readonly formatGain: (value: number) => string;
}

/** Options as dots, hollow where they could not have been kept; the line joins those that nothing beats, dashed where none of them could. */
export function TradeOff(props: TradeOffProps) {
  const { points, front, isFrontKept, chosen, today, title, summary, words, formatCost, formatGain } = props;
  const [ref, width] = useWidth();
  const frame = tradeOffFrame(props, width, formatGain);
  const onFront = new Set(front.map(({ key }) => key));
  const named = [chosen, today].flatMap((point) => (point === null ? [] : [point]));
  return (
    <ChartFrame
      title={title}
      summary={summary}
      chartRef={ref}
      table={twinTable({
        caption: title,
        rowTitle: words.row,
        columns: [
          { label: words.cost, isNumber: true },
          { label: words.gain, isNumber: true },
          { label: words.state, isNumber: false },
        ],
        rows: [...named, ...points].map(({ key, label, cost, gain, isKept }) => ({
          key,
          label,
          cells: [
            numberCell(cost, formatCost),
            numberCell(gain, formatGain),
            onFront.has(key) ? words.onFront : isKept ? words.kept : words.notKept,
          ],
        })),
      })}
    >
      <Drawing width={width} height={frame.height}>
        <Axes frame={frame} words={words} formatCost={formatCost} formatGain={formatGain} />
        {points.map(({ key, cost, gain, isKept }) => (
          <circle
            key={key}
            cx={frame.xOf(cost)}
            cy={frame.yOf(gain)}
            r={isKept ? 2.2 : 2}
            className={isKept ? 'fill-mark-2' : 'dot-hollow'}
            data-mark={key}
            data-cost={cost}
            data-gain={gain}
          />
        ))}
        <path d={frame.line} className={isFrontKept ? 'line-ink' : 'line-ink line-dashed'} />
        {today && <Named point={today} frame={frame} isChosen={false} isOver={chosen} />}
        {chosen && <Named point={chosen} frame={frame} isChosen isOver={today} />}
      </Drawing>
    </ChartFrame>
  );
}

function Axes({
  frame,
  words,
  formatCost,
  formatGain,
}: Pick<TradeOffProps, 'words' | 'formatCost' | 'formatGain'> & { readonly frame: TradeOffFrame }) {
  return (
    <>
      {frame.gainTicks.map((tick) => (
        <g key={tick}>
          <line
            x1={frame.left}
            x2={frame.right}
            y1={frame.yOf(tick)}
            y2={frame.yOf(tick)}
            className="line-hair"
          />
          <text x={frame.left - 7} y={frame.yOf(tick) + 4} textAnchor="end" className="axis-word">
            {formatGain(tick)}
          </text>
        </g>
      ))}
      {frame.costTicks.map((tick) => (
        <text key={tick} x={frame.xOf(tick)} y={frame.bottom + 20} textAnchor="middle" className="axis-word">
          {formatCost(tick)}
        </text>
      ))}
      <text x={0} y={14} className="axis-title">
        {words.gain}
      </text>
      <text x={frame.right} y={frame.height - 4} textAnchor="end" className="axis-title">
        {words.cost}
      </text>
    </>
  );
}

/** The chosen pair is filled, today's a ring; their names stand on either side where they would touch. */
function Named({
  point,
  frame,
  isChosen,
  isOver,
}: {
  readonly point: TradeOffPoint;
  readonly frame: TradeOffFrame;
  readonly isChosen: boolean;
  readonly isOver: TradeOffPoint | null;
}) {
  const [x, y] = [frame.xOf(point.cost), frame.yOf(point.gain)];
  const isHigher = isOver === null || point.gain > isOver.gain || (point.gain === isOver.gain && isChosen);
  const half = textWidth(point.label, { size: 15, bold: true }) / 2;
  const middle = Math.min(frame.right - half, Math.max(half, x));
  return (
    <g data-mark={point.key} data-cost={point.cost} data-gain={point.gain}>
      <circle cx={x} cy={y} r={isChosen ? 7.5 : 6} className={isChosen ? 'dot-chosen' : 'ring'} />
      <text
        x={middle}
        y={isHigher ? y - 13 : y + 23}
        textAnchor="middle"
        className={isChosen ? 'label-settled halo' : 'label-note halo'}
      >
        {point.label}
      </text>
    </g>
  );
}
