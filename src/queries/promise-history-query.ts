import { queryOptions } from '@tanstack/react-query';
import type { SlaTerms } from '../domain/sla.ts';
import type { Choices } from '../engine/analysis.ts';
import type { Workspace } from '../engine/workspace.ts';

const loadPromiseHistory = () => import('../engine/promise-history.ts');

/** Fetches what counts it, so that it is there without the network. */
export const fetchPromiseHistory = (): void => void loadPromiseHistory();

/** What a pair of promises is negotiated on; `terms` are those in force. */
export const promiseHistoryQuery = (
  workspace: Workspace,
  dataId: number,
  choices: Choices,
  terms: SlaTerms,
) =>
  queryOptions({
    queryKey: ['promise history', dataId, choices, terms],
    queryFn: async () => {
      const { promiseHistory } = await loadPromiseHistory();
      return workspace.ask(choices, (engine, analysis) => promiseHistory(engine, analysis, terms));
    },
  });
