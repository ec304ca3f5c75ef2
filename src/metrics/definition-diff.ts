import { unsourcedGroup } from '../domain/dimension.ts';
import type { Windows } from '../domain/definitions.ts';
import type { Rate } from '../domain/rate.ts';
import type { Basis } from './channel-verdict.ts';
import type { ConversionGroup, ConversionTable } from './conversion-table.ts';
import type { Joint } from './metric.ts';
import { isRankable, rateOf } from './rate-of.ts';

/** The same thing under two definitions. */
export interface Change<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** What is counted under one definition. */
export interface DefinitionSide {
  readonly leads: number;
  readonly inCohort: number;
  readonly opportunities: number;
  readonly deals: number;
  /** Converted leads without an MQL event of their own: they count as MQL from their next later stage. */
  readonly imputedMql: number;
  readonly windows: Windows;
  readonly table: ConversionTable;
}

/** One joint under two definitions; a rate is null where that definition's data cannot tell. */
export interface JointChange {
  readonly toDate: Change<Rate | null>;
  readonly windowed: Change<Rate | null>;
  readonly windowDays: Change<number | null>;
}

/** One group under two definitions. A group that one of them does not have is empty there. */
export interface GroupChange {
  readonly group: string;
  readonly joints: Readonly<Record<Joint, JointChange>>;
  /** Place by the windowed rate among groups of 30 or more, highest first; equal rates share a place. */
  readonly ranks: Readonly<Record<Joint, Change<number | null>>>;
}

/** Every headline number before and after. */
export interface DiffTable {
  readonly counts: Readonly<
    Record<'leads' | 'inCohort' | 'opportunities' | 'deals' | 'imputedMql', Change<number>>
  >;
  readonly joints: Readonly<Record<Joint, JointChange>>;
  readonly groups: readonly GroupChange[];
}

const byJoint = <Value>(valueOf: (joint: Joint) => Value): Readonly<Record<Joint, Value>> => ({
  l2o: valueOf('l2o'),
  o2d: valueOf('o2d'),
  l2d: valueOf('l2d'),
});

const groupIn = ({ table }: DefinitionSide, name: string): ConversionGroup | undefined =>
  table.groups.find(({ group }) => group === name);

/** The rate of a group that may be missing: of nobody where the joint can be measured, else null. */
const rateIn = (
  { table }: DefinitionSide,
  group: ConversionGroup | undefined,
  joint: Joint,
  basis: Basis,
): Rate | null => {
  if (group !== undefined) return group[joint]?.[basis] ?? null;
  return table.notMeasurable[joint] === undefined ? rateOf(0, 0) : null;
};

const rankIn = (side: DefinitionSide, name: string, joint: Joint): number | null => {
  const rated = side.table.groups.flatMap(({ group, ...joints }) => {
    const rate = joints[joint]?.windowed ?? null;
    return group === unsourcedGroup || rate === null || !isRankable(rate)
      ? []
      : [{ group, share: rate.k / rate.n }];
  });
  const own = rated.find(({ group }) => group === name);
  return own === undefined ? null : 1 + rated.filter(({ share }) => share > own.share).length;
};

const jointChanges = (
  before: DefinitionSide,
  after: DefinitionSide,
  groupOf: (side: DefinitionSide) => ConversionGroup | undefined,
): Readonly<Record<Joint, JointChange>> => {
  const changed = <Value>(valueOf: (side: DefinitionSide) => Value): Change<Value> => ({
    before: valueOf(before),
    after: valueOf(after),
  });
  return byJoint((joint) => ({
    toDate: changed((side) => rateIn(side, groupOf(side), joint, 'toDate')),
    windowed: changed((side) => rateIn(side, groupOf(side), joint, 'windowed')),
    windowDays: changed(({ windows }) => windows[`${joint}Days`]),
  }));
};

/** Two counts of the same data, under two definitions, number by number. Groups are those of either, by name. */
export const diffTable = (before: DefinitionSide, after: DefinitionSide): DiffTable => {
  const counted = (id: keyof DiffTable['counts']): Change<number> => ({
    before: before[id],
    after: after[id],
  });
  const names = new Set([...before.table.groups, ...after.table.groups].map(({ group }) => group));
  return {
    counts: {
      leads: counted('leads'),
      inCohort: counted('inCohort'),
      opportunities: counted('opportunities'),
      deals: counted('deals'),
      imputedMql: counted('imputedMql'),
    },
    joints: jointChanges(before, after, ({ table }) => table.total),
    groups: [...names]
      .toSorted((a, b) => (a < b ? -1 : 1))
      .map((group) => ({
        group,
        joints: jointChanges(before, after, (side) => groupIn(side, group)),
        ranks: byJoint((joint) => ({
          before: rankIn(before, group, joint),
          after: rankIn(after, group, joint),
        })),
      })),
  };
};

/** How many journeys moved, and how. One may have moved in several ways; `moved` counts it once. */
export interface MovedCounts {
  /** In the cohort only under the second definition. */
  readonly appeared: number;
  /** In the cohort only under the first. */
  readonly gone: number;
  /** In both cohorts, in another month, on another day, with another outcome. */
  readonly changed_month: number;
  readonly changed_anchor: number;
  readonly changed_outcome: number;
  readonly moved: number;
  readonly unmoved: number;
}

/** Journeys that reached a stage by its own event under one definition alone or under both, and what became of them. */
export interface OverlapCounts {
  readonly stage: string;
  readonly side: string;
  readonly journeys: number;
  readonly opportunities: number;
  readonly deals: number;
}

/** One part of the overlap of two definitions of a stage: its shares with opportunities and with deals. */
export interface OverlapPart {
  readonly journeys: number;
  readonly toOpportunity: Rate;
  readonly toDeal: Rate;
}

/** Whom two definitions of one stage agree on, and what became of those that only one of them takes. */
export interface StageOverlap {
  readonly onlyBefore: OverlapPart;
  readonly both: OverlapPart;
  readonly onlyAfter: OverlapPart;
}

/** The overlap of two definitions of a stage, from its counts; a side without a count is empty. */
export const stageOverlap = (counts: readonly OverlapCounts[], stage: string): StageOverlap => {
  const part = (side: string): OverlapPart => {
    const own = counts.find((one) => one.stage === stage && one.side === side);
    const journeys = own?.journeys ?? 0;
    return {
      journeys,
      toOpportunity: rateOf(own?.opportunities ?? 0, journeys),
      toDeal: rateOf(own?.deals ?? 0, journeys),
    };
  };
  return { onlyBefore: part('before'), both: part('both'), onlyAfter: part('after') };
};
