import type { Workspace } from '../engine/workspace.ts';

/** Loads and starts the engine; `report` names each step of building journeys. */
export const loadEngine = async (report: (step: string) => void): Promise<Workspace> => {
  const [{ startBrowserEngine }, { workspaceOver }] = await Promise.all([
    import('../engine/browser-engine.ts'),
    import('../engine/workspace.ts'),
  ]);
  return workspaceOver(await startBrowserEngine(), report);
};

/** Rejects where the engine fails to start, and says nothing otherwise: no file is read to its end for nothing. */
export const failureOf = async (engine: Promise<unknown>): Promise<never> => {
  await engine;
  return new Promise<never>(() => undefined);
};
