import { blankGroup } from '../../domain/dimension.ts';
import { minimumSample } from '../../domain/definitions.ts';
import type { Rate } from '../../domain/rate.ts';
import { association } from '../../stats/association.ts';
import { benjaminiHochberg } from '../../stats/benjamini-hochberg.ts';
import { newcombe } from '../../stats/newcombe.ts';
import { falseDiscovery } from '../flagged-cells.ts';
import { inGroups, totalOf } from '../in-groups.ts';
import { sumOfEntries, type LedgerSum } from '../leak-ledger.ts';
import type { PartEntry } from '../leak-parts.ts';
import { rateOf } from '../rate-of.ts';
import { leakKey, type LeakKey } from './leak-key.ts';

/** What one owner's leads lost by one leak. The sums of all owners of a leak add up to it. */
export interface OwnerLeak extends LedgerSum {
  /** The name, or the blank group for leads of nobody. */
  readonly owner: string;
  /** Of all leads of the owner in the cohort, those lost by this leak. */
  readonly rate: Rate;
  /** The rate lies above that of all other owners together, beyond chance and after correction for all that were compared. */
  readonly isSignal: boolean;
}

interface Tested {
  readonly key: LeakKey;
  readonly sum: LedgerSum;
  readonly owner: string;
  readonly n: number;
  readonly restK: number;
  readonly restN: number;
}

const pOf = ({ sum, n, restK, restN }: Tested): number | null =>
  n < minimumSample.test || restN < minimumSample.test
    ? null
    : (association({ k: sum.journeys, n }, { k: restK, n: restN })?.p ?? null);

const byMoney = (a: OwnerLeak, b: OwnerLeak): number =>
  b.minor - a.minor || b.journeys - a.journeys || (a.owner < b.owner ? -1 : 1);

/**
 * Every leak by owner, the owner with the largest part first. Owners of 30 leads or more are tested against all others
 * together, all leaks and owners at once (Benjamini-Hochberg at 10 %); leads of nobody are listed and tested as well, but
 * belong to no person.
 */
export const leakOwners = (entries: readonly PartEntry[]): ReadonlyMap<LeakKey, readonly OwnerLeak[]> => {
  const byOwner = inGroups(entries, ({ part }) => part);
  const leads = new Map(byOwner.map(([owner, own]) => [owner, totalOf(own, ({ journeys }) => journeys)]));
  const all = totalOf(entries, ({ journeys }) => journeys);
  const lost = entries.flatMap((entry) =>
    entry.leak === null ? [] : [{ ...entry, key: leakKey(entry.leak, entry.stage) }],
  );
  const tested = inGroups(lost, ({ key }) => key).flatMap(([, ofLeak]) => {
    const k = totalOf(ofLeak, ({ journeys }) => journeys);
    return inGroups(ofLeak, ({ part }) => part).flatMap(([owner, own]): readonly Tested[] => {
      const [first] = own;
      const n = leads.get(owner) ?? 0;
      const sum = sumOfEntries(own);
      return first === undefined
        ? []
        : [{ key: first.key, sum, owner, n, restK: k - sum.journeys, restN: all - n }];
    });
  });
  const adjusted = benjaminiHochberg(tested.map(pOf));
  const found = new Map<LeakKey, OwnerLeak[]>();
  for (const [index, { key, sum, owner, n, restK, restN }] of tested.entries()) {
    const p = adjusted[index] ?? null;
    const difference = newcombe(sum.journeys, n, restK, restN);
    const own = found.get(key) ?? [];
    own.push({
      ...sum,
      owner,
      rate: rateOf(sum.journeys, n),
      isSignal: p !== null && p <= falseDiscovery && difference !== null && difference.low > 0,
    });
    found.set(key, own);
  }
  return new Map([...found].map(([key, own]) => [key, own.toSorted(byMoney)]));
};

/** Whether leads belong to nobody. */
export const isNobody = ({ owner }: Pick<OwnerLeak, 'owner'>): boolean => owner === blankGroup;
