import type { Basis } from '../channel-verdict.ts';
import { leadCells, opportunityCells } from './cube-cells.ts';
import type { Cube } from './cube.ts';
import { totalOf, type Facet, type FacetCell } from './facet.ts';
import { seenByCell } from './seen-conversions.ts';

/** How a pivot counts: cohorts within the window, cohorts to date, or what happened in the period, whatever its cohort. */
export type PivotClock = Basis | 'period';

/** The joints that a pivot cell shows. */
export const pivotJoints = ['l2o', 'o2d'] as const;

export type PivotJoint = (typeof pivotJoints)[number];

/**
 * k of n of one joint. `started` are all that started in the period, `seen` those of them that have had the window, or,
 * to date, as many as their final conversions are expected to be in. `seen` is null where no curve tells it and for what
 * happened in the period. Everything adds up over cells.
 */
export interface JointTally {
  readonly k: number;
  readonly n: number;
  readonly started: number;
  readonly seen: number | null;
}

/** The counts of one cell of two fields. `leads` and `converted` are to date, and say whether a field can be measured. */
export interface PivotTally extends Readonly<Record<PivotJoint, JointTally>> {
  readonly row: string;
  readonly column: string;
  readonly leads: number;
  readonly converted: number;
}

const nothing: JointTally = { k: 0, n: 0, started: 0, seen: 0 };

const addJoints = (a: JointTally, b: JointTally): JointTally => ({
  k: a.k + b.k,
  n: a.n + b.n,
  started: a.started + b.started,
  seen: a.seen === null || b.seen === null ? null : a.seen + b.seen,
});

/** Several cells as one of a name: ratios are made of the sums, never averaged. */
export const sumTallies = (tallies: readonly PivotTally[], row: string, column: string): PivotTally =>
  tallies.reduce<PivotTally>(
    (sum, tally) => ({
      row,
      column,
      leads: sum.leads + tally.leads,
      converted: sum.converted + tally.converted,
      l2o: addJoints(sum.l2o, tally.l2o),
      o2d: addJoints(sum.o2d, tally.o2d),
    }),
    { row, column, leads: 0, converted: 0, l2o: nothing, o2d: nothing },
  );

const only = <Count extends string>(facet: Facet<Count>, cell: FacetCell, count: Count): number =>
  totalOf({ ...facet, cells: [cell] }, count);

const fromLeads = (cube: Cube, clock: PivotClock): readonly PivotTally[] => {
  const seen = clock === 'toDate' ? seenByCell(cube, 'l2o') : [];
  return leadCells(cube).map((cell, index) => {
    const { row_group: row, column_group: column, journeys: leads, converted } = cell;
    const ripe = cell.journeys_l2o;
    const l2o = {
      windowed: { k: cell.converted_windowed, n: ripe, started: leads, seen: ripe },
      toDate: { k: converted, n: leads, started: leads, seen: seen[index] ?? null },
      period: { k: 0, n: leads, started: leads, seen: null },
    };
    return { row, column, leads, converted, l2o: l2o[clock], o2d: nothing };
  });
};

const fromOpportunities = (cube: Cube, clock: PivotClock): readonly PivotTally[] => {
  const seen = clock === 'toDate' ? seenByCell(cube, 'o2d') : [];
  return opportunityCells(cube).map((cell, index) => {
    const { row_group: row, column_group: column, opportunities: created, won } = cell;
    const ripe = cell.opportunities_windowed;
    const o2d = {
      windowed: { k: cell.won_windowed, n: ripe, started: created, seen: ripe },
      toDate: { k: won, n: created, started: created, seen: seen[index] ?? null },
      period: nothing,
    };
    const l2o = clock === 'period' ? { k: created, n: 0, started: 0, seen: null } : nothing;
    return { row, column, leads: 0, converted: 0, l2o, o2d: o2d[clock] };
  });
};

const fromCloses = ({ period: { closes } }: Cube): readonly PivotTally[] =>
  closes.cells.map((cell) => {
    const won = only(closes, cell, 'won');
    const closed = won + only(closes, cell, 'lost');
    return {
      row: cell.row,
      column: cell.column,
      leads: 0,
      converted: 0,
      l2o: nothing,
      o2d: { k: won, n: closed, started: closed, seen: null },
    };
  });

/**
 * The counts of every cell of a cube that has any. Cohorts: leads by the day their clock started, opportunities by the
 * day they were created. Period: opportunities created, for each lead that started in it, and won of all that closed in it.
 */
export const pivotTallies = (cube: Cube, clock: PivotClock): readonly PivotTally[] => {
  const cells = new Map<string, Map<string, PivotTally>>();
  const parts = [
    ...fromLeads(cube, clock),
    ...fromOpportunities(cube, clock),
    ...(clock === 'period' ? fromCloses(cube) : []),
  ];
  for (const part of parts) {
    const line = cells.get(part.row) ?? new Map<string, PivotTally>();
    const known = line.get(part.column);
    line.set(part.column, known === undefined ? part : sumTallies([known, part], part.row, part.column));
    cells.set(part.row, line);
  }
  return [...cells.values()].flatMap((line) => [...line.values()]);
};
