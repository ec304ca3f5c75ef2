import type { QueryClient } from '@tanstack/react-query';
import { noFilter } from '../domain/filter.ts';
import type { CountsAhead } from '../engine/counts-ahead.ts';
import { noChoices } from '../engine/no-choices.ts';
import type { Workspace } from '../engine/workspace.ts';
import { analysisQuery } from '../queries/analysis-query.ts';
import { cubeQuery } from '../queries/cube-query.ts';
import { reviewFactsQuery } from '../queries/review-facts-query.ts';

/** Files counts made beforehand under the questions that the first page asks. */
export const seedCounts = (
  client: QueryClient,
  workspace: Workspace,
  dataId: number,
  { analysis, cube, reviewFacts }: CountsAhead,
): void => {
  client.setQueryData(analysisQuery(workspace, dataId, noChoices).queryKey, analysis);
  client.setQueryData(cubeQuery(workspace, dataId, noChoices, noFilter, 'channel', 'segment').queryKey, cube);
  client.setQueryData(reviewFactsQuery(workspace, dataId, noChoices).queryKey, reviewFacts);
};
