import { ChartFrame } from './chart-frame.tsx';
import { numberCell, twinTable } from './chart-table.tsx';
import { dotFrame, type DotFrame, type DotRow } from './dot-frame.ts';
import { Drawing } from './drawing.tsx';
import { fitText, textWidth } from './text-size.ts';
import { useWidth } from './use-width.ts';

/** Values with their intervals, one row each, on one scale from 0. */
export interface DotIntervalsProps {
  readonly title: string;
  readonly summary: string;
  readonly rows: readonly DotRow[];
  readonly rowTitle: string;
  readonly words: {
    readonly value: string;
    readonly low: string;
    readonly high: string;
    /** Null where the note only repeats the value. */
    readonly note: string | null;
  };
  readonly format: (value: number) => string;
  readonly formatTick: (value: number) => string;
  /** Intervals are cut beyond so many times the largest value; missing: never. */
  readonly mostReach?: number;
}

/** A dot for each value, a whisker for its interval; a ring is not settled. */
export function DotIntervals(props: DotIntervalsProps) {
  const { title, summary, rows, rowTitle, words, format, formatTick, mostReach } = props;
  const [ref, width] = useWidth();
  const frame = dotFrame(rows, width, mostReach);
  const table = twinTable({
    caption: title,
    rowTitle,
    columns: [
      { label: words.value, isNumber: true },
      { label: words.low, isNumber: true },
      { label: words.high, isNumber: true },
      ...(words.note === null ? [] : [{ label: words.note, isNumber: false }]),
    ],
    rows: rows.map(({ key, label, value, low, high, note }) => ({
      key,
      label,
      cells: [
        numberCell(value, format),
        numberCell(low, format),
        numberCell(high, format),
        ...(words.note === null ? [] : [note]),
      ],
    })),
  });
  return (
    <ChartFrame title={title} summary={summary} chartRef={ref} table={table}>
      <Drawing width={width} height={frame.height}>
        {frame.ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={frame.xOf(tick)}
              x2={frame.xOf(tick)}
              y1={4}
              y2={frame.axisY}
              className={tick === 0 ? 'line-limit' : 'line-hair'}
            />
            <text x={frame.xOf(tick)} y={frame.axisY + 18} textAnchor="middle" className="axis-word">
              {formatTick(tick)}
            </text>
          </g>
        ))}
        {rows.map((row, index) => (
          <Row key={row.key} row={row} frame={frame} y={frame.yOf(index)} width={width} />
        ))}
      </Drawing>
    </ChartFrame>
  );
}

const WORDS = { size: 15, bold: true };

interface RowProps {
  readonly row: DotRow;
  readonly frame: DotFrame;
  readonly y: number;
  readonly width: number;
}

function Row({ row, frame, y, width }: RowProps) {
  const { value, low, high, label, note, isSettled } = row;
  const wordY = frame.isStacked ? y - 18 : y + 5;
  const words = isSettled ? 'label-settled' : 'label-usual';
  return (
    <g data-mark={row.key} data-value={value ?? ''}>
      <text x={0} y={wordY} className={`${words} halo`}>
        {fitText(label, frame.isStacked ? width - 8 - textWidth(note, WORDS) : frame.left - 12, WORDS)}
      </text>
      {low !== null && high !== null && (
        <line x1={frame.xOf(low)} x2={frame.xOf(high)} y1={y} y2={y} className="line-mark" />
      )}
      {value !== null && (
        <circle
          cx={frame.xOf(value)}
          cy={y}
          r={5}
          className={isSettled ? 'fill-mark' : 'ring'}
          data-x={frame.xOf(value)}
        />
      )}
      <text x={width} y={wordY} textAnchor="end" className="axis-word halo">
        {note}
      </text>
    </g>
  );
}
