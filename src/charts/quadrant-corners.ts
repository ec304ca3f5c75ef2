import type { Box, Disc } from './box.ts';
import { firstFree, type PlotPoint, type PlotScales } from './quadrant-layout.ts';
import type { QuadrantProps } from './quadrant-props.ts';
import { textWidth, wrapText, type TextStyle } from './text-size.ts';

/** A corner's name, set in lines inside its quarter of the plot. */
export interface CornerName {
  readonly key: string;
  readonly lines: readonly string[];
  readonly box: Box;
  readonly anchor: 'start' | 'end';
  readonly size: number;
  readonly accent: boolean;
}

/** Line height of a corner's name. */
export const CORNER_LINE = 19;
const INSET = 5;

/** Sets each name in the outer corner of its quarter, or in a free place of it; left out where there is none. */
export function cornerNames(
  { corners, xAverage, yAverage }: QuadrantProps,
  { plot, xOf, yOf }: PlotScales,
  points: readonly PlotPoint[],
  texts: readonly Box[],
): readonly CornerName[] {
  const x = xAverage === null ? plot.x + plot.width / 2 : xOf(xAverage);
  const y = yAverage === null ? plot.y + plot.height / 2 : yOf(yAverage);
  const left = { x: plot.x, width: x - plot.x };
  const right = { x, width: plot.x + plot.width - x };
  const top = { y: plot.y, height: y - plot.y };
  const bottom = { y, height: plot.y + plot.height - y };
  const accent = points.find(({ point }) => point.accent);
  const isAccent = (quarter: Box) => accent !== undefined && holds(quarter, accent);
  const size = plot.width < 400 ? 14.5 : 15.5;
  return [
    { key: 'topLeft', name: corners.topLeft, quarter: { ...left, ...top }, isRight: false, isTop: true },
    { key: 'topRight', name: corners.topRight, quarter: { ...right, ...top }, isRight: true, isTop: true },
    {
      key: 'bottomLeft',
      name: corners.bottomLeft,
      quarter: { ...left, ...bottom },
      isRight: false,
      isTop: false,
    },
    {
      key: 'bottomRight',
      name: corners.bottomRight,
      quarter: { ...right, ...bottom },
      isRight: true,
      isTop: false,
    },
  ].flatMap((corner) => {
    const style = { size, serif: true, bold: isAccent(corner.quarter) };
    const set = setName(corner, style);
    const place = firstFree(set.places, points, texts) ?? (style.bold ? set.places[0] : undefined);
    return place ? [{ key: corner.key, size, accent: style.bold, lines: set.lines, ...place }] : [];
  });
}

interface Corner {
  readonly name: string;
  readonly quarter: Box;
  readonly isRight: boolean;
  readonly isTop: boolean;
}

function setName({ name, quarter, isRight, isTop }: Corner, style: TextStyle) {
  const lines = wrapText(name, Math.max(quarter.width - 2 * INSET, 72), style);
  const width = Math.max(...lines.map((line) => textWidth(line, style)));
  const height = lines.length * CORNER_LINE;
  const steps = Math.max(0, Math.floor((quarter.height - height - 2 * INSET) / 12));
  const places = [isRight, !isRight].flatMap((atRight) =>
    Array.from({ length: steps + 1 }, (_, step) => ({
      box: {
        x: atRight ? quarter.x + quarter.width - INSET - width : quarter.x + INSET,
        y: isTop ? quarter.y + INSET + step * 12 : quarter.y + quarter.height - INSET - height - step * 12,
        width,
        height,
      },
      anchor: atRight ? ('end' as const) : ('start' as const),
    })),
  );
  return { lines, places };
}

function holds(box: Box, disc: Disc): boolean {
  return disc.x > box.x && disc.x < box.x + box.width && disc.y > box.y && disc.y < box.y + box.height;
}
