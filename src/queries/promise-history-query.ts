import { queryOptions } from '@tanstack/react-query';
import type { Choices } from '../engine/analysis.ts';
import type { Workspace } from '../engine/workspace.ts';
import type { Agreement } from '../metrics/agreement.ts';

const loadPromiseHistory = () => import('../engine/promise-history.ts');

/** Fetches what counts it, so that it is there without the network. */
export const fetchPromiseHistory = (): void => void loadPromiseHistory();

/** What a pair of promises is negotiated on; by the promise in force, where there is one. */
export const promiseHistoryQuery = (
  workspace: Workspace,
  dataId: number,
  choices: Choices,
  agreements: readonly Agreement[],
) =>
  queryOptions({
    queryKey: ['promise history', dataId, choices, agreements.map(({ hash }) => hash)],
    queryFn: async () => {
      const { promiseHistory } = await loadPromiseHistory();
      return workspace.ask(choices, (engine, analysis) => promiseHistory(engine, analysis, agreements));
    },
  });
