/** A step of a curve: from this day on this share, until the next step. */
export interface CurveStep {
  readonly day: number;
  readonly share: number;
  /** The interval; null where it is not drawn. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A share that grows with age in steps from nothing at day 0. */
export interface Curve {
  readonly key: string;
  readonly label: string;
  /** By day, ascending; no steps is a share of nothing. */
  readonly steps: readonly CurveStep[];
  /** The last day of which anything is known; null is a curve that cannot be drawn. */
  readonly knownTo: number | null;
  /** `accent` is the exception of the chart, `dark` is settled, `quiet` is context. */
  readonly tone: 'accent' | 'dark' | 'quiet';
  /** Whether its interval is drawn as a band; for the one curve the chart speaks of. */
  readonly hasBand: boolean;
}

/** A corner of a step line. */
export interface Corner {
  readonly day: number;
  readonly share: number;
}

/** The step that holds on a day; null before the first. */
export function stepAt(steps: readonly CurveStep[], day: number): CurveStep | null {
  return steps.findLast((step) => step.day <= day) ?? null;
}

/** The corners of a step line between two days, both included; none where the days are in the wrong order. */
export function stepCorners(
  steps: readonly CurveStep[],
  from: number,
  to: number,
  shareOf: (step: CurveStep) => number,
): readonly Corner[] {
  if (from > to) return [];
  const first = stepAt(steps, from);
  let share = first ? shareOf(first) : 0;
  const corners: Corner[] = [{ day: from, share }];
  for (const step of steps) {
    if (step.day <= from || step.day > to) continue;
    corners.push({ day: step.day, share });
    share = shareOf(step);
    corners.push({ day: step.day, share });
  }
  if (corners.at(-1)?.day !== to) corners.push({ day: to, share });
  return corners;
}

/** Days for the axis: at most `count` steps of a round number of days, rather such that end on the last day; and the last day where it is not too near. */
export function dayTicks(days: number, count: number): readonly number[] {
  const fitting = DAY_STEPS.filter((round) => days / round <= count);
  const step = fitting.find((round) => days % round === 0) ?? fitting[0] ?? Math.ceil(days / count);
  const ticks = Array.from({ length: Math.floor(days / step) + 1 }, (_, index) => index * step);
  const rest = days - (ticks.at(-1) ?? 0);
  return rest > step / 2 ? [...ticks, days] : ticks;
}

const DAY_STEPS = [1, 2, 5, 7, 10, 15, 30, 60, 90, 180, 365];
