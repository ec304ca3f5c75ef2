import { fitBetaBinomial } from './beta-binomial.ts';
import type { Group } from './group.ts';

/** How strongly groups are drawn together, as so many trials at the common rate. */
export interface Strength {
  /** As estimated; 0 where nothing is drawn. */
  readonly estimated: number;
  /** At one standard error more of the correlation: what a range may rest on, since groups may differ more than it seems. */
  readonly cautious: number;
}

/** Nothing is drawn. */
export const noStrength: Strength = { estimated: 0, cautious: 0 };

/**
 * The strength of the beta-binomial fit, and the one at its intraclass correlation plus one standard error (Fisher 1925,
 * with the mean group size of the analysis of variance), never above the first. Few or small groups that happen not to
 * differ leave the correlation open: the estimate then draws by all trials, the cautious strength by far fewer. Fewer
 * than three groups with trials are not drawn.
 */
export const strengthOf = (groups: readonly Group[]): Strength => {
  const fit = fitBetaBinomial(groups);
  if (fit === null) return noStrength;
  const seen = groups.filter(({ n }) => n > 0);
  const trials = seen.reduce((sum, { n }) => sum + n, 0);
  const size = (trials - seen.reduce((sum, { n }) => sum + n * n, 0) / trials) / (seen.length - 1);
  const correlation = Math.max(0, fit.correlation ?? 0);
  const error =
    Math.sqrt(2 / ((seen.length - 1) * size * (size - 1))) *
    (1 - correlation) *
    (1 + (size - 1) * correlation);
  const upper = Math.min(1, correlation + error);
  return { estimated: fit.strength, cautious: Math.min(fit.strength, (1 - upper) / upper) };
};
