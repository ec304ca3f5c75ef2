import { queryOptions } from '@tanstack/react-query';
import { headline } from '../engine/headline.ts';
import { noChoices } from '../engine/no-choices.ts';
import type { Workspace } from '../engine/workspace.ts';

/** The headline numbers of what is on screen, under the data's own choices. */
export const headlineQuery = (workspace: Workspace, dataId: number) =>
  queryOptions({
    queryKey: ['headline', dataId],
    queryFn: () => workspace.ask(noChoices, headline),
  });
