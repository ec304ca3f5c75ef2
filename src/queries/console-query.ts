import { queryOptions } from '@tanstack/react-query';
import type { Choices } from '../engine/analysis.ts';
import { askConsole, consoleTables, type ConsoleAnswer } from '../engine/console.ts';
import type { Workspace } from '../engine/workspace.ts';

/** The tables that can be read from under these choices. */
export const consoleTablesQuery = (workspace: Workspace, dataId: number, choices: Choices) =>
  queryOptions({
    queryKey: ['console tables', dataId, choices],
    queryFn: () => workspace.ask(choices, consoleTables),
  });

/** Runs a statement that reads; rejects in words. */
export const runInConsole = (
  workspace: Workspace,
  choices: Choices,
  statement: string,
): Promise<ConsoleAnswer> => workspace.ask(choices, (engine) => askConsole(engine, statement));
