import { queryOptions } from '@tanstack/react-query';
import type { Analysis, Choices } from '../engine/analysis.ts';
import type { QueryEngine } from '../engine/query-engine.ts';
import type { Workspace } from '../engine/workspace.ts';
import type { Agreement } from '../metrics/agreement.ts';

/** Counts something of the data by what was agreed. */
export type CountByAgreements<Facts> = (
  engine: QueryEngine,
  analysis: Analysis,
  agreements: readonly Agreement[],
) => Promise<Facts>;

/** A query for what is counted by what was agreed; `load` fetches what counts it, with the first time it is asked. */
export const agreementQuery =
  <Facts>(name: string, load: () => Promise<CountByAgreements<Facts>>) =>
  (workspace: Workspace, dataId: number, choices: Choices, agreements: readonly Agreement[]) =>
    queryOptions({
      queryKey: [name, dataId, choices, agreements.map(({ hash }) => hash)],
      queryFn: async () => {
        const countFacts = await load();
        return workspace.ask(choices, (engine, analysis) => countFacts(engine, analysis, agreements));
      },
    });
