/** The factors of one product before and after, in the same order. */
export interface FactorChange {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Logarithmic mean `(a - b) / ln(a / b)` of two positive numbers, exact where they are close or far apart; of equal numbers that number. */
const logarithmicMean = (a: number, b: number): number => {
  const low = Math.min(a, b);
  const distance = Math.abs(a - b);
  return distance === 0 ? a : distance / Math.log1p(distance / low);
};

const product = (factors: readonly number[]): number => factors.reduce((all, factor) => all * factor, 1);

/**
 * Additive logarithmic mean Divisia index, LMDI-I (Ang 2005, Energy Policy 33): the part of each factor in the change
 * of a sum of products, added over the products. The parts add up to the change. Null where a factor is not above 0,
 * for which it is not defined (Wood & Lenzen 2006, Energy Policy 34), and where there is no product at all.
 */
export const lmdiTotals = (products: readonly FactorChange[]): readonly number[] | null => {
  const [first] = products;
  const isPositive = (factor: number): boolean => factor > 0;
  if (first === undefined) return null;
  if (!products.every(({ before, after }) => before.every(isPositive) && after.every(isPositive)))
    return null;
  return first.before.map((_, factor) =>
    products.reduce((sum, { before, after }) => {
      const ratio = (after[factor] ?? 1) / (before[factor] ?? 1);
      return sum + logarithmicMean(product(after), product(before)) * Math.log(ratio);
    }, 0),
  );
};
