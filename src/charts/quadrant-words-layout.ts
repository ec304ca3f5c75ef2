import { cornerNames, type CornerName } from './quadrant-corners.ts';
import { guideNames, type GuideName } from './quadrant-guide-names.ts';
import { crossesOf, quadrantLabels, type QuadrantLabel } from './quadrant-labels.ts';
import type { PlotPoint, PlotScales } from './quadrant-layout.ts';
import type { QuadrantProps } from './quadrant-props.ts';

/** Every word inside the plot, in its place. */
export interface QuadrantWordsLayout {
  readonly guides: readonly GuideName[];
  readonly corners: readonly CornerName[];
  readonly labels: readonly QuadrantLabel[];
}

/** Places the words in the order in which they matter: averages, the exception, the corners, all others. */
export function layOutWords(
  props: QuadrantProps,
  scales: PlotScales,
  points: readonly PlotPoint[],
  isNarrow: boolean,
): QuadrantWordsLayout {
  const guides = guideNames(props, scales, points);
  const names = guides.map(({ box }) => box);
  const lines = [...crossesOf(points), ...guides.map(({ line }) => line)];
  const around = { bounds: scales.plot, discs: points };
  const usualCorners = cornerNames(props, scales, points, names).map(({ box }) => box);
  const exceptions = points.filter(({ point }) => point.accent);
  const faint = [...lines, ...usualCorners, ...usualCorners];
  const free = quadrantLabels(exceptions, { ...around, solid: names, faint }, isNarrow);
  const accents =
    free.length === exceptions.length
      ? free
      : quadrantLabels(exceptions, { ...around, discs: exceptions, solid: [], faint }, isNarrow);
  const known = [...names, ...accents.map(({ box }) => box)];
  const corners = cornerNames(props, scales, points, known);
  const others = quadrantLabels(
    points.filter(({ point }) => !point.accent),
    { ...around, solid: [...known, ...corners.map(({ box }) => box)], faint: lines },
    isNarrow,
  );
  return { guides, corners, labels: [...others, ...accents] };
}
