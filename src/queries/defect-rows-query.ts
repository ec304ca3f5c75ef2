import { queryOptions } from '@tanstack/react-query';
import type { Choices } from '../engine/analysis.ts';
import type { Workspace } from '../engine/workspace.ts';
import { defectRows, type DefectRowsRequest } from '../sql/questions/defect-rows.ts';

/** The records behind one defect; null asks nothing. */
export const defectRowsQuery = (
  workspace: Workspace,
  dataId: number,
  choices: Choices,
  request: DefectRowsRequest | null,
) =>
  queryOptions({
    queryKey: ['defect rows', dataId, choices, request],
    queryFn: () =>
      request === null ? [] : workspace.ask(choices, (engine) => engine.ask(defectRows(request))),
    enabled: request !== null,
  });
