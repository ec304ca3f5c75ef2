import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Choices } from '../engine/analysis.ts';
import { dataQuality } from '../engine/data-quality.ts';
import type { Workspace } from '../engine/workspace.ts';
import type { OpenData } from './session.ts';

/** Every kind of defect in the data on screen, and what it could do to the numbers under these choices. */
export const qualityQuery = (workspace: Workspace, { id, files }: OpenData, choices: Choices) =>
  queryOptions({
    queryKey: ['quality', id, choices],
    queryFn: () => workspace.ask(choices, (engine, analysis) => dataQuality(engine, analysis, files)),
    placeholderData: keepPreviousData,
  });
