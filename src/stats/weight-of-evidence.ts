/** Counts of one level of an attribute. */
export interface LevelCount {
  readonly good: number;
  readonly bad: number;
}

/** How one level of an attribute goes with the good outcome. */
export interface LevelEvidence {
  /** Share of good ones; null where the level is empty. */
  readonly rate: number | null;
  /** `rate` over the rate of all; null where either is not defined or the rate of all is 0. */
  readonly lift: number | null;
  /** Weight of evidence, a natural logarithm: above 0 where the level is more frequent among the good. */
  readonly woe: number;
  /** What the level adds to the information value, never below 0. */
  readonly iv: number;
}

export interface AttributeEvidence {
  /** Information value: 0 where the attribute says nothing. */
  readonly iv: number;
  /** One for each level given, in the same order. */
  readonly levels: readonly LevelEvidence[];
}

/** Added to each count of a level, so that an empty one has a logarithm. */
const smoothing = 0.5;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const quotient = (over: number, under: number): number | null => (under === 0 ? null : over / under);

/**
 * Weight of evidence of each level, `ln(((good + ½) / (Good + ½k)) / ((bad + ½) / (Bad + ½k)))` over k levels, and the
 * information value of the attribute, the sum of the differences of the same smoothed shares times it (Good 1950; Kullback
 * 1959). Rates and lifts are not smoothed. No levels give an information value of 0.
 */
export const weightOfEvidence = (counts: readonly LevelCount[]): AttributeEvidence => {
  const [allGood, allBad] = [sum(counts.map(({ good }) => good)), sum(counts.map(({ bad }) => bad))];
  const added = smoothing * counts.length;
  const overall = quotient(allGood, allGood + allBad) ?? 0;
  const levels = counts.map(({ good, bad }): LevelEvidence => {
    const shareOfGood = (good + smoothing) / (allGood + added);
    const shareOfBad = (bad + smoothing) / (allBad + added);
    const woe = Math.log(shareOfGood / shareOfBad);
    const rate = quotient(good, good + bad);
    return {
      rate,
      lift: rate === null ? null : quotient(rate, overall),
      woe,
      iv: (shareOfGood - shareOfBad) * woe,
    };
  });
  return { iv: sum(levels.map(({ iv }) => iv)), levels };
};
