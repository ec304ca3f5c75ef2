import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Choices } from '../engine/analysis.ts';
import { scoreHistory } from '../engine/score-history.ts';
import type { Workspace } from '../engine/workspace.ts';

/** How leads fared by score and attribute. */
export const scoreHistoryQuery = (workspace: Workspace, dataId: number, choices: Choices) =>
  queryOptions({
    queryKey: ['score history', dataId, choices],
    queryFn: () => workspace.ask(choices, scoreHistory),
    placeholderData: keepPreviousData,
  });
