import { queryOptions } from '@tanstack/react-query';
import type { Choices } from '../engine/analysis.ts';
import type { Workspace } from '../engine/workspace.ts';
import type { Agreement } from '../metrics/agreement.ts';
import type { LeadList } from '../sql/questions/listed-leads.ts';
import { agreementQuery } from './agreement-query.ts';

const loadLeakFacts = async () => (await import('../engine/leak-facts.ts')).leakFacts;
const loadListLeads = () => import('../engine/list-leads.ts');

/** Fetches what only the page of leaks needs, so that it is there without the network. */
export const fetchLeakFacts = (): void => {
  void loadLeakFacts();
  void loadListLeads();
};

/** Of which data, under which choices, and by what was agreed. */
export interface Asked {
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly choices: Choices;
  readonly agreements: readonly Agreement[];
}

/** Everything the page of leaks is made of, asked once; every choice on the page is made in memory. */
export const leakFactsQuery = agreementQuery('leak facts', loadLeakFacts);

/** The records behind one of its counts. */
export const leadListQuery = ({ workspace, dataId, choices, agreements }: Asked, list: LeadList) =>
  queryOptions({
    queryKey: ['lead list', dataId, choices, agreements.map(({ hash }) => hash), list],
    queryFn: async () => {
      const { listLeads } = await loadListLeads();
      return workspace.ask(choices, (engine, analysis) => listLeads(engine, analysis, agreements, list));
    },
  });
