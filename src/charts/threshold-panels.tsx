import { ChartFrame } from './chart-frame.tsx';
import { numberCell, twinTable } from './chart-table.tsx';
import { Drawing } from './drawing.tsx';
import { EmptyWords } from './empty-words.tsx';
import { linePath } from './line-path.ts';
import { fitText, textWidth } from './text-size.ts';
import {
  pointAt,
  thresholdFrame,
  type ThresholdFrame,
  type ThresholdPanel,
  type ThresholdPoint,
  type ThresholdSeries,
} from './threshold-frame.ts';
import { useWidth } from './use-width.ts';

/** Numbers by threshold. */
export interface ThresholdPanelsProps {
  readonly series: readonly ThresholdSeries[];
  /** The threshold in force; null where there is none. */
  readonly present: number | null;
  readonly presentLabel: string;
  /** The threshold looked at, whose values are named. */
  readonly chosen: number | null;
  /** Thresholds below this one are hatched and their line dashed; null: none. */
  readonly unsupportedBelow: number | null;
  readonly unsupportedLabel: string;
  readonly xTitle: string;
  readonly title: string;
  readonly summary: string;
  readonly emptyText: string;
  readonly formatAt: (at: number) => string;
}

/** One small panel a number, all on the same thresholds: what selecting from each on would have given. */
export function ThresholdPanels(props: ThresholdPanelsProps) {
  const { series, title, summary, emptyText, xTitle, formatAt } = props;
  const [ref, width] = useWidth();
  const isEmpty = series.every(({ points }) => points.length === 0);
  const frame = thresholdFrame(isEmpty ? [] : series, width);
  return (
    <ChartFrame
      title={title}
      summary={summary}
      chartRef={ref}
      table={twinTable(tableOf(title, xTitle, series, formatAt))}
    >
      <Drawing width={width} height={isEmpty ? 60 : frame.height}>
        {frame.panels.map((panel) => (
          <Panel key={panel.series.key} {...props} panel={panel} frame={frame} />
        ))}
        {isEmpty ? (
          <EmptyWords text={emptyText} x={0} y={30} room={width} />
        ) : (
          <text x={width} y={frame.height - 4} textAnchor="end" className="axis-title">
            {xTitle}
          </text>
        )}
      </Drawing>
    </ChartFrame>
  );
}

function tableOf(
  caption: string,
  rowTitle: string,
  series: readonly ThresholdSeries[],
  formatAt: (at: number) => string,
) {
  const places = series[0]?.points ?? [];
  return {
    caption,
    rowTitle,
    columns: series.map(({ title }) => ({ label: title, isNumber: true })),
    rows: places.map(({ at }, index) => ({
      key: String(at),
      label: formatAt(at),
      cells: series.map(({ points, format }) => numberCell(points[index]?.value ?? null, format)),
    })),
  };
}

interface PanelProps extends ThresholdPanelsProps {
  readonly panel: ThresholdPanel;
  readonly frame: ThresholdFrame;
}

type Known = ThresholdPoint & { readonly value: number };

