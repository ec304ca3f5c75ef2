import type { ReactNode } from 'react';
import { ChartFrame } from './chart-frame.tsx';
import { rankRows, type RankItem, type RankRow } from './rank-rows.ts';
import { RankSide } from './rank-side.tsx';
import { slopeFrame, type SlopeFrame } from './slope-frame.ts';
import { useWidth } from './use-width.ts';

/** Two rankings of the same things, left and right. */
export interface RankSlopeProps {
  readonly items: readonly RankItem[];
  readonly leftTitle: string;
  readonly rightTitle: string;
  readonly title: string;
  readonly summary: string;
  readonly formatPercent: (rate: number) => string;
  readonly table?: ReactNode;
}

/** Lines from rank to rank: solid where settled, dashed where not, one heavy red line for the exception. */
export function RankSlope({
  items,
  leftTitle,
  rightTitle,
  title,
  summary,
  formatPercent,
  table,
}: RankSlopeProps) {
  const [ref, width] = useWidth();
  const rows = rankRows(items);
  const frame = slopeFrame(rows, [leftTitle, rightTitle], width, formatPercent);
  return (
    <ChartFrame title={title} summary={summary} table={table} chartRef={ref}>
      <svg width={width} height={frame.height} viewBox={`0 0 ${width} ${frame.height}`} aria-hidden="true">
        {[frame.leftX, frame.rightX].map((x) => (
          <line key={x} x1={x} x2={x} y1={frame.top - 18} y2={frame.height - 4} className="line-hair" />
        ))}
        {rows.map((row) => (
          <RankLine key={row.key} row={row} frame={frame} />
        ))}
        <RankSide
          side="left"
          title={frame.titles[0]}
          rows={rows}
          frame={frame}
          formatPercent={formatPercent}
        />
        <RankSide
          side="right"
          title={frame.titles[1]}
          rows={rows}
          frame={frame}
          formatPercent={formatPercent}
        />
      </svg>
    </ChartFrame>
  );
}

function RankLine({ row, frame }: { readonly row: RankRow; readonly frame: SlopeFrame }) {
  const y1 = frame.top + row.leftRow * frame.rowHeight;
  const y2 = frame.top + row.rightRow * frame.rowHeight;
  return (
    <g>
      <line x1={frame.leftX} y1={y1} x2={frame.rightX} y2={y2} className={lineClass(row)} />
      {[
        { x: frame.leftX, y: y1 },
        { x: frame.rightX, y: y2 },
      ].map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={row.accent ? 5.5 : 4.2} className={dotClass(row)} />
      ))}
    </g>
  );
}

function lineClass({ accent, settled }: RankItem): string {
  if (accent) return 'line-signal line-heavy';
  return settled ? 'line-mark' : 'line-context line-dashed';
}

function dotClass({ accent, settled }: RankItem): string {
  if (accent) return 'fill-signal';
  return settled ? 'fill-mark' : 'ring-quiet';
}
