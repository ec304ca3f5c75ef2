import { blankGroup, type Dimension } from '../../domain/dimension.ts';
import type { Filter } from '../../domain/filter.ts';
import type { Analysis } from '../../engine/analysis.ts';
import type { ConversionCells } from '../../engine/conversion.ts';
import { groupVerdicts, trapOf, type Basis, type GroupVerdict } from '../../metrics/channel-verdict.ts';
import type { ChosenWindows } from '../../metrics/chosen-windows.ts';
import {
  conversionTable,
  type ConversionGroup,
  type ConversionTable,
} from '../../metrics/conversion-table.ts';
import { leadCells, opportunityCells } from '../../metrics/cube/cube-cells.ts';
import { sliceCube, type Cube } from '../../metrics/cube/cube.ts';
import type { Joint } from '../../metrics/metric.ts';
import type { OpenRecords } from './open-records.ts';
import { recordsShown } from './open-records.ts';

/** Everything the page shows of one breakdown: made of the cells in memory, without another question. */
export interface ExploreModel {
  readonly analysis: Analysis;
  readonly cells: ConversionCells;
  /** The cube of channel by segment, cut to the filter. */
  readonly slice: Cube;
  readonly filter: Filter;
  readonly basis: Basis;
  /** Windows a person chose; those of the analysis are already replaced by them. */
  readonly chosen: ChosenWindows;
  readonly byChannel: ConversionTable;
  readonly bySegment: ConversionTable;
  readonly verdicts: readonly GroupVerdict[];
  readonly trap: GroupVerdict | null;
  /** Averages of the period, for ticks and dashed lines. */
  readonly average: Readonly<Record<Joint, number | null>>;
}

/** Slices a cube of channel by segment under a filter and makes every number of the page of it. */
export const exploreModel = (
  analysis: Analysis,
  cube: Cube,
  filter: Filter,
  basis: Basis,
  chosen: ChosenWindows,
): ExploreModel => {
  const slice = sliceCube(cube, filter);
  const cells = { leads: leadCells(slice), opportunities: opportunityCells(slice) };
  const byChannel = conversionTable(cells.leads, cells.opportunities, 'row_group', analysis.notMeasurable);
  const bySegment = conversionTable(cells.leads, cells.opportunities, 'column_group', analysis.notMeasurable);
  const verdicts = groupVerdicts(byChannel, basis);
  const averageOf = (joint: Joint): number | null => byChannel.total[joint]?.[basis].rate ?? null;
  const average = { l2o: averageOf('l2o'), o2d: averageOf('o2d'), l2d: averageOf('l2d') };
  return {
    analysis,
    cells,
    slice,
    filter,
    basis,
    chosen,
    byChannel,
    bySegment,
    verdicts,
    trap: trapOf(verdicts, average.o2d),
    average,
  };
};

/** A group's name as it is read aloud: blanks are said to be blank. */
export const groupName = (group: string): string => (group === blankGroup ? 'no value' : group);

const windowOf = (analysis: Analysis, joint: Joint): number | null => analysis.windows[`${joint}Days`];

/** The records behind one joint of one group, as the drawer asks for them. */
export const recordsOf = (
  model: ExploreModel,
  joint: Joint,
  group: ConversionGroup,
  groups: readonly { readonly dimension: Dimension; readonly group: string }[],
  name: string,
): OpenRecords | null => {
  const rates = group[joint];
  if (rates === null) return null;
  return {
    name,
    rate: rates[model.basis],
    request: {
      joint,
      windowDays: model.basis === 'windowed' ? windowOf(model.analysis, joint) : null,
      filter: model.filter,
      groups,
      limit: recordsShown,
    },
  };
};

/** A round upper end for the interval strips of a column: a little above the largest settled interval. */
export const stripMax = (groups: readonly ConversionGroup[], joint: Joint, basis: Basis): number => {
  const highs = groups.flatMap((group) => {
    const rate = group[joint]?.[basis];
    return rate === undefined || rate.n < 30 ? [] : (rate.high ?? []);
  });
  return Math.min(1, Math.max(0.02, ...highs) * 1.08);
};
