import type { TimeGrain } from '../../domain/time-grain.ts';
import { shrunkenGroups } from '../shrunken-groups.ts';
import type { Period } from './cohorts.ts';
import { groupCube, groupsOf, type Cube, type CubeSide } from './cube.ts';
import { periodVolumes } from './period-volumes.ts';
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
  const { groups } = shrunkenGroups(windowedGroups({ ...cube, period: cube.always }, 'o2d', side));
  const rates = new Map(groups.map(({ group, rate }) => [group, rate]));
  const weighted = new Map<number, number | null>();
  for (const group of groupsOf(cube, side)) {
    const rate = rates.get(group) ?? null;
    for (const { start, pipelineMinor } of periodVolumes(groupCube(cube, side, group), grain)) {
      const sum = weighted.get(start) ?? (weighted.has(start) ? null : 0);
      if (pipelineMinor === 0) weighted.set(start, sum);
      else weighted.set(start, sum === null || rate === null ? null : sum + pipelineMinor * rate);
    }
  }
  return periodVolumes(cube, grain).map(({ start, end }) => ({
    start,
    end,
    weightedMinor: weighted.get(start) ?? (weighted.has(start) ? null : 0),
  }));
};
