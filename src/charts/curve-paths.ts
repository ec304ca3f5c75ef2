import { stepCorners, type Curve, type CurveStep } from './curve.ts';
import { linePath } from './line-path.ts';

/** Where days and shares lie in pixels. */
export interface CurveScales {
  readonly xOf: (day: number) => number;
  readonly yOf: (share: number) => number;
}

/** A curve as paths; empty text where a piece is missing. */
export interface CurvePaths {
  /** Up to the age that all have reached. */
  readonly solid: string;
  /** Beyond it. */
  readonly dashed: string;
  readonly band: { readonly area: string; readonly edges: readonly string[] } | null;
}

/** Draws up a curve; `sureTo` is the age that all have reached, null where that is not known, so that nothing is sure. */
export function curvePaths(
  curve: Curve,
  sureTo: number | null,
  days: number,
  scales: CurveScales,
): CurvePaths {
  const { steps, knownTo } = curve;
  if (knownTo === null) return { solid: '', dashed: '', band: null };
  const end = Math.min(knownTo, days);
  const sure = Math.min(sureTo ?? 0, end);
  const pathOf = (from: number, to: number, shareOf: (step: CurveStep) => number) =>
    stepCorners(steps, from, to, shareOf).map(
      ({ day, share }) => [scales.xOf(day), scales.yOf(share)] as const,
    );
  const share = (step: CurveStep) => step.share;
  return {
    solid: sure > 0 ? linePath(pathOf(0, sure, share)) : '',
    dashed: end > sure ? linePath(pathOf(sure, end, share)) : '',
    band: curve.hasBand ? bandOf(pathOf, end) : null,
  };
}

function bandOf(
  pathOf: (
    from: number,
    to: number,
    shareOf: (step: CurveStep) => number,
  ) => readonly (readonly [number, number])[],
  end: number,
) {
  const highs = pathOf(0, end, (step) => step.high ?? step.share);
  const lows = pathOf(0, end, (step) => step.low ?? step.share);
  return {
    area: `${linePath([...highs, ...lows.toReversed()])}Z`,
    edges: [linePath(highs), linePath(lows)],
  };
}
