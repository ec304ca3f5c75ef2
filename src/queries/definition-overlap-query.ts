import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Choices } from '../engine/analysis.ts';
import { definitionOverlap, type OverlapRequest } from '../engine/definition-overlap.ts';
import type { Workspace } from '../engine/workspace.ts';

/** Disputed leads listed of each side at most. */
const disputedShown = 100;

/** Whom two definitions take. `choices` are those of the first. */
export const definitionOverlapQuery = (
  workspace: Workspace,
  dataId: number,
  choices: Choices,
  request: Omit<OverlapRequest, 'listed'>,
) =>
  queryOptions({
    queryKey: ['definition overlap', dataId, choices, request],
    queryFn: () =>
      workspace.ask(choices, (engine, analysis) =>
        definitionOverlap(
          engine,
          analysis,
          { anchor: choices.anchor },
          { ...request, listed: disputedShown },
          () => undefined,
        ),
      ),
    placeholderData: keepPreviousData,
  });
