import { periodWords, seenRow } from './control-axis.ts';
import type { ControlFrame, PanelFrame, PlacedPeriod } from './control-frame.ts';
import { controlLines, type LimitShape } from './control-lines.ts';
import { trianglePath } from './triangle-path.ts';

interface ControlPanelProps {
  readonly panel: PanelFrame;
  readonly at: number;
  readonly frame: ControlFrame;
  readonly limitShape: LimitShape;
  /** The period the chart speaks of, if it is in this panel. */
  readonly named: number | null;
  readonly allWord: string;
  readonly format: (value: number) => string;
  readonly formatSeen: (share: number) => string;
}

/** One panel: grid, bands, lines from light to dark, then marks, then the words under the axis. */
export function ControlPanel(props: ControlPanelProps) {
  const { panel, frame, limitShape, named, format } = props;
  const lines = controlLines(panel, frame, limitShape);
  return (
    <g>
      {frame.scale.ticks.map((tick) => (
        <line
          key={tick}
          x1={panel.x}
          x2={panel.x + panel.width}
          y1={frame.yOf(tick)}
          y2={frame.yOf(tick)}
          className="line-hair"
        />
      ))}
      <Paths paths={lines.bands.map(({ area }) => area)} className="fill-band" />
      <Paths paths={lines.bands.flatMap(({ edges }) => edges)} className="line-limit" />
      <Paths paths={lines.limits} className="line-limit line-long-dashed" />
      <Paths paths={lines.lastYear} className="line-context line-last-year" />
      <Paths paths={lines.dashed} className="line-mark line-dashed" />
      <Paths paths={lines.solid} className="line-mark line-main" />
      <Paths paths={lines.signals} className="line-signal line-heavy" />
      {panel.places.map((place, index) => (
        <PeriodMark key={place.id} place={place} isNamed={index === named} format={format} />
      ))}
      <line
        x1={panel.x}
        x2={panel.x + panel.width}
        y1={frame.bottom + 6}
        y2={frame.bottom + 6}
        className="line-limit"
      />
      <text x={panel.x} y={14} className="axis-title">
        {panel.title}
      </text>
      <PeriodAxis {...props} />
    </g>
  );
}

/** All paths of a kind in one element. */
function Paths({ paths, className }: { readonly paths: readonly string[]; readonly className: string }) {
  return paths.length > 0 && <path d={paths.join('')} className={className} />;
}

interface PeriodMarkProps {
  readonly place: PlacedPeriod;
  readonly isNamed: boolean;
  readonly format: (value: number) => string;
}

function PeriodMark({ place: { id, point, x, y }, isNamed, format }: PeriodMarkProps) {
  if (y === null || point.value === null) return null;
  const title = <title>{`${point.label}: ${format(point.value)}`}</title>;
  const data = { 'data-mark': id, 'data-value': point.value };
  if (point.signal !== null)
    return (
      <g>
        <path d={trianglePath(point.signal, x, y, 10)} className="fill-paper" />
        <path {...data} d={trianglePath(point.signal, x, y, 7.5)} className="fill-signal">
          {title}
        </path>
      </g>
    );
  const [radius, className] =
    point.state === 'matured'
      ? ([isNamed ? 4.5 : 3, 'fill-mark'] as const)
      : ([4, point.state === 'young' ? 'ring' : 'ring-quiet'] as const);
  return (
    <circle {...data} cx={x} cy={y} r={radius} className={className}>
      {title}
    </circle>
  );
}

function PeriodAxis({ panel, at, frame, named, allWord, formatSeen }: ControlPanelProps) {
  const y = frame.bottom + 24;
  const seen = frame.hasSeen ? seenRow(panel, allWord, formatSeen) : { shares: [], runs: [] };
  return (
    <g>
      {periodWords(panel, named ?? panel.places.length - 1).map(({ index, x, text }) => (
        <text
          key={index}
          x={x}
          y={y}
          textAnchor="middle"
          className={index === named ? 'axis-word axis-word-named' : 'axis-word'}
        >
          {text}
        </text>
      ))}
      {seen.shares.map(({ index, x, text }) => (
        <text
          key={index}
          x={x}
          y={y + 22}
          textAnchor="middle"
          className="axis-note"
          data-seen={`${at}:${index}`}
        >
          {text}
        </text>
      ))}
      {seen.runs.map(({ x1, x2, x, text }) => (
        <g key={x1}>
          <line x1={x1} x2={text === '' ? x2 : x - 14} y1={y + 17} y2={y + 17} className="line-hair" />
          {text !== '' && (
            <>
              <line x1={x + 14} x2={x2} y1={y + 17} y2={y + 17} className="line-hair" />
              <text x={x} y={y + 22} textAnchor="middle" className="axis-note">
                {text}
              </text>
            </>
          )}
        </g>
      ))}
    </g>
  );
}
