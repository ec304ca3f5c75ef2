/**
 * Whole numbers for parts of a sum, so that they add up to the rounded sum exactly: each part is rounded down, and what
 * is missing goes, one each, to the parts with the largest remainders (Hamilton's method; the earlier part first where
 * they are equal). A whole part stays as it is; none moves by 1 or more. Half a unit of the sum is rounded up.
 */
export const wholeParts = (parts: readonly number[]): readonly number[] => {
  const floors = parts.map(Math.floor);
  const remainders = parts.map((part, index) => part - (floors[index] ?? 0));
  const missing = Math.round(remainders.reduce((sum, remainder) => sum + remainder, 0));
  const raised = new Set(
    remainders
      .map((remainder, index) => ({ remainder, index }))
      .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
      .slice(0, missing)
      .map(({ index }) => index),
  );
  return floors.map((floor, index) => (raised.has(index) ? floor + 1 : floor));
};
