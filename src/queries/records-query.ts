import { queryOptions } from '@tanstack/react-query';
import type { Choices } from '../engine/analysis.ts';
import type { Workspace } from '../engine/workspace.ts';
import { recordsBehind, type RecordsRequest } from '../sql/questions/records-behind.ts';

/** The records a number was made of. */
export const recordsQuery = (
  workspace: Workspace,
  dataId: number,
  choices: Choices,
  request: RecordsRequest,
) =>
  queryOptions({
    queryKey: ['records', dataId, choices, request],
    queryFn: () => workspace.ask(choices, (engine) => engine.ask(recordsBehind(request))),
  });
