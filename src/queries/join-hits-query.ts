import { queryOptions } from '@tanstack/react-query';
import { noChoices } from '../engine/no-choices.ts';
import type { Workspace } from '../engine/workspace.ts';
import { joinHits } from '../sql/questions/join-hits.ts';

/** How many records that name another one find it. */
export const joinHitsQuery = (workspace: Workspace, dataId: number) =>
  queryOptions({
    queryKey: ['join hits', dataId],
    queryFn: async () => {
      const [hits] = await workspace.ask(noChoices, (engine) => engine.ask(joinHits));
      if (hits === undefined) throw new RangeError('A question of one row gave none.');
      return hits;
    },
  });
