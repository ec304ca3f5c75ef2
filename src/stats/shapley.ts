/**
 * Sums, by the number of factors that have changed, of the products over all choices of which have: the coefficients of
 * a polynomial. The factor at `except` is left out.
 */
const productsBySize = (
  before: readonly number[],
  after: readonly number[],
  except: number,
): readonly number[] => {
  const sums = [1];
  for (const [index, old] of before.entries()) {
    if (index === except) continue;
    const now = after[index] ?? 0;
    sums.push(0);
    for (let size = sums.length - 1; size >= 0; size -= 1)
      sums[size] = (sums[size] ?? 0) * old + (sums[size - 1] ?? 0) * now;
  }
  return sums;
};

/** For each number of factors that changed before, out of `others`: `size! (others - size)! / (others + 1)!`. */
const weightsOf = (others: number): readonly number[] => {
  const weights = [1 / (others + 1)];
  for (let size = 1; size <= others; size += 1)
    weights.push(((weights[size - 1] ?? 0) * size) / (others - size + 1));
  return weights;
};

/**
 * Exact Shapley value of each factor of a product: its part in the change of the product, averaged over every order in
 * which the factors can change (Shapley 1953). The parts add up to the change, whatever the factors are; zeros and
 * negative factors are fine, and a factor that stays has no part. Choices are covered by their size, so that the number
 * of factors is not limited. Throws a RangeError where the lengths differ.
 */
export const shapleyOfProduct = (before: readonly number[], after: readonly number[]): readonly number[] => {
  if (before.length !== after.length) throw new RangeError('Not the same factors before and after');
  const weights = weightsOf(before.length - 1);
  return before.map((old, index) => {
    const products = productsBySize(before, after, index);
    const mean = products.reduce((sum, product, size) => sum + product * (weights[size] ?? 0), 0);
    return ((after[index] ?? 0) - old) * mean;
  });
};
