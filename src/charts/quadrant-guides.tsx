import { isoCurve } from './iso-curve.ts';
import { TOP_ROOM, type QuadrantFrame } from './quadrant-frame.ts';
import type { GuideName } from './quadrant-guide-names.ts';
import type { PlotScales } from './quadrant-layout.ts';
import type { QuadrantProps } from './quadrant-props.ts';
import { spread } from './spread.ts';
import { textWidth } from './text-size.ts';

interface QuadrantGuidesProps extends QuadrantProps {
  readonly frame: QuadrantFrame;
  readonly scales: PlotScales;
  readonly names: readonly GuideName[];
}

/** The still lines of a quadrant with their words: titles, averages, curves of equal product. */
export function QuadrantGuides(props: QuadrantGuidesProps) {
  const { frame, scales, names, xTitle, yTitle, isoTitle } = props;
  const { plot } = scales;
  const right = plot.x + plot.width;
  const curves = isoCurvesOf(props);
  const titlesFit = textWidth(yTitle + isoTitle, { size: 14, bold: true }) < frame.width - 20;
  return (
    <g>
      <text x={0} y={13} className="axis-title">
        {yTitle}
      </text>
      <text x={right} y={frame.height - 4} textAnchor="end" className="axis-title">
        {xTitle}
      </text>
      {curves.map(({ label, path, labelY }) => (
        <g key={label}>
          <path d={path} className="line-dotted" />
          <text x={right + 8} y={labelY + 4.5} className="axis-word">
            {label}
          </text>
        </g>
      ))}
      {curves.length > 0 && (
        <text x={frame.width} y={titlesFit ? 13 : TOP_ROOM - 8} textAnchor="end" className="axis-word">
          {isoTitle}
        </text>
      )}
      {names.map(({ key, text, box, line }) => (
        <g key={key}>
          <line
            x1={line.x + (key === 'x' ? 1 : 0)}
            x2={line.x + (key === 'x' ? 1 : line.width)}
            y1={line.y + (key === 'y' ? 1 : 0)}
            y2={line.y + (key === 'y' ? 1 : line.height)}
            className="line-ink line-dashed"
          />
          <text x={box.x + box.width / 2} y={box.y + 13} textAnchor="middle" className="axis-word halo">
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

function isoCurvesOf({ isoLines, frame, scales }: QuadrantGuidesProps) {
  const { plot } = scales;
  const curves = isoLines.flatMap(({ product, label }) => {
    const curve = isoCurve(product, frame.x.max, frame.y.max, scales);
    return curve ? [{ label, ...curve }] : [];
  });
  const places = spread(
    curves.map(({ endY }) => endY),
    17,
    plot.y + 4,
    plot.y + plot.height - 7,
  );
  return curves.map(({ label, path, endY }, index) => ({ label, path, labelY: places[index] ?? endY }));
}
