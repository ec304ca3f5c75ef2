import { queryOptions } from '@tanstack/react-query';
import type { Choices } from '../engine/analysis.ts';
import { slaFacts } from '../engine/sla-facts.ts';
import type { Workspace } from '../engine/workspace.ts';

/** How the handovers were answered. Asked apart from the rest of the review, since handovers take the longest to build. */
export const slaFactsQuery = (workspace: Workspace, dataId: number, choices: Choices) =>
  queryOptions({
    queryKey: ['sla facts', dataId, choices],
    queryFn: () => workspace.ask(choices, slaFacts),
  });
