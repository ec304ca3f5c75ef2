import { boxesTouch, boxTouchesDisc, type Box, type Disc } from './box.ts';
import type { QuadrantFrame } from './quadrant-frame.ts';
import type { MeasuredPoint, MeasuredRate } from './quadrant-point.ts';

/** Where values lie in pixels. */
export interface PlotScales {
  readonly plot: Box;
  readonly xOf: (value: number) => number;
  readonly yOf: (value: number) => number;
}

/** A point with its disc and its interval, cut at the edge of the plot. */
export interface PlotPoint extends Disc {
  readonly point: MeasuredPoint;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The end of its tail. */
  readonly before: { readonly x: number; readonly y: number } | null;
}

/** Puts the points into the plot, small discs last so that none is hidden. */
export function plotPoints(frame: QuadrantFrame, { plot, xOf, yOf }: PlotScales): readonly PlotPoint[] {
  const largest = Math.max(...frame.points.map(({ area }) => area), 0);
  const crowd = frame.points.length > 16 ? 0.8 : 1;
  const radiusMax = (frame.isNarrow ? 13 : 17) * crowd;
  return frame.points
    .map((point) => ({
      point,
      x: xOf(point.x.rate),
      y: yOf(point.y.rate),
      radius: Math.max(3.5, largest > 0 ? radiusMax * Math.sqrt(point.area / largest) : 0),
      left: xOf(lowOf(point.x)),
      right: Math.min(xOf(highOf(point.x)), plot.x + plot.width),
      top: Math.max(yOf(highOf(point.y)), plot.y),
      bottom: yOf(lowOf(point.y)),
      before: point.before === undefined ? null : { x: xOf(point.before.x), y: yOf(point.before.y) },
    }))
    .toSorted((a, b) => Number(a.point.accent) - Number(b.point.accent) || b.radius - a.radius);
}

function lowOf(rate: MeasuredRate): number {
  return Math.max(0, rate.low ?? rate.rate);
}

function highOf(rate: MeasuredRate): number {
  return rate.high ?? rate.rate;
}

/** The first of some places for a fixed text that no disc and no other text covers. */
export function firstFree<Place extends { readonly box: Box }>(
  places: readonly Place[],
  discs: readonly Disc[],
  texts: readonly Box[],
): Place | undefined {
  return places.find(
    ({ box }) =>
      !discs.some((disc) => boxTouchesDisc(box, disc, 2)) && !texts.some((text) => boxesTouch(box, text, 2)),
  );
}
