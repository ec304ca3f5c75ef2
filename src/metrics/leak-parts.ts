import { wholeParts } from '../stats/largest-remainder.ts';
import { worthOfRow, type WorthOf } from './cell-worth.ts';
import { inGroups, totalOf } from './in-groups.ts';
import type { LeakCounts } from './leak-counts.ts';
import type { LedgerEntry } from './leak-ledger.ts';

/** Leads that stand alike in one part of the cohort, such as the leads of one owner or of one month. */
export interface LeakPartCounts extends LeakCounts {
  readonly part: string;
}

/** A ledger's entry, or what one part of the cohort has of it. */
export interface PartEntry extends LedgerEntry {
  readonly part: string;
}

const keyOf = ({ channel, segment, stage, standing, untried, slow, few_attempts: few }: LeakCounts): string =>
  JSON.stringify([channel, segment, stage, standing, untried, slow, few]);

/** Whole minor units of an entry for each of its parts, by their worth; they add up to the entry. */
const sharesOf = (minor: number, parts: readonly LeakPartCounts[], worthOf: WorthOf): readonly number[] => {
  const worths = parts.map((row) => worthOfRow(row, worthOf) ?? 0);
  const all = totalOf(worths, (worth) => worth);
  return all === 0
    ? parts.map((_, index) => (index === 0 ? minor : 0))
    : wholeParts(worths.map((worth) => (minor * worth) / all));
};

/**
 * Splits the entries of a ledger over parts of its cohort. `rows` are those the ledger was made of, in its order, and
 * `parts` the same leads cut once more. The parts of an entry add up to it, in leads and in minor units, so sums over
 * parts agree with the ledger to the unit.
 */
export const splitEntries = (
  rows: readonly LeakCounts[],
  entries: readonly LedgerEntry[],
  parts: readonly LeakPartCounts[],
  worthOf: WorthOf,
): readonly PartEntry[] => {
  const entryOf = new Map(rows.map((row, index) => [keyOf(row), entries[index]]));
  return inGroups(parts, keyOf).flatMap(([key, own]) => {
    const entry = entryOf.get(key);
    if (entry === undefined) return [];
    const isValued = entry.unvalued === 0;
    const shares = isValued ? sharesOf(entry.minor, own, worthOf) : [];
    return own.map(({ part, journeys }, index) => ({
      ...entry,
      part,
      journeys,
      minor: shares[index] ?? 0,
      unvalued: isValued ? 0 : journeys,
    }));
  });
};
