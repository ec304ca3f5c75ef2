import type { TimeGrain } from '../../domain/time-grain.ts';
import { shrunkenGroups } from '../shrunken-groups.ts';
import { groupsOf, type Cube, type CubeSide } from './cube.ts';
import { byPeriod, spanOf } from './facet.ts';
import { periodsBetween, type Period } from './periods.ts';
import { windowedGroups } from './windowed-tallies.ts';

/** Pipeline created in a week or month, each opportunity weighted by the chance that its group's opportunities are won. Minor units; null where a group has no rate. */
export interface WeightedPipeline extends Period {
  readonly weightedMinor: number | null;
}

/**
 * Pipeline created, weighted by the windowed share of deals of the group it belongs to, drawn towards the common one.
 * The shares are those of every day, so that a month's weight does not depend on the period looked at.
 */
export const weightedPipeline = (
  cube: Cube,
  side: CubeSide,
  grain: TimeGrain,
): readonly WeightedPipeline[] => {
  const { opportunities } = cube.period;
  const span = spanOf(opportunities);
  if (span === null) return [];
  const { periods, starts } = periodsBetween(span.first, Math.min(cube.to, cube.asOf), grain);
  const { groups } = shrunkenGroups(windowedGroups({ ...cube, period: cube.always }, 'o2d', side));
  const rates = new Map(groups.map(({ group, rate }) => [group, rate]));
  const created = groupsOf(cube, side).map((group) => ({
    rate: rates.get(group) ?? null,
    pipeline: byPeriod(
      { ...opportunities, cells: opportunities.cells.filter((cell) => cell[side] === group) },
      starts,
    )('created_minor'),
  }));
  return periods.map((period, index) => {
    const parts = created.flatMap(({ rate, pipeline }) => {
      const value = pipeline[index] ?? 0;
      return value === 0 ? [] : [rate === null ? null : value * rate];
    });
    return {
      ...period,
      weightedMinor: parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0),
    };
  });
};
