import { queryOptions } from '@tanstack/react-query';
import type { Filter } from '../domain/filter.ts';
import type { Choices } from '../engine/analysis.ts';
import { funnels } from '../engine/funnels.ts';
import type { Workspace } from '../engine/workspace.ts';

/** The leads of a filter through the pipe, counted in every way. */
export const funnelsQuery = (workspace: Workspace, dataId: number, choices: Choices, filter: Filter) =>
  queryOptions({
    queryKey: ['funnels', dataId, choices, filter],
    queryFn: () => workspace.ask(choices, (engine) => funnels(engine, filter, 'channel')),
  });
