import type { Workspace } from './workspace.ts';

/** A workspace whose work waits until the one it stands for has data. */
export const laterWorkspace = (ready: Promise<Workspace>): Workspace => ({
  open: async (imports) => (await ready).open(imports),
  openAlone: async (only, parts) => (await ready).openAlone(only, parts),
  imports: async () => (await ready).imports(),
  analysis: async (choices) => (await ready).analysis(choices),
  history: async (choices) => (await ready).history(choices),
  ask: async (choices, work) => (await ready).ask(choices, work),
  close: async () => (await ready).close(),
});
