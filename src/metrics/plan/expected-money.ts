import { logNormalQuantile, logNormalTail, type Spread } from '../../stats/log-normal.ts';

/** Money that is expected, with what it is unsure by. */
export interface ExpectedMoney {
  readonly meanMinor: number;
  /** Variance by luck: which deals are won, and how large they are. Of independent sums it adds up. */
  readonly luck: number;
  /**
   * Deviation in minor units by how far rates and deal sizes are known. It adds up as it is, as parts that rest on the
   * same history err together. Null where the counts say nothing of it.
   */
  readonly doubtMinor: number | null;
}

export const nothingExpected: ExpectedMoney = { meanMinor: 0, luck: 0, doubtMinor: 0 };

/** Several parts together. */
export const addExpected = (parts: readonly ExpectedMoney[]): ExpectedMoney =>
  parts.reduce(
    (total, part) => ({
      meanMinor: total.meanMinor + part.meanMinor,
      luck: total.luck + part.luck,
      doubtMinor:
        total.doubtMinor === null || part.doubtMinor === null ? null : total.doubtMinor + part.doubtMinor,
    }),
    nothingExpected,
  );

/** What a part comes to that is expected `times` over, 0 or more. */
export const scaleExpected = (part: ExpectedMoney, times: number): ExpectedMoney => ({
  meanMinor: part.meanMinor * times,
  luck: part.luck * times,
  doubtMinor: part.doubtMinor === null ? null : part.doubtMinor * times,
});

const spreadOf = ({ meanMinor, luck, doubtMinor }: ExpectedMoney): Spread | null =>
  doubtMinor === null ? null : { mean: meanMinor, deviation: Math.hypot(Math.sqrt(luck), doubtMinor) };

/** The range at a confidence in (0, 1), in minor units, never below 0. Null where the doubt is not known. */
export const expectedRange = (
  expected: ExpectedMoney,
  confidence: number,
): { readonly low: number; readonly high: number } | null => {
  const spread = spreadOf(expected);
  if (spread === null) return null;
  return {
    low: logNormalQuantile(spread, (1 - confidence) / 2),
    high: logNormalQuantile(spread, (1 + confidence) / 2),
  };
};

/** The chance in [0, 1] of at least so much. Null where the doubt is not known. */
export const chanceOfAtLeast = (expected: ExpectedMoney, minor: number): number | null => {
  const spread = spreadOf(expected);
  return spread === null ? null : logNormalTail(spread, minor);
};
