import { blankGroup, unsourcedGroup, type Dimension } from '../domain/dimension.ts';
import { boundsOfEither, boundsUnder, mayJoin, movement, type Bounds, type Tally } from './bounds.ts';
import type { Basis } from './channel-verdict.ts';
import type { ConversionTable, JointRates } from './conversion-table.ts';
import type { DefectCounts, DefectTally, ImportCounts } from './defect-counts.ts';
import { openQuestion, type Open } from './defect-doubts.ts';
import { type DefectId, type DefectKind } from './defect-kind.ts';
import { defectKinds } from './defects.ts';
import { isRankable } from './rate-of.ts';

/** A joint whose bounds are told for all leads and opportunities. */
export type BoundedJoint = 'l2o' | 'o2d';

/** How far a defect could move one number: that of everything, or of the group it could move most. */
export interface Effect {
  readonly joint: BoundedJoint;
  readonly group: { readonly dimension: Dimension; readonly name: string } | null;
  /** Null where nothing can be said, or too few are counted for a rate. */
  readonly bounds: Bounds | null;
}

/** One kind of defect in the data: how often, of how many, and what it could do to the numbers. */
export interface Defect {
  readonly kind: DefectKind;
  readonly count: number;
  /** How many records could have it. */
  readonly of: number;
  /** On each basis; a joint that cannot be measured is not among them. */
  readonly effects: Readonly<Record<Basis, readonly Effect[]>>;
}

const joints: readonly BoundedJoint[] = ['l2o', 'o2d'];

/** Defects of records that were never loaded, or of cells left empty on import: the import counted them. */
const countedOnImport: Readonly<Partial<Record<DefectId, (imported: ImportCounts) => number>>> = {
  leads_unreadable: ({ leads }) => leads.unreadable,
  opportunities_unreadable: ({ opportunities }) => opportunities.unreadable,
  lead_conflicts: ({ leads }) => leads.conflicts,
  opportunity_conflicts: ({ opportunities }) => opportunities.conflicts,
  status_unknown: ({ unknownStatus }) => unknownStatus,
};

const populationOf = ({ id, unit }: DefectKind, count: number, counts: DefectCounts): number => {
  const { imported } = counts;
  if (id === 'leads_unreadable') return imported.leads.loaded + imported.leads.unreadable;
  if (id === 'opportunities_unreadable')
    return imported.opportunities.loaded + imported.opportunities.unreadable;
  if (id === 'lead_conflicts') return imported.leads.loaded + count;
  if (id === 'opportunity_conflicts') return imported.opportunities.loaded + count;
  if (id === 'status_unknown') return imported.withStatus;
  if (id === 'won_without_amount') return counts.deals;
  if (id === 'link_without_opportunity') return counts.opportunities + count;
  if (unit[0] === 'opportunity') return counts.opportunities;
  if (unit[0] === 'missing lead') return counts.leadRecords + count;
  return unit[0] === 'lead record' ? counts.leadRecords : counts.leads;
};

const boundsWith = (shown: Tally, open: Open | undefined): Bounds | null => {
  if (open === undefined) return boundsUnder(shown, null);
  if (open === 'unknown') return null;
  return 'reading' in open ? boundsOfEither(shown, open.reading) : boundsUnder(shown, open);
};

const effectsOnAll = (
  id: DefectId,
  tally: DefectTally,
  counts: DefectCounts,
  basis: Basis,
): readonly Effect[] => {
  const { total } = counts.byChannel;
  const none = { k: 0, n: 0 };
  const shown = { l2o: total.l2o?.[basis] ?? none, o2d: total.o2d?.[basis] ?? none };
  const open = openQuestion(id, { tally, counts, basis, ...shown });
  return joints.flatMap((joint) =>
    total[joint] === null ? [] : [{ joint, group: null, bounds: boundsWith(shown[joint], open[joint]) }],
  );
};

/** The group that records without a group could move most, by joint: all of them, or none, could belong to it. */
const effectsOnGroups = (
  { groups }: ConversionTable,
  dimension: Dimension,
  moved: readonly BoundedJoint[],
  basis: Basis,
): readonly Effect[] =>
  moved.flatMap((joint) => {
    const rateIn = (rates: JointRates | null | undefined): Tally => rates?.[basis] ?? { k: 0, n: 0 };
    const blank = rateIn(groups.find(({ group }) => group === blankGroup)?.[joint]);
    const most = groups
      .filter(({ group }) => group !== blankGroup && group !== unsourcedGroup)
      .flatMap((group) => {
        const rate = group[joint]?.[basis];
        if (rate === undefined || !isRankable(rate)) return [];
        const bounds = boundsUnder(rate, mayJoin(blank.k, blank.n - blank.k));
        return bounds === null ? [] : [{ joint, group: { dimension, name: group.group }, bounds }];
      })
      .toSorted((a, b) => movement(b.bounds) - movement(a.bounds));
    return most.slice(0, 1).filter(({ bounds }) => movement(bounds) > 0);
  });

const emptyTally = (defect: DefectId): DefectTally => ({
  defect,
  records: 0,
  left_out: 0,
  left_out_anchored: 0,
  yes: 0,
  no: 0,
  yes_windowed: 0,
  no_windowed: 0,
  opportunities: 0,
  won: 0,
  named_won: 0,
  opportunities_windowed: 0,
  won_windowed: 0,
  named_won_windowed: 0,
  sourced: 0,
  sourced_won: 0,
  sourced_windowed: 0,
  sourced_won_windowed: 0,
});

const groupsMoved = (id: DefectId, counts: DefectCounts, basis: Basis): readonly Effect[] => {
  if (id === 'missing_channel') return effectsOnGroups(counts.byChannel, 'channel', joints, basis);
  // Opportunities without a lead are without a segment too, so that blank ones tell nothing of these leads.
  return id === 'missing_segment' ? effectsOnGroups(counts.bySegment, 'segment', ['l2o'], basis) : [];
};

/** Every kind of defect with its count and what it could do, also those that do not occur, in the order of the catalogue. */
export const judgeDefects = (counts: DefectCounts): readonly Defect[] =>
  defectKinds.map((kind) => {
    const { id } = kind;
    const tally = counts.tallies.find(({ defect }) => defect === id) ?? emptyTally(id);
    const count = countedOnImport[id]?.(counts.imported) ?? tally.records;
    const effects = (basis: Basis): readonly Effect[] => [
      ...effectsOnAll(id, tally, counts, basis),
      ...groupsMoved(id, counts, basis),
    ];
    return {
      kind,
      count,
      of: populationOf(kind, count, counts),
      effects: { toDate: effects('toDate'), windowed: effects('windowed') },
    };
  });

/** How far a defect could move the number it could move most, as a fraction; 0 where it can move none that can be told. */
export const farthest = (defect: Defect, basis: Basis): number =>
  Math.max(0, ...defect.effects[basis].map(({ bounds }) => (bounds === null ? 0 : movement(bounds))));

/** The defects that occur, the one that could move a number most first. */
export const byMovement = (defects: readonly Defect[], basis: Basis): readonly Defect[] =>
  defects
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => farthest(b, basis) - farthest(a, basis) || b.count - a.count);
