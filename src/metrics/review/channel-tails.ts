import { addMonths, toEpochDay } from '../../domain/local-date.ts';
import { groupVerdicts } from '../channel-verdict.ts';
import { conversionTable } from '../conversion-table.ts';
import { leadCells, opportunityCells } from '../cube/cube-cells.ts';
import { sliceCube, type Cube } from '../cube/cube.ts';
import type { NotMeasurable } from '../measurability.ts';
import { isRankable } from '../rate-of.ts';
import { channelDays } from './channel-review.ts';

/** Where a channel stood: both shares, within the same windows. */
export interface ChannelTail {
  readonly group: string;
  readonly l2o: number;
  readonly o2d: number;
}

const monthsBack = 3;

/**
 * Where each channel stood a quarter ago: the twelve months that ended then, within the same windows, of those that have had them.
 * Channels with fewer than 30 at a joint are left out. Empty where the records, from `firstDay` on, do not reach so far back.
 */
export const channelTails = (
  cube: Cube,
  firstDay: string,
  notMeasurable: NotMeasurable,
): readonly ChannelTail[] => {
  const { from, to, values } = channelDays(cube);
  if (from === null || to === null) return [];
  const days = { from: addMonths(from, -monthsBack), to: addMonths(to, -monthsBack), values };
  if (toEpochDay(days.from) < toEpochDay(firstDay)) return [];
  const slice = sliceCube(cube, days);
  const table = conversionTable(leadCells(slice), opportunityCells(slice), 'row_group', notMeasurable);
  return groupVerdicts(table, 'windowed').flatMap(({ group, l2o, o2d }) =>
    l2o.rate === null || o2d.rate === null || !isRankable(l2o) || !isRankable(o2d)
      ? []
      : [{ group, l2o: l2o.rate, o2d: o2d.rate }],
  );
};
