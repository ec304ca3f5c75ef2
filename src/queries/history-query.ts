import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Choices } from '../engine/analysis.ts';
import type { Workspace } from '../engine/workspace.ts';

/** What each export that counts did to the history, and how many changes of status no event explains. */
export const historyQuery = (workspace: Workspace, dataId: number, choices: Choices) =>
  queryOptions({
    queryKey: ['history', dataId, choices],
    queryFn: () => workspace.history(choices),
    placeholderData: keepPreviousData,
  });
