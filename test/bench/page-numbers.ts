import type { Filter } from '../../src/domain/filter.ts';
import { conversionCell, conversionTable } from '../../src/metrics/conversion-table.ts';
import { cohortOutlook } from '../../src/metrics/cube/cohort-outlook.ts';
import { cohorts } from '../../src/metrics/cube/cohorts.ts';
import { conversionDays } from '../../src/metrics/cube/conversion-days.ts';
import { leadCells, opportunityCells } from '../../src/metrics/cube/cube-cells.ts';
import { groupCube, groupsOf, sliceCube, type Cube } from '../../src/metrics/cube/cube.ts';
import { flowInWindow, flowRates, flowToDate } from '../../src/metrics/cube/lead-flow.ts';
import { periodVolumes } from '../../src/metrics/cube/period-volumes.ts';
import { pipelineCreatedByMonth } from '../../src/metrics/cube/pipeline-created.ts';
import { pipelineVelocity } from '../../src/metrics/cube/pipeline-velocity.ts';
import { referenceCurve } from '../../src/metrics/cube/reference-curve.ts';
import { weightedPipeline } from '../../src/metrics/cube/weighted-pipeline.ts';
import { windowedCells, windowedGroups } from '../../src/metrics/cube/windowed-tallies.ts';
import { flaggedCells } from '../../src/metrics/flagged-cells.ts';
import { shrunkenGroups } from '../../src/metrics/shrunken-groups.ts';

/** Everything a page shows of one filter, from the cube: tables, cohorts, curves, projections, rankings, flags, volumes, pipeline. */
export const pageNumbers = (whole: Cube, filter: Filter) => {
  const cube = sliceCube(whole, filter);
  const cells = { leads: leadCells(cube), opportunities: opportunityCells(cube) };
  const table = (side: 'row_group' | 'column_group') =>
    conversionTable(cells.leads, cells.opportunities, side, {});
  const rows = table('row_group');
  const columns = table('column_group');
  const all = { name: 'all', cube: whole };
  const part = { name: 'filter', cube };
  const curves = (['l2o', 'o2d', 'l2d'] as const).map((joint) => referenceCurve(part, [all], joint));
  const byGroup = groupsOf(cube, 'row').map((group) => {
    const own = groupCube(cube, 'row', group);
    return {
      group,
      l2o: referenceCurve({ name: group, cube: own }, [part, all], 'l2o'),
      o2d: referenceCurve({ name: group, cube: own }, [part, all], 'o2d'),
      days: conversionDays(own, 'l2o'),
      flow: flowRates(flowToDate(own)),
      inWindow: flowRates(flowInWindow(own)),
    };
  });
  const weeks = (['l2o', 'fast', 'o2d'] as const).map((clock) => cohorts(cube, clock, 'week'));
  const [leadWeeks = [], , opportunityWeeks = []] = weeks;
  const [l2o, o2d] = curves;
  return {
    cells,
    rows,
    columns,
    cross: rows.groups.flatMap(({ group }) =>
      columns.groups.map((column) =>
        conversionCell(cells.leads, cells.opportunities, group, column.group, {}),
      ),
    ),
    byGroup,
    weeks,
    outlooks: [
      l2o === undefined ? [] : leadWeeks.map((week) => cohortOutlook(week, l2o)),
      o2d === undefined ? [] : opportunityWeeks.map((week) => cohortOutlook(week, o2d)),
    ],
    ranked: (['l2o', 'o2d'] as const).map((joint) => shrunkenGroups(windowedGroups(cube, joint, 'row'))),
    flagged: (['l2o', 'o2d'] as const).map((joint) => flaggedCells(windowedCells(cube, joint))),
    volumes: periodVolumes(cube, 'week'),
    pipeline: pipelineCreatedByMonth(periodVolumes(cube, 'month')),
    weighted: weightedPipeline(cube, 'row', 'month'),
    velocity: pipelineVelocity(cube),
  };
};
