import type { PlotScales } from './quadrant-layout.ts';

/** The part of y = product / x inside the plot as an SVG path, and the height at which it leaves on the right. */
export interface IsoCurve {
  readonly path: string;
  readonly endY: number;
}

const STEPS = 90;

/** Draws one curve; null where it leaves the plot at the top before the right edge, or is flat on the axis. */
export function isoCurve(
  product: number,
  xMax: number,
  yMax: number,
  { xOf, yOf }: Pick<PlotScales, 'xOf' | 'yOf'>,
): IsoCurve | null {
  const first = product / yMax;
  if (product <= 0 || first >= xMax) return null;
  const places = Array.from({ length: STEPS + 1 }, (_, step) => {
    const x = first * (xMax / first) ** (step / STEPS);
    return `${xOf(x).toFixed(1)} ${yOf(product / x).toFixed(1)}`;
  });
  return { path: `M${places.join('L')}`, endY: yOf(product / xMax) };
}
