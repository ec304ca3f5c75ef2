import { queryOptions } from '@tanstack/react-query';
import type { DefinitionSet } from '../domain/definition-set.ts';
import type { Choices } from '../engine/analysis.ts';
import { definitionDiff } from '../engine/definition-diff.ts';
import type { Workspace } from '../engine/workspace.ts';

/** Moved leads listed at most. */
export const movedShown = 200;

/** What a draft does to the numbers, before it is saved. Builds the journeys twice, so it is asked for, not watched. */
export const definitionDiffQuery = (
  workspace: Workspace,
  dataId: number,
  choices: Choices,
  draft: DefinitionSet,
) =>
  queryOptions({
    queryKey: ['definition diff', dataId, choices, draft],
    queryFn: () =>
      workspace.ask(choices, (engine, analysis) =>
        definitionDiff(
          engine,
          analysis,
          { anchor: choices.anchor, agreed: [draft] },
          { by: 'channel', listed: movedShown },
          () => undefined,
        ),
      ),
  });
