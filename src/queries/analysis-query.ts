import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Choices } from '../engine/analysis.ts';
import type { Workspace } from '../engine/workspace.ts';

/** The definitions in force under the person's choices, the derived windows, and what the rules did. */
export const analysisQuery = (workspace: Workspace, dataId: number, choices: Choices) =>
  queryOptions({
    queryKey: ['analysis', dataId, choices],
    queryFn: () => workspace.analysis(choices),
    placeholderData: keepPreviousData,
  });
