import type { Box, Disc } from './box.ts';
import { firstFree, type PlotScales } from './quadrant-layout.ts';
import type { QuadrantProps } from './quadrant-props.ts';
import { textWidth } from './text-size.ts';

/** An average: its dashed line and its name. */
export interface GuideName {
  readonly key: 'x' | 'y';
  readonly text: string;
  readonly box: Box;
  readonly line: Box;
}

const HEIGHT = 17;
const STYLE = { size: 13.5 };

/** The averages with their names: x above the plot, y along its line where no disc stands. */
export function guideNames(
  { xAverage, yAverage, averageLabel = 'average', formatPercent }: QuadrantProps,
  { plot, xOf, yOf }: PlotScales,
  discs: readonly Disc[],
): readonly GuideName[] {
  const named = (value: number) => {
    const text = `${averageLabel} ${formatPercent(value)}`;
    return { text, width: textWidth(text, STYLE) };
  };
  const names: GuideName[] = [];
  if (xAverage !== null) {
    const x = xOf(xAverage);
    const { text, width } = named(xAverage);
    const left = Math.min(Math.max(x - width / 2, plot.x), plot.x + plot.width - width);
    const line = { x: x - 1, y: plot.y, width: 2, height: plot.height };
    names.push({ key: 'x', text, box: { x: left, y: plot.y - HEIGHT - 3, width, height: HEIGHT }, line });
  }
  if (yAverage !== null) {
    const y = yOf(yAverage);
    const { text, width } = named(yAverage);
    const places = placesAlong(plot, y, width);
    const box = (firstFree(places, discs, []) ?? places[0])?.box;
    const line = { x: plot.x, y: y - 1, width: plot.width, height: 2 };
    if (box) names.push({ key: 'y', text, box, line });
  }
  return names;
}

/** Above and below the line, from the right end to the left. */
function placesAlong(plot: Box, y: number, width: number): readonly { readonly box: Box }[] {
  const last = plot.x + plot.width - width - 4;
  const steps = Math.max(0, Math.floor((last - plot.x - 4) / 24));
  return Array.from({ length: steps + 1 }, (_, step) => last - step * 24).flatMap((x) => [
    { box: { x, y: y - HEIGHT - 2, width, height: HEIGHT } },
    { box: { x, y: y + 3, width, height: HEIGHT } },
  ]);
}
