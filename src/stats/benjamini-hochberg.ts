/**
 * P-values adjusted for how many were looked at, in the order given (Benjamini & Hochberg 1995, JRSS B 57): flagging
 * those at or below q keeps the expected share of false flags at q. A null is a test that was not made: it stays null
 * and does not count among those looked at.
 */
export const benjaminiHochberg = (pValues: readonly (number | null)[]): readonly (number | null)[] => {
  const made = pValues
    .flatMap((p, index) => (p === null ? [] : [{ p, index }]))
    .toSorted((a, b) => b.p - a.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let smallest = 1;
  for (const [above, { p, index }] of made.entries()) {
    smallest = Math.min(smallest, (made.length * p) / (made.length - above));
    adjusted[index] = smallest;
  }
  return adjusted;
};
