import type { RankItem, RankRow } from './rank-rows.ts';
import { DOT_GAP, WORD_GAP, type SlopeFrame } from './slope-frame.ts';
import { fitText } from './text-size.ts';

interface RankSideProps {
  readonly side: 'left' | 'right';
  readonly title: readonly string[];
  readonly rows: readonly RankRow[];
  readonly frame: SlopeFrame;
  readonly formatPercent: (rate: number) => string;
}

/** The words of one side: title, and on each row rank, name and rate. */
export function RankSide({ side, title, rows, frame, formatPercent }: RankSideProps) {
  const isLeft = side === 'left';
  const x = isLeft ? frame.leftX : frame.rightX;
  const out = isLeft ? -1 : 1;
  const rateX = isLeft ? x - DOT_GAP : x + DOT_GAP + frame.rateWidth;
  const nameX = x + out * (DOT_GAP + frame.rateWidth + WORD_GAP);
  return (
    <g>
      {title.map((line, index) => (
        <text
          key={line}
          x={x}
          y={13 + index * 18}
          textAnchor={isLeft ? 'end' : 'start'}
          className="axis-title"
        >
          {line}
        </text>
      ))}
      {rows.map((row) => {
        const y = frame.top + (isLeft ? row.leftRow : row.rightRow) * frame.rowHeight + 5;
        const className = wordClass(row, frame.isNarrow);
        return (
          <g key={row.key}>
            <text x={rateX} y={y} textAnchor="end" className={className}>
              {formatPercent(isLeft ? row.left : row.right)}
            </text>
            <text x={nameX} y={y} textAnchor={isLeft ? 'end' : 'start'} className={className}>
              {fitText(row.label, frame.nameWidth, {
                size: row.accent && !frame.isNarrow ? 17 : 15,
                bold: true,
              })}
            </text>
            {!frame.isNarrow && (
              <text
                x={isLeft ? 0 : frame.width}
                y={y}
                textAnchor={isLeft ? 'start' : 'end'}
                className={className}
              >
                {isLeft ? row.leftRank : row.rightRank}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

function wordClass({ accent, settled }: RankItem, isNarrow: boolean): string {
  if (accent) return isNarrow ? 'label-settled label-red' : 'label-accent-small';
  return settled ? 'label-settled' : 'label-usual';
}