function Panel(props: PanelProps) {
  const { panel, frame, present, chosen, unsupportedBelow, formatAt } = props;
  const { series, x, y, xOf, yOf, scale } = panel;
  const known = series.points.filter((point): point is Known => point.value !== null);
  const sure = known.filter(({ at }) => unsupportedBelow === null || at >= unsupportedBelow);
  const unsure = known.filter(({ at }) => unsupportedBelow !== null && at <= (sure[0]?.at ?? Infinity));
  const marked = chosen === null ? null : pointAt(series, chosen);
  const bottom = y + frame.panelHeight;
  const right = x + frame.panelWidth;
  const pathOf = (points: readonly Known[]): string =>
    linePath(points.map(({ at, value }) => [xOf(at), yOf(value)] as const));
  return (
    <g data-series={series.key}>
      <text x={x} y={y - 30} className="label-settled">
        {fitText(series.title, frame.panelWidth, { size: 15, bold: true })}
      </text>
      <text x={x} y={y - 11} className="axis-word" data-value={marked?.value ?? ''}>
        {marked === null || marked.value === null
          ? '–'
          : `${series.format(marked.value)} from ${formatAt(marked.at)} on`}
      </text>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line x1={x} x2={right} y1={yOf(tick)} y2={yOf(tick)} className="line-hair" />
          <text x={x - 8} y={yOf(tick) + 4.5} textAnchor="end" className="axis-word">
            {series.formatTick(tick)}
          </text>
        </g>
      ))}
      {unsupportedBelow !== null && unsupportedBelow > frame.ends[0] && (
        <Unsupported {...props} to={xOf(unsupportedBelow)} />
      )}
      <Band points={known} panel={panel} />
      <line x1={x} x2={right} y1={bottom} y2={bottom} className="line-limit" />
      {frame.ends.map((end, index) => (
        <text
          key={index === 0 ? 'low' : 'high'}
          x={index === 0 ? x : right}
          y={bottom + 19}
          textAnchor={index === 0 ? 'start' : 'end'}
          className="axis-word"
        >
          {formatAt(end)}
        </text>
      ))}
      {present !== null && present >= frame.ends[0] && present <= frame.ends[1] && (
        <Present {...props} at={present} />
      )}
      <path d={pathOf(known)} className="line-gap line-only" />
      {unsure.length > 1 && <path d={pathOf(unsure)} className="line-mark line-main line-dashed" />}
      <path d={pathOf(sure)} className="line-mark line-main" />
      {marked !== null && marked.value !== null && (
        <circle
          cx={xOf(marked.at)}
          cy={yOf(marked.value)}
          r={4.5}
          className="fill-mark"
          data-mark={marked.at}
        />
      )}
    </g>
  );
}

function Unsupported({ panel, frame, to, unsupportedLabel }: PanelProps & { readonly to: number }) {
  const room = to - panel.x;
  return (
    <g>
      <rect
        x={panel.x}
        y={panel.y}
        width={room}
        height={frame.panelHeight}
        className="fill-hatch hatch-zone"
        data-zone="unsupported"
      />
      {textWidth(unsupportedLabel, { size: 13.5 }) + 12 <= room && (
        <text x={panel.x + 6} y={panel.y + frame.panelHeight - 7} className="axis-word halo">
          {unsupportedLabel}
        </text>
      )}
    </g>
  );
}

function Present({ panel, frame, at, presentLabel }: PanelProps & { readonly at: number }) {
  const place = panel.xOf(at);
  const bottom = panel.y + frame.panelHeight;
  const half = textWidth(presentLabel, { size: 13.5 }) / 2;
  const middle = Math.min(Math.max(place, panel.x + half + 26), panel.x + frame.panelWidth - half - 26);
  return (
    <g>
      <line x1={place} x2={place} y1={panel.y} y2={bottom} className="line-ink line-long-dashed" />
      {frame.panelWidth > 2 * half + 60 && (
        <text x={middle} y={bottom + 19} textAnchor="middle" className="axis-word axis-word-named">
          {presentLabel}
        </text>
      )}
    </g>
  );
}

/** The interval where there is one, with edges. */
function Band({ points, panel }: { readonly points: readonly Known[]; readonly panel: ThresholdPanel }) {
  const banded = points.flatMap(({ at, low, high }) =>
    low === null || high === null ? [] : [[panel.xOf(at), panel.yOf(low), panel.yOf(high)] as const],
  );
  if (banded.length < 2) return null;
  const upper = banded.map(([x, , high]) => [x, high] as const);
  const lower = banded.map(([x, low]) => [x, low] as const);
  return (
    <>
      <path d={`${linePath([...upper, ...lower.toReversed()])}Z`} className="fill-band" />
      <path d={`${linePath(upper)}${linePath(lower)}`} className="line-limit" />
    </>
  );
}
