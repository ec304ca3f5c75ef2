/** How many have one score, and how many of them are positive. */
export interface ScoreCount {
  readonly score: number;
  readonly n: number;
  readonly positives: number;
}

/** What a threshold selects: all with a score at or above it. Shares are null where there is nothing to share. */
export interface ThresholdRow {
  readonly threshold: number;
  readonly selected: number;
  readonly positives: number;
  /** Positives among the selected. */
  readonly precision: number | null;
  /** Selected among the positives; the y of the ROC curve. */
  readonly recall: number | null;
  /** Selected among the negatives; the x of the ROC curve. */
  readonly falsePositiveRate: number | null;
  /** Selected among all. */
  readonly selectedShare: number | null;
}

const quotient = (over: number, under: number): number | null => (under === 0 ? null : over / under);

type Count = Pick<ScoreCount, 'n' | 'positives'>;

const nothing: Count = { n: 0, positives: 0 };

const added = (counts: readonly Count[]): Count =>
  counts.reduce((sum, { n, positives }) => ({ n: sum.n + n, positives: sum.positives + positives }), nothing);

const rowOf = (threshold: number, selected: Count, all: Count): ThresholdRow => ({
  threshold,
  selected: selected.n,
  positives: selected.positives,
  precision: quotient(selected.positives, selected.n),
  recall: quotient(selected.positives, all.positives),
  falsePositiveRate: quotient(selected.n - selected.positives, all.n - all.positives),
  selectedShare: quotient(selected.n, all.n),
});

/** One row for each threshold given, in the same order. Scores may come in any order and more than once. */
export const thresholdRows = (
  counts: readonly ScoreCount[],
  thresholds: readonly number[],
): readonly ThresholdRow[] => {
  const all = added(counts);
  return thresholds.map((threshold) =>
    rowOf(threshold, added(counts.filter(({ score }) => score >= threshold)), all),
  );
};

/** Rows at every score there is, from the highest down: the points of the ROC curve, without its start at (0, 0). */
export const rocRows = (counts: readonly ScoreCount[]): readonly ThresholdRow[] => {
  const all = added(counts);
  const byScore = new Map<number, Count>();
  for (const count of counts) byScore.set(count.score, added([count, byScore.get(count.score) ?? nothing]));
  let selected: Count = nothing;
  return [...byScore]
    .toSorted(([a], [b]) => b - a)
    .map(([score, tied]) => {
      selected = added([selected, tied]);
      return rowOf(score, selected, all);
    });
};

/**
 * Area under the ROC curve: the probability that a positive has a higher score than a negative, a tie counting half
 * (Hanley & McNeil 1982, Radiology 143). Null where there are no positives or no negatives.
 */
export const areaUnderRoc = (counts: readonly ScoreCount[]): number | null => {
  const { n, positives } = added(counts);
  const negatives = n - positives;
  let pairsWon = 0;
  let above: Count = nothing;
  for (const row of rocRows(counts)) {
    const tiedPositives = row.positives - above.positives;
    const tiedNegatives = row.selected - row.positives - (above.n - above.positives);
    pairsWon += tiedNegatives * (above.positives + tiedPositives / 2);
    above = { n: row.selected, positives: row.positives };
  }
  return quotient(pairsWon, positives * negatives);
};
