import { queryOptions } from '@tanstack/react-query';
import { firstDayOf, monthIndex } from '../domain/calendar-month.ts';
import type { Filter } from '../domain/filter.ts';
import type { Choices } from '../engine/analysis.ts';
import type { Workspace } from '../engine/workspace.ts';
import { cohortTriangle, triangleAges, triangleMonths } from '../metrics/cohort-triangle.ts';
import { cohortAgeCounts } from '../sql/questions/cohort-age-counts.ts';

/** Months of start by age, of the latest months. */
export const cohortTriangleQuery = (
  workspace: Workspace,
  dataId: number,
  choices: Choices,
  filter: Filter,
  joint: 'l2o' | 'o2d',
) =>
  queryOptions({
    queryKey: ['cohort triangle', dataId, choices, filter, joint],
    queryFn: () =>
      workspace.ask(choices, async (engine, { definitions }) => {
        const from = firstDayOf(monthIndex(filter.to ?? definitions.asOf) - triangleMonths + 1);
        return cohortTriangle(
          await engine.ask(cohortAgeCounts({ joint, filter, from, ages: triangleAges[joint] })),
        );
      }),
  });
