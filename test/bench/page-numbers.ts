import type { Filter } from '../../src/domain/filter.ts';
import { conversionCell, conversionTable } from '../../src/metrics/conversion-table.ts';
import { cohortOutlooks } from '../../src/metrics/cube/cohort-outlook.ts';
import { cohorts } from '../../src/metrics/cube/cohorts.ts';
import { conversionDays } from '../../src/metrics/cube/conversion-days.ts';
import { leadCells, opportunityCells } from '../../src/metrics/cube/cube-cells.ts';
import { groupCube, groupsOf, sliceCube, type Cube } from '../../src/metrics/cube/cube.ts';
import { flowInWindow, flowRates, flowToDate } from '../../src/metrics/cube/lead-flow.ts';
import { periodVolumes } from '../../src/metrics/cube/period-volumes.ts';
import { pipelineCreated } from '../../src/metrics/cube/pipeline-created.ts';
import { pipelineVelocity } from '../../src/metrics/cube/pipeline-velocity.ts';
import { curveInForce, curveOf } from '../../src/metrics/cube/reference-curve.ts';
import { weightedPipeline } from '../../src/metrics/cube/weighted-pipeline.ts';
import { windowedCells, windowedGroups } from '../../src/metrics/cube/windowed-tallies.ts';
import { flaggedCells } from '../../src/metrics/flagged-cells.ts';
import { shrunkenGroups } from '../../src/metrics/shrunken-groups.ts';

/** The curves of a cube or a slice of it. */
export const curvesOf = (name: string, cube: Cube) => ({
  l2o: curveOf({ name, cube }, 'l2o'),
  o2d: curveOf({ name, cube }, 'o2d'),
});

/**
 * Everything a page shows of one filter, from the cube: tables, cohorts, curves, projections, rankings, flags, volumes,
 * pipeline. `all` are the curves of the whole cube, which no filter changes.
 */
export const pageNumbers = (whole: Cube, all: ReturnType<typeof curvesOf>, filter: Filter) => {
  const cube = sliceCube(whole, filter);
  const cells = { leads: leadCells(cube), opportunities: opportunityCells(cube) };
  const table = (side: 'row_group' | 'column_group') =>
    conversionTable(cells.leads, cells.opportunities, side, {});
  const rows = table('row_group');
  const columns = table('column_group');
  const own = curvesOf('filter', cube);
  const inForce = { l2o: curveInForce(own.l2o, [all.l2o]), o2d: curveInForce(own.o2d, [all.o2d]) };
  const byGroup = groupsOf(cube, 'row').map((group) => {
    const part = groupCube(cube, 'row', group);
    const curve = curvesOf(group, part);
    return {
      group,
      l2o: curveInForce(curve.l2o, [own.l2o, all.l2o]),
      o2d: curveInForce(curve.o2d, [own.o2d, all.o2d]),
      days: conversionDays(part, 'l2o'),
      flow: flowRates(flowToDate(part)),
      inWindow: flowRates(flowInWindow(part)),
    };
  });
  const weeks = (['l2o', 'fast', 'o2d'] as const).map((clock) => cohorts(cube, clock, 'week'));
  const [leadWeeks = [], , opportunityWeeks = []] = weeks;
  return {
    cells,
    rows,
    columns,
    cross: rows.groups.flatMap(({ group }) =>
      columns.groups.map((column) =>
        conversionCell(cells.leads, cells.opportunities, group, column.group, {}),
      ),
    ),
    inForce,
    byGroup,
    weeks,
    outlooks: [
      cohortOutlooks(cube, 'l2o', leadWeeks, inForce.l2o),
      cohortOutlooks(cube, 'o2d', opportunityWeeks, inForce.o2d),
    ],
    ranked: (['l2o', 'o2d'] as const).map((joint) => shrunkenGroups(windowedGroups(cube, joint, 'row'))),
    flagged: (['l2o', 'o2d'] as const).map((joint) => flaggedCells(windowedCells(cube, joint))),
    volumes: periodVolumes(cube, 'week'),
    pipeline: pipelineCreated(cube, 'month'),
    weighted: weightedPipeline(cube, 'row', 'month'),
    velocity: pipelineVelocity(cube),
  };
};
