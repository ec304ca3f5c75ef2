/** k of n of one group in the period before (0) and the period after (1). */
export interface TwoPeriods {
  readonly k0: number;
  readonly n0: number;
  readonly k1: number;
  readonly n1: number;
}

/** What a group adds to the change of the pooled rate, as fractions. */
export interface MixRate {
  /** Through its share of all: its share grew or shrank, and its rate is above or below the pooled one. */
  readonly mix: number;
  /** Through its own rate. */
  readonly rate: number;
}

/** The change of a pooled rate, taken apart. The totals add up to `pooled1 - pooled0`. */
export interface MixRateChange {
  readonly pooled0: number;
  readonly pooled1: number;
  readonly mixTotal: number;
  readonly rateTotal: number;
  /** One for each group given, in the same order. */
  readonly groups: readonly MixRate[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Mix and rate effects with midpoint weights, which is the Shapley value of the two factors share and rate (Shapley
 * 1953), so that nothing is left over and no order matters. The mix is centred on the mean of the two pooled rates:
 * growth of a group below it counts as negative. A group without records in one period takes its rate from the other,
 * so that it is pure mix. Null where a period has no records at all.
 */
export const mixRate = (groups: readonly TwoPeriods[]): MixRateChange | null => {
  const all0 = sum(groups.map(({ n0 }) => n0));
  const all1 = sum(groups.map(({ n1 }) => n1));
  if (all0 === 0 || all1 === 0) return null;
  const pooled0 = sum(groups.map(({ k0 }) => k0)) / all0;
  const pooled1 = sum(groups.map(({ k1 }) => k1)) / all1;
  const centre = (pooled0 + pooled1) / 2;
  const effects = groups.map(({ k0, n0, k1, n1 }): MixRate => {
    if (n0 === 0 && n1 === 0) return { mix: 0, rate: 0 };
    const rate0 = n0 === 0 ? k1 / n1 : k0 / n0;
    const rate1 = n1 === 0 ? k0 / n0 : k1 / n1;
    const [share0, share1] = [n0 / all0, n1 / all1];
    return {
      mix: (share1 - share0) * ((rate0 + rate1) / 2 - centre),
      rate: ((share0 + share1) / 2) * (rate1 - rate0),
    };
  });
  return {
    pooled0,
    pooled1,
    mixTotal: sum(effects.map(({ mix }) => mix)),
    rateTotal: sum(effects.map(({ rate }) => rate)),
    groups: effects,
  };
};
