import { queryOptions } from '@tanstack/react-query';
import type { Choices } from '../engine/analysis.ts';
import type { Workspace } from '../engine/workspace.ts';
import type { LeadList } from '../sql/questions/listed-leads.ts';

const loadLeakFacts = () => import('../engine/leak-facts.ts');
const loadListLeads = () => import('../engine/list-leads.ts');

/** Fetches what only the page of leaks needs, so that it is there without the network. */
export const fetchLeakFacts = (): void => {
  void loadLeakFacts();
  void loadListLeads();
};

/** Everything the page of leaks is made of, asked once; every choice on the page is made in memory. */
export const leakFactsQuery = (workspace: Workspace, dataId: number, choices: Choices) =>
  queryOptions({
    queryKey: ['leak facts', dataId, choices],
    queryFn: async () => {
      const { leakFacts } = await loadLeakFacts();
      return workspace.ask(choices, leakFacts);
    },
  });

/** The records behind one of its counts. */
export const leadListQuery = (workspace: Workspace, dataId: number, choices: Choices, list: LeadList) =>
  queryOptions({
    queryKey: ['lead list', dataId, choices, list],
    queryFn: async () => {
      const { listLeads } = await loadListLeads();
      return workspace.ask(choices, (engine, analysis) => listLeads(engine, analysis, list));
    },
  });
