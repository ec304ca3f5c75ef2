import { queryOptions } from '@tanstack/react-query';
import type { Choices } from '../engine/analysis.ts';
import type { Workspace } from '../engine/workspace.ts';
import type { Agreement } from '../metrics/agreement.ts';

const loadPromiseFacts = () => import('../engine/promise-facts.ts');

/** Fetches what builds handovers, which no first answer needs, so that it is there without the network. */
export const fetchPromiseFacts = (): void => void loadPromiseFacts();

/** How handovers were answered, what marketing delivered and what was lost. Asked apart from the rest of the review, as handovers take longest to build. */
export const promiseFactsQuery = (
  workspace: Workspace,
  dataId: number,
  choices: Choices,
  agreements: readonly Agreement[],
) =>
  queryOptions({
    queryKey: ['promise facts', dataId, choices, agreements.map(({ hash }) => hash)],
    queryFn: async () => {
      const { promiseFacts } = await loadPromiseFacts();
      return workspace.ask(choices, (engine, analysis) => promiseFacts(engine, analysis, agreements));
    },
  });
