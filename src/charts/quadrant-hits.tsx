import type { PlotPoint } from './quadrant-layout.ts';

interface QuadrantHitsProps {
  readonly points: readonly PlotPoint[];
  readonly onSelect: (key: string) => void;
  readonly formatPercent: (rate: number) => string;
}

/** A real button over every disc, never smaller than 24 pixels. */
export function QuadrantHits({ points, onSelect, formatPercent }: QuadrantHitsProps) {
  return (
    <g className="chart-hits">
      {points.map(({ point, x, y, radius }) => {
        const half = Math.max(12, radius + 2);
        return (
          <foreignObject key={point.key} x={x - half} y={y - half} width={half * 2} height={half * 2}>
            <button
              type="button"
              className="chart-hit"
              aria-label={`${point.label}: ${formatPercent(point.x.rate)}, ${formatPercent(point.y.rate)}`}
              title={point.label}
              onClick={() => onSelect(point.key)}
            />
          </foreignObject>
        );
      })}
    </g>
  );
}
