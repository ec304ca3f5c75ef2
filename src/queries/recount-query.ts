import { queryOptions } from '@tanstack/react-query';
import type { Windows } from '../domain/definitions.ts';
import { noFilter } from '../domain/filter.ts';
import type { Choices } from '../engine/analysis.ts';
import { buildCube } from '../engine/cube.ts';
import type { Workspace } from '../engine/workspace.ts';

/** Today's records counted as of an earlier day, within given windows: what that day would have said, had all of it been entered. */
export const recountQuery = (
  workspace: Workspace,
  dataId: number,
  choices: Choices,
  asOf: string,
  windows: Windows,
) =>
  queryOptions({
    queryKey: ['recount', dataId, choices, asOf, windows],
    queryFn: () =>
      workspace.ask({ ...choices, asOf }, (engine, analysis) =>
        buildCube(engine, { ...analysis, windows }, noFilter, 'channel', 'segment'),
      ),
    structuralSharing: false,
  });
