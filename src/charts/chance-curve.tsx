import { ChartFrame } from './chart-frame.tsx';
import { numberCell, twinTable } from './chart-table.tsx';
import { Drawing } from './drawing.tsx';
import { linePath } from './line-path.ts';
import { niceScale, type NiceScale } from './nice-ticks.ts';
import { spread } from './spread.ts';
import { textWidth } from './text-size.ts';
import { useWidth } from './use-width.ts';

/** A place on the curve that is named. */
export interface ChanceMark {
  readonly key: string;
  readonly label: string;
  readonly amount: number;
  readonly chance: number;
  /** Where things stand today: a ring; else a dot. */
  readonly isNow: boolean;
}

/** The chance of something by an amount of something. */
export interface ChanceCurveProps {
  /** By amount, ascending; chances from 0 to 1. */
  readonly points: readonly { readonly amount: number; readonly chance: number }[];
  readonly marks: readonly ChanceMark[];
  readonly xTitle: string;
  readonly title: string;
  readonly summary: string;
  readonly formatAmount: (amount: number) => string;
  readonly formatChance: (chance: number) => string;
  readonly words: { readonly amount: string; readonly chance: string };
}

/** Where things stand in a curve at one width. */
export interface ChanceFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly scale: NiceScale;
  readonly xOf: (amount: number) => number;
  readonly yOf: (chance: number) => number;
  /** The line of the words of each mark, moved apart from the others. */
  readonly wordY: readonly number[];
}

const TOP = 16;
const WORD_LINE = 19;
const shares = [0, 0.25, 0.5, 0.75, 1];

/** The amount axis ends with the last point; the chance axis is always the whole one. */
export function chanceFrame(
  { points, marks, formatChance }: Pick<ChanceCurveProps, 'points' | 'marks' | 'formatChance'>,
  width: number,
): ChanceFrame {
  const left =
    Math.ceil(Math.max(...shares.map((share) => textWidth(formatChance(share), { size: 13.5 })))) + 10;
  const bottom = TOP + (width < 480 ? 200 : 240);
  const last = Math.max(1, ...points.map(({ amount }) => amount));
  const scale = niceScale(last, width < 480 ? 3 : 5);
  const right = width - 8;
  const yOf = (chance: number) => bottom - chance * (bottom - TOP);
  return {
    left,
    right,
    top: TOP,
    bottom,
    height: bottom + 46,
    scale,
    xOf: (amount) => left + (amount / last) * Math.max(1, right - left),
    yOf,
    wordY: spread(
      marks.map(({ chance }) => yOf(chance)),
      WORD_LINE,
      TOP + 4,
      bottom - 6,
    ),
  };
}

/** A chance that rises with an amount, with the places that are named. */
export function ChanceCurve(props: ChanceCurveProps) {
  const { points, marks, xTitle, title, summary, formatAmount, formatChance, words } = props;
  const [ref, width] = useWidth();
  const frame = chanceFrame(props, width);
  const { left, right, bottom, xOf, yOf } = frame;
  const last = points.at(-1)?.amount ?? 0;
  const table = {
    caption: title,
    rowTitle: words.amount,
    columns: [{ label: words.chance, isNumber: true }],
    rows: points.map(({ amount, chance }) => ({
      key: String(amount),
      label: formatAmount(amount),
      cells: [numberCell(chance, formatChance)],
    })),
  };
  return (
    <ChartFrame title={title} summary={summary} chartRef={ref} table={twinTable(table)}>
      <Drawing width={width} height={frame.height}>
        {shares.map((share) => (
          <g key={share}>
            <line x1={left} x2={right} y1={yOf(share)} y2={yOf(share)} className="line-hair" />
            <text x={left - 8} y={yOf(share) + 4.5} textAnchor="end" className="axis-word">
              {formatChance(share)}
            </text>
          </g>
        ))}
        {frame.scale.ticks
          .filter((tick) => tick <= last)
          .map((tick) => (
            <text key={tick} x={xOf(tick)} y={bottom + 20} textAnchor="middle" className="axis-word">
              {formatAmount(tick)}
            </text>
          ))}
        <line x1={left} x2={right} y1={bottom} y2={bottom} className="line-limit" />
        <text x={right} y={bottom + 41} textAnchor="end" className="axis-title">
          {xTitle}
        </text>
        <path
          d={linePath(points.map(({ amount, chance }) => [xOf(amount), yOf(chance)] as const))}
          className="line-mark line-main"
        />
        {marks.map((mark, index) => (
          <Mark key={mark.key} mark={mark} frame={frame} wordY={frame.wordY[index] ?? yOf(mark.chance)} />
        ))}
      </Drawing>
    </ChartFrame>
  );
}

interface MarkProps {
  readonly mark: ChanceMark;
  readonly frame: ChanceFrame;
  readonly wordY: number;
}

/** Words stand right of the place, or left of it where there is no room. */
function Mark({ mark, frame, wordY }: MarkProps) {
  const [x, y] = [frame.xOf(mark.amount), frame.yOf(mark.chance)];
  const isLate = x + 12 + textWidth(mark.label, { size: 15, bold: true }) > frame.right;
  return (
    <g data-mark={mark.key} data-value={mark.chance} data-amount={mark.amount}>
      <line x1={x} x2={x} y1={y} y2={frame.bottom} className="line-limit line-long-dashed" />
      <circle cx={x} cy={y} r={5.5} className={mark.isNow ? 'ring' : 'fill-mark'} />
      <text
        x={x + (isLate ? -12 : 12)}
        y={isLate ? wordY - 7 : wordY + 14}
        textAnchor={isLate ? 'end' : 'start'}
        className={`${mark.isNow ? 'label-usual' : 'label-settled'} halo`}
      >
        {mark.label}
      </text>
    </g>
  );
}
