import { blankGroup, unsourcedGroup } from '../../domain/dimension.ts';
import { minimumSample } from '../../domain/definitions.ts';
import type { Rate } from '../../domain/rate.ts';
import { flaggedCells, type CellFlag } from '../flagged-cells.ts';
import { isKnownOnlyOnSuccess, onlyOnSuccess, type NotMeasurable } from '../measurability.ts';
import { rateOf } from '../rate-of.ts';
import type { Cube } from './cube.ts';
import {
  pivotTallies,
  sumTallies,
  type JointTally,
  type PivotClock,
  type PivotJoint,
  type PivotTally,
} from './pivot-tallies.ts';

/** One joint of one cell. */
export interface PivotNumber extends CellFlag {
  /** Without an interval where it is a ratio of two things that happened in the period, which may exceed 1. */
  readonly rate: Rate;
  /** Share of the conversions that are in: of those that started, how many have had the window, or the maturity. Null where it cannot be told or says nothing. */
  readonly seen: number | null;
}

/** A cell, or the total of a line; a joint is null where the input cannot tell. */
export interface PivotCell extends Readonly<Record<PivotJoint, PivotNumber | null>> {
  readonly row: string;
  readonly column: string;
}

/** A line down or across: its group and its total. */
export interface PivotLine {
  readonly group: string;
  readonly total: PivotCell;
}

/** Two fields against each other. Lines go from the largest; totals are made of all cells, shown or not. */
export interface Pivot {
  readonly clock: PivotClock;
  readonly rows: readonly PivotLine[];
  readonly columns: readonly PivotLine[];
  readonly total: PivotCell;
  /** How many cells were large enough at one joint or both to be tested against the rest. */
  readonly tested: number;
  /** The cell of two groups; null where it has no record. */
  readonly cellOf: (row: string, column: string) => PivotCell | null;
  readonly cells: readonly PivotCell[];
  readonly notMeasurable: NotMeasurable;
}

const noFlag: CellFlag = { adjusted: null, side: null };

const numberOf = (
  { k, n, started, seen }: JointTally,
  joint: PivotJoint,
  clock: PivotClock,
  flag: CellFlag,
): PivotNumber => ({
  rate:
    clock === 'period' && joint === 'l2o'
      ? { k, n, rate: n < minimumSample.hide ? null : k / n, low: null, high: null }
      : rateOf(k, n),
  seen: seen === null || started === 0 || clock === 'period' ? null : seen / started,
  ...flag,
});

const bySide = (
  tallies: readonly PivotTally[],
  side: 'row' | 'column',
): ReadonlyMap<string, readonly PivotTally[]> => {
  const lines = new Map<string, PivotTally[]>();
  for (const tally of tallies) {
    const line = lines.get(tally[side]);
    if (line === undefined) lines.set(tally[side], [tally]);
    else line.push(tally);
  }
  return lines;
};

const isSuccessOnly = (lines: ReadonlyMap<string, readonly PivotTally[]>): boolean =>
  isKnownOnlyOnSuccess(
    [...lines]
      .filter(([group]) => group !== unsourcedGroup)
      .map(([group, tallies]) => {
        const { leads: journeys, converted } = sumTallies(tallies, '', '');
        return { group, journeys, converted };
      }),
    blankGroup,
  );

const cellFrom = (
  tally: PivotTally,
  clock: PivotClock,
  missing: NotMeasurable,
  flagOf: (joint: PivotJoint) => CellFlag = () => noFlag,
): PivotCell => {
  const joint = (id: PivotJoint): PivotNumber | null =>
    missing[id] === undefined ? numberOf(tally[id], id, clock, flagOf(id)) : null;
  return { row: tally.row, column: tally.column, l2o: joint('l2o'), o2d: joint('o2d') };
};

/** Both joints of everything in a cube, by a clock. */
export const pivotTotal = (cube: Cube, clock: PivotClock, unmeasured: NotMeasurable): PivotCell =>
  cellFrom(sumTallies(pivotTallies(cube, clock), '', ''), clock, unmeasured);

/**
 * Two fields of a cube against each other. Every cell of 30 or more is tested against all others, each joint by itself,
 * and flagged after correction for the number of cells tested. What happened in the period is flagged at the closed win
 * rate alone, since opportunities for each lead are no share.
 */
export const pivot = (cube: Cube, clock: PivotClock, unmeasured: NotMeasurable): Pivot => {
  const tallies = pivotTallies(cube, clock);
  const byRow = bySide(tallies, 'row');
  const byColumn = bySide(tallies, 'column');
  const notMeasurable: NotMeasurable =
    isSuccessOnly(byRow) || isSuccessOnly(byColumn) ? { l2o: onlyOnSuccess, ...unmeasured } : unmeasured;
  const flags = {
    l2o: clock === 'period' ? [] : flaggedCells(tallies.map(({ l2o }) => l2o)),
    o2d: flaggedCells(tallies.map(({ o2d }) => o2d)),
  };
  const cells = new Map<string, Map<string, PivotCell>>();
  tallies.forEach((tally, index) => {
    const line = cells.get(tally.row) ?? new Map<string, PivotCell>();
    line.set(
      tally.column,
      cellFrom(tally, clock, notMeasurable, (joint) => {
        const { adjusted, side } = flags[joint][index] ?? noFlag;
        return { adjusted, side };
      }),
    );
    cells.set(tally.row, line);
  });
  const bySize = (a: PivotTally, b: PivotTally): number =>
    b.l2o.started - a.l2o.started || b.o2d.started - a.o2d.started;
  const linesOf = (lines: ReadonlyMap<string, readonly PivotTally[]>, side: 'row' | 'column') =>
    [...lines]
      .map(([group, own]) => sumTallies(own, side === 'row' ? group : '', side === 'column' ? group : ''))
      .toSorted((a, b) => bySize(a, b) || (a[side] < b[side] ? -1 : 1))
      .map((sum) => ({ group: sum[side], total: cellFrom(sum, clock, notMeasurable) }));
  const all = [...cells.values()].flatMap((line) => [...line.values()]);
  return {
    clock,
    rows: linesOf(byRow, 'row'),
    columns: linesOf(byColumn, 'column'),
    total: cellFrom(sumTallies(tallies, '', ''), clock, unmeasured),
    tested: all.filter(({ l2o, o2d }) => (l2o?.adjusted ?? o2d?.adjusted ?? null) !== null).length,
    cellOf: (row, column) => cells.get(row)?.get(column) ?? null,
    cells: all,
    notMeasurable,
  };
};
