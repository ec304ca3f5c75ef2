import { ChartFrame } from './chart-frame.tsx';
import { twinTable, type ChartTableData } from './chart-table.tsx';
import { Drawing } from './drawing.tsx';
import {
  MIDDLE_GAP,
  MIRRORED_BAR,
  mirroredFrame,
  type MirroredBar,
  type MirroredFrame,
  type PromiseSide,
} from './mirrored-frame.ts';
import { fitText } from './text-size.ts';
import { useWidth } from './use-width.ts';

/** The words of the table. */
export interface MirroredWords {
  readonly row: string;
  readonly side: string;
  readonly value: string;
  readonly target: string;
  /** What stands beside the bar, as a column. */
  readonly words: string;
}

/** Two sides that promised each other something. */
export interface MirroredBulletsProps {
  readonly left: PromiseSide;
  readonly right: PromiseSide;
  readonly title: string;
  readonly summary: string;
  readonly words: MirroredWords;
  /** For the table, where numbers of several units stand in one column. */
  readonly formatNumber: (value: number) => string;
}

/** Two sides mirrored from a middle line, each promise a bar on its track with a tick at what was promised. */
export function MirroredBullets(props: MirroredBulletsProps) {
  const { left, right, title, summary } = props;
  const [ref, width] = useWidth();
  const frame = mirroredFrame(left, right, width);
  return (
    <ChartFrame title={title} summary={summary} chartRef={ref} table={twinTable(mirroredTable(props))}>
      <Drawing width={width} height={frame.height}>
        <line x1={frame.middle} x2={frame.middle} y1={0} y2={frame.height} className="line-limit" />
        <Side frame={frame} side="left" title={left.title} bars={frame.left} />
        <Side frame={frame} side="right" title={right.title} bars={frame.right} />
      </Drawing>
    </ChartFrame>
  );
}

interface SideProps {
  readonly frame: MirroredFrame;
  readonly side: 'left' | 'right';
  readonly title: string;
  readonly bars: readonly MirroredBar[];
}

function Side({ frame, side, title, bars }: SideProps) {
  const x = side === 'left' ? frame.middle - MIDDLE_GAP : frame.middle + MIDDLE_GAP;
  const textAnchor = side === 'left' ? 'end' : 'start';
  const room = frame.middle - MIDDLE_GAP;
  return (
    <g>
      <text x={x} y={14} textAnchor={textAnchor} className="axis-title">
        {fitText(title, room, { size: 14, bold: true })}
      </text>
      {bars.map((mark) => (
        <g
          key={mark.bar.key}
          data-mark={`${side} ${mark.bar.key}`}
          data-value={mark.bar.value ?? ''}
          data-target={mark.bar.target}
          data-width={mark.width}
        >
          <rect
            x={mark.trackX}
            y={mark.y}
            width={mark.trackWidth}
            height={MIRRORED_BAR}
            className="fill-band fill-edged"
          />
          <rect
            x={mark.x}
            y={mark.y}
            width={mark.width}
            height={MIRRORED_BAR}
            className={mark.bar.accent ? 'fill-signal' : 'fill-mark'}
          />
          <Tick x={mark.tickX} y={mark.y} />
          <text x={x} y={mark.y + 36} textAnchor={textAnchor} className="axis-word">
            {fitText(mark.bar.label, room, { size: 13.5 })}
          </text>
          <text
            x={x}
            y={mark.y + 55}
            textAnchor={textAnchor}
            className={mark.bar.accent ? 'label-settled label-red' : 'label-settled'}
          >
            {fitText(mark.bar.words, room, { size: 15, bold: true })}
          </text>
        </g>
      ))}
    </g>
  );
}

function Tick({ x, y }: { readonly x: number; readonly y: number }) {
  const ends = { x1: x, x2: x, y1: y - 5, y2: y + MIRRORED_BAR + 5 };
  return (
    <>
      <line {...ends} className="line-gap" />
      <line {...ends} className="line-tick" />
    </>
  );
}

/** Every promise of both sides as a row. */
function mirroredTable({ left, right, title, words, formatNumber }: MirroredBulletsProps): ChartTableData {
  const rowsOf = (side: PromiseSide, name: string) =>
    side.bars.map((bar) => ({
      key: `${name} ${bar.key}`,
      label: bar.label,
      cells: [
        side.title,
        bar.value === null ? null : { value: bar.value, text: formatNumber(bar.value) },
        { value: bar.target, text: formatNumber(bar.target) },
        bar.words,
      ],
    }));
  return {
    caption: title,
    rowTitle: words.row,
    columns: [
      { label: words.side, isNumber: false },
      { label: words.value, isNumber: true },
      { label: words.target, isNumber: true },
      { label: words.words, isNumber: false },
    ],
    rows: [...rowsOf(left, 'left'), ...rowsOf(right, 'right')],
  };
}
