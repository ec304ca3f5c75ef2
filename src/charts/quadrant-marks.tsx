import type { PlotPoint } from './quadrant-layout.ts';

/** Tails from where points stood before, interval crosses, then discs on top of them. */
export function QuadrantMarks({ points }: { readonly points: readonly PlotPoint[] }) {
  return (
    <g>
      {points.map(
        ({ point, x, y, before }) =>
          before !== null && (
            <g key={point.key} data-tail={point.key}>
              <line x1={before.x} x2={x} y1={before.y} y2={y} className="line-tail" />
              <circle cx={before.x} cy={before.y} r={2.5} className="tail-end" />
            </g>
          ),
      )}
      {points.map((place) => (
        <g key={place.point.key}>
          <line x1={place.left} x2={place.right} y1={place.y} y2={place.y} className={lineClass(place)} />
          <line x1={place.x} x2={place.x} y1={place.top} y2={place.bottom} className={lineClass(place)} />
        </g>
      ))}
      {points.map(({ point, x, y, radius }) => (
        <g key={point.key}>
          <circle cx={x} cy={y} r={radius + 2} className="fill-paper" />
          <circle cx={x} cy={y} r={radius} className={discClass(point)}>
            <title>{point.label}</title>
          </circle>
        </g>
      ))}
    </g>
  );
}

function lineClass({ point }: PlotPoint): string {
  if (point.accent) return 'line-signal';
  return point.settled ? 'line-mark' : 'line-context';
}

function discClass({ accent, settled }: PlotPoint['point']): string {
  if (accent) return 'fill-signal';
  return settled ? 'fill-mark' : 'ring-quiet';
}
