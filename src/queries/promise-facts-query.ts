import { queryOptions } from '@tanstack/react-query';
import type { Choices } from '../engine/analysis.ts';
import { promiseFacts } from '../engine/promise-facts.ts';
import type { Workspace } from '../engine/workspace.ts';

/** How handovers were answered and what was lost. Asked apart from the rest of the review, as handovers take longest to build. */
export const promiseFactsQuery = (workspace: Workspace, dataId: number, choices: Choices) =>
  queryOptions({
    queryKey: ['promise facts', dataId, choices],
    queryFn: () => workspace.ask(choices, promiseFacts),
  });
