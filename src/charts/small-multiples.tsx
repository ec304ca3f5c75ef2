import { ChartFrame } from './chart-frame.tsx';
import { twinTable } from './chart-table.tsx';
import { CurveLine } from './curve-line.tsx';
import { curvePaths } from './curve-paths.ts';
import { curveTable } from './curve-table.ts';
import { stepAt, type Curve } from './curve.ts';
import { Drawing } from './drawing.tsx';
import type { IncidenceCurvesProps } from './incidence-curves.tsx';
import { multiplesFrame, type MultiplesFrame, type SmallPanel } from './multiples-frame.ts';
import { fitText } from './text-size.ts';
import { useWidth } from './use-width.ts';

/** One panel a curve on one shared scale: the panel's own curve dark, all others behind it in grey. */
export function SmallMultiples(props: IncidenceCurvesProps) {
  const { curves, days, sureTo, title, summary, emptyText, words, xTitle, format } = props;
  const { formatTick = format } = props;
  const [ref, width] = useWidth();
  const frame = multiplesFrame(curves, days, formatTick, width);
  return (
    <ChartFrame
      title={title}
      summary={summary}
      chartRef={ref}
      table={twinTable(curveTable(title, curves, days, sureTo, words, format))}
    >
      <Drawing width={width} height={frame.height}>
        {frame.panels.map((panel) => (
          <Panel key={panel.curve.key} {...props} panel={panel} frame={frame} formatTick={formatTick} />
        ))}
        {curves.length === 0 ? (
          <text x={0} y={40} className="label-usual">
            {emptyText}
          </text>
        ) : (
          <text x={width - 8} y={frame.height - 4} textAnchor="end" className="axis-title">
            {xTitle}
          </text>
        )}
      </Drawing>
    </ChartFrame>
  );
}

interface PanelProps extends IncidenceCurvesProps {
  readonly panel: SmallPanel;
  readonly frame: MultiplesFrame;
  readonly formatTick: (share: number) => string;
}

function Panel({ panel, frame, curves, days, sureTo, format, formatTick }: PanelProps) {
  const { curve, x, y, yOf } = panel;
  const others = curves.filter((other) => other !== curve);
  const value = valueOf(curve, days);
  const bottom = y + frame.panelHeight;
  return (
    <g>
      <text
        x={x}
        y={y - 27}
        className={curve.tone === 'accent' ? 'label-settled label-red' : 'label-settled'}
      >
        {fitText(curve.label, frame.panelWidth, { size: 15, bold: true })}
      </text>
      <text x={x} y={y - 9} className="axis-word" data-end={curve.key} data-value={value ?? ''}>
        {value === null ? '–' : format(value)}
      </text>
      {frame.scale.ticks.map((tick) => (
        <g key={tick}>
          <line x1={x} x2={x + frame.panelWidth} y1={yOf(tick)} y2={yOf(tick)} className="line-hair" />
          {panel.hasShares && (
            <text x={x - 8} y={yOf(tick) + 4.5} textAnchor="end" className="axis-word">
              {formatTick(tick)}
            </text>
          )}
        </g>
      ))}
      <line x1={x} x2={x + frame.panelWidth} y1={bottom} y2={bottom} className="line-limit" />
      <PanelDays panel={panel} frame={frame} y={bottom + 19} />
      {others.map((other) => (
        <OtherLine key={other.key} curve={other} panel={panel} days={days} />
      ))}
      <CurveLine
        curve={curve}
        paths={curvePaths(curve, sureTo, days, panel)}
        tone={curve.tone === 'accent' ? 'accent' : 'dark'}
      />
    </g>
  );
}

/** The days at both ends of a panel lean inwards, so that neighbours do not touch. */
function PanelDays({
  panel,
  frame,
  y,
}: {
  readonly panel: SmallPanel;
  readonly frame: MultiplesFrame;
  readonly y: number;
}) {
  if (!panel.hasDays) return null;
  return frame.days.map((day, index) => (
    <text
      key={day}
      x={panel.xOf(day)}
      y={y}
      textAnchor={index === 0 ? 'start' : index === frame.days.length - 1 ? 'end' : 'middle'}
      className="axis-word"
    >
      {day}
    </text>
  ));
}

interface OtherLineProps {
  readonly curve: Curve;
  readonly panel: SmallPanel;
  readonly days: number;
}

function OtherLine({ curve, panel, days }: OtherLineProps) {
  const { solid } = curvePaths({ ...curve, hasBand: false }, days, days, panel);
  return solid === '' ? null : <path d={solid} className="line-context line-thin" />;
}

function valueOf({ steps, knownTo }: Curve, days: number): number | null {
  return knownTo === null ? null : (stepAt(steps, Math.min(knownTo, days))?.share ?? 0);
}
