import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Choices } from '../engine/analysis.ts';
import { reviewFacts } from '../engine/review-facts.ts';
import type { Workspace } from '../engine/workspace.ts';

/** What the weekly review needs beside the cube: the deals of the week. */
export const reviewFactsQuery = (workspace: Workspace, dataId: number, choices: Choices) =>
  queryOptions({
    queryKey: ['review facts', dataId, choices],
    queryFn: () => workspace.ask(choices, reviewFacts),
    placeholderData: keepPreviousData,
  });
