/** What happened at one age, in whole days: `converted` (event 1), `left` (event 2), `total` that ended or were last seen at this age. */
export interface AgeCount {
  readonly age: number;
  readonly converted: number;
  readonly left: number;
  readonly total: number;
}

/** Cumulative incidence at one age: share converted, share left, share still open, and how many were at risk. */
export interface IncidencePoint {
  readonly age: number;
  readonly atRisk: number;
  readonly converted: number;
  readonly left: number;
  readonly open: number;
  /** Standard error of `converted`. */
  readonly standardError: number;
}

interface Step {
  readonly atRisk: number;
  readonly openBefore: number;
  readonly hazard1: number;
  readonly hazard2: number;
  readonly point: Omit<IncidencePoint, 'standardError'>;
}

const lifeTable = (ages: readonly AgeCount[]): readonly Step[] => {
  let atRisk = ages.reduce((sum, age) => sum + age.total, 0);
  let open = 1;
  let converted = 0;
  let left = 0;
  return ages.map((age) => {
    const hazard1 = age.converted / atRisk;
    const hazard2 = age.left / atRisk;
    const openBefore = open;
    converted += openBefore * hazard1;
    left += openBefore * hazard2;
    open = openBefore * (1 - hazard1 - hazard2);
    const step = {
      atRisk,
      openBefore,
      hazard1,
      hazard2,
      point: { age: age.age, atRisk, converted, left, open },
    };
    atRisk -= age.total;
    return step;
  });
};

const variance = (steps: readonly Step[], upTo: number): number => {
  const target = steps[upTo]?.point.converted ?? 0;
  let sum = 0;
  for (let index = 0; index <= upTo; index += 1) {
    const step = steps[index];
    if (step === undefined) continue;
    const remaining = step.point.open > 0 ? (target - step.point.converted) / step.point.open : 0;
    const mean = step.hazard1 * (1 - remaining) - step.hazard2 * remaining;
    const second = step.hazard1 * (1 - remaining) ** 2 + step.hazard2 * remaining ** 2;
    sum += (step.openBefore ** 2 / step.atRisk) * (second - mean ** 2);
  }
  return sum;
};

/**
 * Cumulative incidence with two competing events (Aalen & Johansen 1978), delta-method standard error with
 * multinomial hazards (equal to R `survfit`). Ages must be ascending and distinct; age 0 is allowed; events precede
 * censorings of the same age. An empty table gives no points. Between ages the curve is flat.
 */
export const aalenJohansen = (ages: readonly AgeCount[]): readonly IncidencePoint[] => {
  const steps = lifeTable(ages);
  return steps.map((step, index) => ({
    ...step.point,
    standardError: Math.sqrt(Math.max(0, variance(steps, index))),
  }));
};

/** The point in force at `age`: the last one not later. Null before the first. */
export const incidenceAt = (curve: readonly IncidencePoint[], age: number): IncidencePoint | null =>
  curve.findLast((point) => point.age <= age) ?? null;

/**
 * The horizon that "final" means: the largest observed age up to `cap` days that at least 30 were still at risk at.
 * Null where no age has that many.
 */
export const horizon = (curve: readonly IncidencePoint[], cap: number): number | null =>
  curve.findLast((point) => point.age <= cap && point.atRisk >= 30)?.age ?? null;
