import { ChartFrame } from './chart-frame.tsx';
import { twinTable } from './chart-table.tsx';
import { curveFrame, type CurveEnd, type CurveFrame } from './curve-frame.ts';
import { CurveBand, CurveLine } from './curve-line.tsx';
import { curvePaths } from './curve-paths.ts';
import { curveTable, type CurveWords } from './curve-table.ts';
import type { Curve } from './curve.ts';
import { Drawing } from './drawing.tsx';
import { useWidth } from './use-width.ts';

/** Shares that grow with age. */
export interface IncidenceCurvesProps {
  readonly curves: readonly Curve[];
  /** The last day of the axis. */
  readonly days: number;
  /** The age that all have reached; null where it is not known. */
  readonly sureTo: number | null;
  /** Stands beside the dash at that age. */
  readonly sureToLabel: string;
  readonly xTitle: string;
  readonly title: string;
  readonly summary: string;
  /** Stands in the middle where there is no curve. */
  readonly emptyText: string;
  readonly words: CurveWords;
  readonly format: (share: number) => string;
  /** For the axis; without decimals as a rule. Defaults to `format`. */
  readonly formatTick?: (share: number) => string;
}

const toneOrder = { quiet: 0, dark: 1, accent: 2 };

/** Step curves by age: solid up to the age that all have reached, dashed beyond, each named at its end. */
export function IncidenceCurves(props: IncidenceCurvesProps) {
  const { curves, days, sureTo, title, summary, emptyText, words, format, formatTick = format } = props;
  const [ref, width] = useWidth();
  const frame = curveFrame({ curves, days, format, formatTick }, width);
  const drawn = curves
    .toSorted((a, b) => toneOrder[a.tone] - toneOrder[b.tone])
    .map((curve) => ({ curve, paths: curvePaths(curve, sureTo, days, frame) }));
  return (
    <ChartFrame
      title={title}
      summary={summary}
      chartRef={ref}
      table={twinTable(curveTable(title, curves, days, sureTo, words, format))}
    >
      <Drawing width={width} height={frame.height}>
        {drawn.map(({ curve, paths }) => (
          <CurveBand key={curve.key} band={paths.band} />
        ))}
        <CurveAxes {...props} frame={frame} formatTick={formatTick} />
        {drawn.map(({ curve, paths }) => (
          <CurveLine key={curve.key} curve={curve} paths={paths} />
        ))}
        {frame.ends.map((end) => (
          <EndWords key={end.curve.key} end={end} right={frame.right} />
        ))}
        {frame.ends.length === 0 && (
          <text x={frame.left} y={(frame.top + frame.bottom) / 2} className="label-usual">
            {emptyText}
          </text>
        )}
      </Drawing>
    </ChartFrame>
  );
}

interface CurveAxesProps extends IncidenceCurvesProps {
  readonly frame: CurveFrame;
  readonly formatTick: (share: number) => string;
}

function CurveAxes({ frame, formatTick, sureTo, sureToLabel, days, xTitle }: CurveAxesProps) {
  const { left, right, bottom, xOf, yOf } = frame;
  const sureX = sureTo === null || sureTo > days ? null : xOf(sureTo);
  const isLate = sureX !== null && sureX > (left + right) / 2;
  return (
    <g>
      {frame.scale.ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={yOf(tick)} y2={yOf(tick)} className="line-hair" />
          <text x={left - 8} y={yOf(tick) + 4.5} textAnchor="end" className="axis-word">
            {formatTick(tick)}
          </text>
        </g>
      ))}
      {frame.days.map((day) => (
        <text key={day} x={xOf(day)} y={bottom + 20} textAnchor="middle" className="axis-word">
          {day}
        </text>
      ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} className="line-limit" />
      <text x={right} y={bottom + 41} textAnchor="end" className="axis-title">
        {xTitle}
      </text>
      {sureX !== null && (
        <g data-sure-to={sureTo}>
          <line x1={sureX} x2={sureX} y1={4} y2={bottom} className="line-limit line-long-dashed" />
          <text
            x={sureX + (isLate ? -7 : 7)}
            y={14}
            textAnchor={isLate ? 'end' : 'start'}
            className="axis-word halo"
          >
            {sureToLabel}
          </text>
        </g>
      )}
    </g>
  );
}

const dotClass = { accent: 'fill-signal', dark: 'fill-mark', quiet: 'fill-mark-2' };
const wordClass = { accent: 'label-settled label-red', dark: 'label-settled', quiet: 'label-usual' };

function EndWords({ end: { curve, share, x, y, wordY, text }, right }: EndWordsProps) {
  const isApart = Math.abs(wordY - y) > 3 || x < right - 3;
  return (
    <g>
      <circle cx={x} cy={y} r={4} className={dotClass[curve.tone]} data-end={curve.key} data-value={share}>
        <title>{curve.label}</title>
      </circle>
      {isApart && <line x1={x + 4} x2={right + 10} y1={y} y2={wordY} className="line-limit" />}
      <text x={right + 12} y={wordY + 5} className={wordClass[curve.tone]}>
        {text}
      </text>
    </g>
  );
}

interface EndWordsProps {
  readonly end: CurveEnd;
  readonly right: number;
}
