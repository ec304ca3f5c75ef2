/** Leads disqualified for one reason, at the furthest stage they reached. Null: no reason was given. */
export interface ReasonCounts {
  readonly channel: string;
  readonly segment: string;
  readonly stage: string;
  readonly reason: string | null;
  readonly leads: number;
}

/** A reason with its leads and their share of all that were disqualified. */
export interface Reason {
  readonly reason: string | null;
  readonly leads: number;
  readonly share: number;
}

/**
 * The reasons that most leads were disqualified for, and how many leads the rest of them hold. Reasons of equally many
 * leads stand by name, those without a reason last.
 */
export const topReasons = (
  rows: readonly ReasonCounts[],
  most: number,
): { readonly reasons: readonly Reason[]; readonly others: number } => {
  const leadsBy = new Map<string | null, number>();
  for (const { reason, leads } of rows) leadsBy.set(reason, (leadsBy.get(reason) ?? 0) + leads);
  const all = [...leadsBy.values()].reduce((sum, leads) => sum + leads, 0);
  const ranked = [...leadsBy]
    .map(([reason, leads]) => ({ reason, leads, share: leads / all }))
    .toSorted(
      (a, b) =>
        b.leads - a.leads ||
        Number(a.reason === null) - Number(b.reason === null) ||
        ((a.reason ?? '') < (b.reason ?? '') ? -1 : 1),
    );
  const reasons = ranked.slice(0, most);
  return { reasons, others: all - reasons.reduce((sum, { leads }) => sum + leads, 0) };
};
