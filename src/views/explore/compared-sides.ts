import type { Dimension } from '../../domain/dimension.ts';
import { noFilter, type Filter } from '../../domain/filter.ts';
import { addDays, fromEpochDay } from '../../domain/local-date.ts';
import type { ComparisonSide } from '../../metrics/comparison.ts';
import { groupCube, groupsOf, sliceCube, type Cube } from '../../metrics/cube/cube.ts';
import { windowedGroups } from '../../metrics/cube/windowed-tallies.ts';
import { totalOf } from '../../metrics/cube/facet.ts';
import { day } from '../../sentences/format.ts';
import type { ViewState } from '../view-state.ts';

type Joint = 'l2o' | 'o2d';

/** What a person may have chosen of the view. */
type Chosen<Field extends keyof ViewState> = { readonly [Name in Field]: ViewState[Name] | undefined };

/** A stretch of days, both ends included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** Two things to compare, and the field whose mix may explain the difference. */
export interface ComparedSides {
  readonly names: { readonly a: string; readonly b: string };
  /** Stands before a name in a sentence. */
  readonly preposition: 'with' | 'from';
  readonly by: Dimension;
  readonly sidesOf: (joint: Joint) => {
    readonly a: ComparisonSide;
    readonly b: ComparisonSide;
    readonly standard: readonly ComparisonSide[];
  };
}

const defaultDays = 90;

/** The periods compared: those chosen, else the latest 90 days that all have had their windows, and the 90 before. */
export const comparedPeriods = (
  { asOf, windows }: Pick<Cube, 'asOf' | 'windows'>,
  state: Chosen<'aFrom' | 'aTo' | 'bFrom' | 'bTo'>,
): { readonly a: DayRange; readonly b: DayRange } => {
  const last = fromEpochDay(asOf - Math.max(windows.l2oDays ?? 0, windows.o2dDays ?? 0));
  const bFrom = state.bFrom ?? addDays(last, 1 - defaultDays);
  const aTo = state.aTo ?? addDays(bFrom, -1);
  return {
    a: { from: state.aFrom ?? addDays(aTo, 1 - defaultDays), to: aTo },
    b: { from: bFrom, to: state.bTo ?? last },
  };
};

/** Two periods of a cube that no days are cut off from, told apart by the field of its rows. */
export const periodSides = (
  cube: Cube,
  periods: { readonly a: DayRange; readonly b: DayRange },
): ComparedSides => {
  const nameOf = ({ from, to }: DayRange): string => `${day(from)} to ${day(to)}`;
  const names = { a: nameOf(periods.a), b: nameOf(periods.b) };
  const cubes = {
    a: sliceCube(cube, { ...noFilter, ...periods.a }),
    b: sliceCube(cube, { ...noFilter, ...periods.b }),
  };
  return {
    names,
    preposition: 'from',
    by: cube.rows,
    sidesOf: (joint) => {
      const a = { name: `a ${names.a}`, parts: windowedGroups(cubes.a, joint, 'row') };
      const b = { name: `b ${names.b}`, parts: windowedGroups(cubes.b, joint, 'row') };
      return { a, b, standard: [a, b] };
    },
  };
};

/** The groups of the rows that can be compared, in order of their names, as their positions are kept. */
export const comparableGroups = (cube: Cube): readonly string[] =>
  groupsOf(cube, 'row').toSorted((a, b) => a.localeCompare(b, 'en'));

/** The positions of the groups compared: those chosen, else the largest that is not on the other side. */
export const comparedGroups = (
  cube: Cube,
  groups: readonly string[],
  { a, b }: Chosen<'a' | 'b'>,
): { readonly a: number; readonly b: number } => {
  const leads = new Map<string, number>();
  for (const cell of cube.period.leads.cells)
    leads.set(
      cell.row,
      (leads.get(cell.row) ?? 0) + totalOf({ ...cube.period.leads, cells: [cell] }, 'journeys'),
    );
  const bySize = groups
    .map((group, index) => ({ index, size: leads.get(group) ?? 0 }))
    .toSorted((one, other) => other.size - one.size || one.index - other.index);
  const known = (position: number | undefined): number | undefined =>
    position !== undefined && position < groups.length ? position : undefined;
  const largestBut = (other: number | undefined): number =>
    bySize.find(({ index }) => index !== other)?.index ?? 0;
  const first = known(a) ?? largestBut(known(b));
  return { a: first, b: known(b) ?? largestBut(first) };
};

/** Two groups of the rows of a cube, told apart by the field of its columns, at the mix of all rows. */
export const groupSides = (cube: Cube, a: string, b: string): ComparedSides => ({
  names: { a, b },
  preposition: 'with',
  by: cube.columns,
  sidesOf: (joint) => {
    const sideOf = (group: string): ComparisonSide => ({
      name: group,
      parts: windowedGroups(groupCube(cube, 'row', group), joint, 'column'),
    });
    return { a: sideOf(a), b: sideOf(b), standard: groupsOf(cube, 'row').map(sideOf) };
  },
});

/** A filter without its days, for a comparison of periods. */
export const withoutDays = (filter: Filter): Filter => ({ ...filter, from: null, to: null });
