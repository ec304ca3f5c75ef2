/** Section 7.9: what marketing delivers, in lead value at the frozen rate card. */
import type { DetailedJourney } from './detailed-journeys.ts';
import { startOf } from './periods.ts';

/** Value of the journeys anchored in each month (by its first day); a cell without a value on the card counts 0. */
export function deliveredByMonth(
  journeys: DetailedJourney[],
  valueOf: (channel: string, segment: string) => number | null,
): Map<string, number> {
  const months = new Map<string, number>();
  for (const { row, segment } of journeys) {
    if (!row.in_cohort || row.anchor_date === null) continue;
    const month = startOf('month', row.anchor_date);
    months.set(month, (months.get(month) ?? 0) + (valueOf(row.channel, segment) ?? 0));
  }
  return months;
}

/** The target so many months after the first: it grows by the same share every month. */
export function targetAfter(first: number, growth: number, months: number): number {
  let target = first;
  for (let month = 0; month < months; month += 1) target *= 1 + growth;
  return target;
}
