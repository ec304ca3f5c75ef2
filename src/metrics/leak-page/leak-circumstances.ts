import { blankGroup } from '../../domain/dimension.ts';
import { minimumSample } from '../../domain/definitions.ts';
import { addDays } from '../../domain/local-date.ts';
import type { Rate } from '../../domain/rate.ts';
import { association } from '../../stats/association.ts';
import { benjaminiHochberg } from '../../stats/benjamini-hochberg.ts';
import { newcombe } from '../../stats/newcombe.ts';
import { falseDiscovery } from '../flagged-cells.ts';
import { inGroups, totalOf } from '../in-groups.ts';
import type { LeadStanding, LeakCounts } from '../leak-counts.ts';
import type { OpenLeadChange } from '../load-history.ts';
import { loadHistory } from '../load-history.ts';
import { rateOf } from '../rate-of.ts';
import { keyOfStanding, type LeakKey } from './leak-key.ts';

/** Leads that stand alike under the same circumstances. `month` is that of the anchor, its first day. */
export interface CircumstanceCounts extends LeadStanding {
  readonly owner: string;
  readonly month: string;
  /** Whether the last handover came in opening hours: `inside`, `outside`, or `unknown` without one. */
  readonly arrival: string;
  /** No person has tried the lead lately, or ever. */
  readonly is_neglected: boolean;
  readonly journeys: number;
}

/** What may go with a leak: a channel; an arrival while nobody had opened; an owner above the cap when the lead came. */
export type Circumstance =
  | { readonly kind: 'channel'; readonly channel: string }
  | { readonly kind: 'outside' }
  | { readonly kind: 'overCap' };

/** A circumstance that is more frequent among the leads of a leak than among all others of the cohort. */
export interface GoesWith {
  readonly circumstance: Circumstance;
  readonly among: Rate;
  readonly elsewhere: Rate;
}

/** Open leads of an owner at the end of the month before a month (its first day); 0 where none are known. */
export type StockBefore = (owner: string, month: string) => number;

/** Reads the stock of open leads off the replayed history. */
export const stockBefore = (changes: readonly OpenLeadChange[], asOf: string): StockBefore => {
  const stock = new Map(
    loadHistory(changes, asOf).map(({ group, months }) => [
      group,
      new Map(months.map(({ monthEnd, openLeads }) => [monthEnd, openLeads])),
    ]),
  );
  return (owner, month) => stock.get(owner)?.get(addDays(month, -1)) ?? 0;
};

interface Split {
  readonly key: LeakKey | null;
  readonly has: number;
  readonly of: number;
}

const split = <Row extends LeadStanding & { readonly journeys: number }>(
  rows: readonly Row[],
  isKnown: (row: Row) => boolean,
  has: (row: Row) => boolean,
): readonly Split[] =>
  inGroups(rows.filter(isKnown), (row) => keyOfStanding(row) ?? '').map(([, own]) => {
    const [first] = own;
    return {
      key: first === undefined ? null : keyOfStanding(first),
      has: totalOf(own.filter(has), ({ journeys }) => journeys),
      of: totalOf(own, ({ journeys }) => journeys),
    };
  });

const always = (): boolean => true;

const splitsOf = (
  cohort: readonly LeakCounts[],
  seen: readonly CircumstanceCounts[],
  stock: StockBefore,
  repCap: number,
): readonly (readonly [Circumstance, readonly Split[]])[] => [
  ...inGroups(cohort, ({ channel }) => channel).map(
    ([channel]) =>
      [{ kind: 'channel', channel }, split(cohort, always, (row) => row.channel === channel)] as const,
  ),
  [
    { kind: 'outside' },
    split(
      seen,
      ({ arrival }) => arrival !== 'unknown',
      ({ arrival }) => arrival === 'outside',
    ),
  ],
  [
    { kind: 'overCap' },
    split(
      seen,
      ({ owner }) => owner !== blankGroup,
      ({ owner, month }) => stock(owner, month) > repCap,
    ),
  ],
];

/**
 * What goes with each leak, strongest first: circumstances that are more frequent among its leads than among all others of
 * the cohort, beyond chance and after correction for everything that was looked at (Benjamini-Hochberg at 10 %). At most
 * one channel a leak. Frequency together is no cause.
 */
export const circumstancesOf = (
  cohort: readonly LeakCounts[],
  seen: readonly CircumstanceCounts[],
  stock: StockBefore,
  repCap: number,
): ReadonlyMap<LeakKey, readonly GoesWith[]> => {
  const tested = splitsOf(cohort, seen, stock, repCap).flatMap(([circumstance, splits]) => {
    const has = totalOf(splits, (one) => one.has);
    const of = totalOf(splits, (one) => one.of);
    return splits.flatMap((one) => {
      const among = { k: one.has, n: one.of };
      const elsewhere = { k: has - one.has, n: of - one.of };
      const isTested = one.key !== null && Math.min(among.n, elsewhere.n) >= minimumSample.test;
      return one.key === null || !isTested ? [] : [{ key: one.key, circumstance, among, elsewhere }];
    });
  });
  const adjusted = benjaminiHochberg(
    tested.map(({ among, elsewhere }) => association(among, elsewhere)?.p ?? null),
  );
  const found = tested.flatMap(({ key, circumstance, among, elsewhere }, index) => {
    const p = adjusted[index] ?? null;
    const difference = newcombe(among.k, among.n, elsewhere.k, elsewhere.n);
    const isFound = p !== null && p <= falseDiscovery && difference !== null && difference.low > 0;
    return isFound
      ? [
          {
            key,
            circumstance,
            by: difference.difference,
            among: rateOf(among.k, among.n),
            elsewhere: rateOf(elsewhere.k, elsewhere.n),
          },
        ]
      : [];
  });
  const byKey = new Map<LeakKey, GoesWith[]>();
  for (const { key, circumstance, among, elsewhere } of found.toSorted((a, b) => b.by - a.by)) {
    const own = byKey.get(key) ?? [];
    const hasChannel = own.some((one) => one.circumstance.kind === 'channel');
    if (circumstance.kind === 'channel' && hasChannel) continue;
    own.push({ circumstance, among, elsewhere });
    byKey.set(key, own);
  }
  return byKey;
};
