import type { QuadrantLabel } from './quadrant-labels.ts';

const SHARE = { start: 0, middle: 0.5, end: 1 };

/** The names of the points with their notes, and leader lines where a name had to move away. */
export function QuadrantLabels({ labels }: { readonly labels: readonly QuadrantLabel[] }) {
  return (
    <g>
      {labels.map(({ key, lines, box, anchor, leader }) => (
        <g key={key}>
          {leader && (
            <line
              x1={leader.from.x}
              y1={leader.from.y}
              x2={leader.to.x}
              y2={leader.to.y}
              className="line-limit"
            />
          )}
          {lines.map(({ text, className, baseline }) => (
            <text
              key={text}
              x={box.x + box.width * SHARE[anchor]}
              y={box.y + baseline}
              textAnchor={anchor}
              className={`${className} halo`}
            >
              {text}
            </text>
          ))}
        </g>
      ))}
    </g>
  );
}
