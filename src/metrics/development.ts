import { horizon, incidenceAt, type IncidencePoint } from '../stats/aalen-johansen.ts';

/** How much of the conversions within a window is still to come until the horizon that "final" means. */
export interface Development {
  readonly windowDays: number;
  /** Null where the reference curve is too thin for a horizon; `factor` is 1 then. */
  readonly horizonDays: number | null;
  /** Final over windowed incidence, F(H) / F(W); what a windowed rate is multiplied by. */
  readonly factor: number;
}

/**
 * Develops a windowed rate to the final one by the overall reference curve. The factor is 1, with a null horizon, where
 * the curve has no age with 30 at risk, or nobody had converted within the window.
 */
export const developmentOf = (
  curve: readonly IncidencePoint[],
  windowDays: number,
  capDays: number,
): Development => {
  const horizonDays = horizon(curve, capDays);
  const within = incidenceAt(curve, windowDays)?.converted ?? 0;
  if (horizonDays === null || within === 0) return { windowDays, horizonDays: null, factor: 1 };
  const final = incidenceAt(curve, horizonDays)?.converted ?? 0;
  return { windowDays, horizonDays, factor: final / within };
};
