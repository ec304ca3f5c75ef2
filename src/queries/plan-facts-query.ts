import { queryOptions } from '@tanstack/react-query';
import type { Choices } from '../engine/analysis.ts';
import type { Workspace } from '../engine/workspace.ts';

const loadPlanFacts = () => import('../engine/plan-facts.ts');

/** Fetches what counts for plans, which no first answer needs, so that it is there without the network. */
export const fetchPlanFacts = (): void => void loadPlanFacts();

/** What plans are made of. Asked once; every change of a plan is answered from it. */
export const planFactsQuery = (workspace: Workspace, dataId: number, choices: Choices) =>
  queryOptions({
    queryKey: ['plan facts', dataId, choices],
    queryFn: async () => {
      const { planFacts } = await loadPlanFacts();
      return workspace.ask(choices, planFacts);
    },
  });
