/** The middle half of some values: those at a quarter and at three quarters of the way (nearest rank). Null without values. */
export const middleHalf = (
  values: readonly number[],
): { readonly low: number; readonly high: number } | null => {
  const ascending = values.toSorted((a, b) => a - b);
  const low = ascending[Math.ceil(ascending.length / 4) - 1];
  const high = ascending[Math.ceil((ascending.length * 3) / 4) - 1];
  return low === undefined || high === undefined ? null : { low, high };
};
