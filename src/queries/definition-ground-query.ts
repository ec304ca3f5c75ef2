import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Choices } from '../engine/analysis.ts';
import { definitionGround } from '../engine/definition-ground.ts';
import type { Workspace } from '../engine/workspace.ts';

/** What the definitions in force give, and what rules can be made of. */
export const definitionGroundQuery = (workspace: Workspace, dataId: number, choices: Choices) =>
  queryOptions({
    queryKey: ['definition ground', dataId, choices],
    queryFn: () =>
      workspace.ask(choices, async (engine, analysis) => ({
        analysis,
        ground: await definitionGround(engine, analysis),
      })),
    placeholderData: keepPreviousData,
  });
