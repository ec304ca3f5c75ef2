import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Choices } from '../engine/analysis.ts';
import { countCriteria, type CriteriaRequest } from '../engine/count-criteria.ts';
import type { Workspace } from '../engine/workspace.ts';

/** How many leads of a period meet criteria; the request comes back with its answer, so that the words fit the numbers. */
export const criteriaQuery = (
  workspace: Workspace,
  dataId: number,
  choices: Choices,
  request: CriteriaRequest,
) =>
  queryOptions({
    queryKey: ['criteria', dataId, choices, request],
    queryFn: () =>
      workspace.ask(choices, async (engine, analysis) => ({
        request,
        found: await countCriteria(engine, analysis, request),
      })),
    placeholderData: keepPreviousData,
  });
