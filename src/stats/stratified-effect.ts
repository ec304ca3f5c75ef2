import { z95, type Interval } from './wilson.ts';

/** Counts of one stratum: k successes of n with a treatment and without it. */
export interface Stratum {
  readonly withK: number;
  readonly withN: number;
  readonly withoutK: number;
  readonly withoutN: number;
}

/** What the treatment would have done for those without it. */
export interface EffectEstimate extends Interval {
  /** Difference of proportions, weighted by those without the treatment; `low` and `high` bound it. */
  readonly effect: number;
  readonly standardError: number;
  /** Successes more among those without the treatment, and its bounds. */
  readonly extra: number;
  readonly extraLow: number;
  readonly extraHigh: number;
}

export interface StratifiedEffect {
  /** Null where no stratum is large enough. */
  readonly estimate: EffectEstimate | null;
  /** Difference of the pooled proportions over all strata, adjusted for nothing; null where an arm is empty. */
  readonly crude: number | null;
  /** Share of those without the treatment that are in strata used; null where there are none. */
  readonly coverage: number | null;
  readonly strataUsed: number;
}

/** A stratum needs this many in each arm. */
const minimumPerArm = 10;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Variance of a proportion, one success and one failure added, so that an arm with none of either is not certain. */
const variance = (k: number, n: number): number => {
  const p = (k + 1) / (n + 2);
  return (p * (1 - p)) / (n + 2);
};

const estimateOf = (strata: readonly Stratum[], z: number): EffectEstimate | null => {
  const untreated = sum(strata.map(({ withoutN }) => withoutN));
  if (untreated === 0) return null;
  const effect = sum(
    strata.map(
      ({ withK, withN, withoutK, withoutN }) =>
        (withoutN / untreated) * (withK / withN - withoutK / withoutN),
    ),
  );
  const standardError = Math.sqrt(
    sum(
      strata.map(
        ({ withK, withN, withoutK, withoutN }) =>
          (withoutN / untreated) ** 2 * (variance(withK, withN) + variance(withoutK, withoutN)),
      ),
    ),
  );
  const [low, high] = [effect - z * standardError, effect + z * standardError];
  return {
    effect,
    standardError,
    low,
    high,
    extra: effect * untreated,
    extraLow: low * untreated,
    extraHigh: high * untreated,
  };
};

/**
 * Difference between those with and those without a treatment within strata, standardised to those without it, over
 * strata with ten or more in each arm; a normal interval of `z` standard errors (direct standardisation, with the
 * variance of Agresti & Caffo 2000, The American Statistician 54). An association: it is the effect only where the
 * strata hold everything that decides about treatment and success.
 */
export const stratifiedEffect = (strata: readonly Stratum[], z: number = z95): StratifiedEffect => {
  const used = strata.filter(({ withN, withoutN }) => Math.min(withN, withoutN) >= minimumPerArm);
  const [withN, withoutN] = [
    sum(strata.map((stratum) => stratum.withN)),
    sum(strata.map((stratum) => stratum.withoutN)),
  ];
  const withK = sum(strata.map((stratum) => stratum.withK));
  const withoutK = sum(strata.map((stratum) => stratum.withoutK));
  return {
    estimate: estimateOf(used, z),
    crude: withN === 0 || withoutN === 0 ? null : withK / withN - withoutK / withoutN,
    coverage: withoutN === 0 ? null : sum(used.map((stratum) => stratum.withoutN)) / withoutN,
    strataUsed: used.length,
  };
};
