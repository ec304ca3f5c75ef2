import type { Rate } from '../domain/rate.ts';

/** One mark of a quadrant. */
export interface QuadrantPoint {
  readonly key: string;
  readonly label: string;
  /** A second line under the label. */
  readonly note?: string;
  readonly x: Rate;
  readonly y: Rate;
  /** The size it stands for; the disc's area is proportional to it. */
  readonly area: number;
  /** Whether the intervals of both rates keep to one side of the averages. */
  readonly settled: boolean;
  /** The one exception of the chart. */
  readonly accent: boolean;
  /** Where it stood before, joined to its disc by a tail; missing where that is not known. */
  readonly before?: { readonly x: number; readonly y: number };
}

/** A point with both rates. */
export interface MeasuredPoint extends QuadrantPoint {
  readonly x: MeasuredRate;
  readonly y: MeasuredRate;
}

/** A rate that may be shown. */
export interface MeasuredRate extends Rate {
  readonly rate: number;
}

/** The points that can be drawn; a point without a rate is left out, and the caller says so. */
export function measuredPoints(points: readonly QuadrantPoint[]): readonly MeasuredPoint[] {
  return points.flatMap((point) => {
    const x = point.x.rate;
    const y = point.y.rate;
    return x === null || y === null
      ? []
      : [{ ...point, x: { ...point.x, rate: x }, y: { ...point.y, rate: y } }];
  });
}
