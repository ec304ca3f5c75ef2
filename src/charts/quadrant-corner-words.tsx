import { CORNER_LINE, type CornerName } from './quadrant-corners.ts';

/** The names of the four corners; the exception's corner is the red one. */
export function QuadrantCorners({ corners }: { readonly corners: readonly CornerName[] }) {
  return (
    <g>
      {corners.map(({ key, lines, box, anchor, size, accent }) =>
        lines.map((line, index) => (
          <text
            key={`${key} ${line}`}
            x={anchor === 'end' ? box.x + box.width : box.x}
            y={box.y + 14 + index * CORNER_LINE}
            textAnchor={anchor}
            fontSize={size}
            className={accent ? 'label-corner label-corner-accent halo' : 'label-corner halo'}
          >
            {line}
          </text>
        )),
      )}
    </g>
  );
}
