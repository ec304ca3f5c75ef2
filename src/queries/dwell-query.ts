import { queryOptions } from '@tanstack/react-query';
import type { Filter } from '../domain/filter.ts';
import type { Choices } from '../engine/analysis.ts';
import type { Workspace } from '../engine/workspace.ts';
import { dwellTimes } from '../metrics/stage-dwell.ts';
import { dwellAges } from '../sql/questions/dwell-ages.ts';

/** How long leads stay in each stage. */
export const dwellQuery = (workspace: Workspace, dataId: number, choices: Choices, filter: Filter) =>
  queryOptions({
    queryKey: ['dwell', dataId, choices, filter],
    queryFn: () =>
      workspace.ask(choices, async (engine) =>
        dwellTimes(await engine.ask(dwellAges({ filter, groups: 'channel' })), null),
      ),
  });
