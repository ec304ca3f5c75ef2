import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { QuadrantFrame } from './quadrant-frame.ts';
import { QuadrantCorners } from './quadrant-corner-words.tsx';
import { QuadrantGuides } from './quadrant-guides.tsx';
import { QuadrantHits } from './quadrant-hits.tsx';
import { QuadrantLabels } from './quadrant-label-words.tsx';
import { plotPoints } from './quadrant-layout.ts';
import { QuadrantMarks } from './quadrant-marks.tsx';
import type { QuadrantProps } from './quadrant-props.ts';
import { layOutWords } from './quadrant-words-layout.ts';

/** Everything inside the axes, drawn on Recharts' own scales. */
export function QuadrantLayer({ frame, ...props }: QuadrantProps & { readonly frame: QuadrantFrame }) {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!plot || !xScale || !yScale) return null;
  const scales = {
    plot,
    xOf: (value: number) => Number(xScale(value)),
    yOf: (value: number) => Number(yScale(value)),
  };
  const points = plotPoints(frame, scales);
  const words = layOutWords(props, scales, points, frame.isNarrow);
  const { onSelect, formatPercent } = props;
  return (
    <g>
      <QuadrantGuides {...props} frame={frame} scales={scales} names={words.guides} />
      <QuadrantCorners corners={words.corners} />
      <QuadrantMarks points={points} />
      <QuadrantLabels labels={words.labels} />
      {onSelect && <QuadrantHits points={points} onSelect={onSelect} formatPercent={formatPercent} />}
    </g>
  );
}
