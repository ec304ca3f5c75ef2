import type { FileLedger, ReasonCode } from './ledger.ts';
import type { Rejected } from './row-places.ts';

/** How many records were set aside for each reason. */
export const countReasons = (rejected: readonly Rejected[]): FileLedger['reasons'] => {
  const counts: Partial<Record<ReasonCode, number>> = {};
  for (const { reason } of rejected) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
};
