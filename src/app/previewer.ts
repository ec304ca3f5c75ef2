import type { CrmFormat } from '../crm/crm-format.ts';
import { reportZone } from '../engine/dataset.ts';
import { headline } from '../engine/headline.ts';
import { aboutImport } from '../engine/new-import.ts';
import { noChoices } from '../engine/no-choices.ts';
import type { Workspace } from '../engine/workspace.ts';
import type { RunImport } from '../ingest/ingest-client.ts';
import type { SourceFile } from '../ingest/source-file.ts';
import type { Preview, Session } from '../queries/session.ts';

/**
 * Reads files under other mappings in an engine of its own, so that what is on screen stays as it is. Engine and worker
 * start with the first preview; one preview runs at a time.
 */
export const previewer = (
  startIngest: () => RunImport,
  loadEngine: (report: (step: string) => void) => Promise<Workspace>,
): ((
  files: readonly SourceFile[],
  mappings: readonly CrmFormat[],
  signal: AbortSignal,
) => ReturnType<Session['preview']>) => {
  let started: { readonly runImport: RunImport; readonly engine: Promise<Workspace> } | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const run = async (
    files: readonly SourceFile[],
    mappings: readonly CrmFormat[],
    signal: AbortSignal,
  ): Promise<Preview> => {
    signal.throwIfAborted();
    started ??= { runImport: startIngest(), engine: loadEngine(() => undefined) };
    const zone = reportZone(null, mappings);
    const imported = await started.runImport(files, mappings, zone, () => undefined, signal);
    const { streams, downloads: _downloads, stamp: _stamp, currencies: _currencies, ...seen } = imported;
    if (imported.refusal !== null) return { seen, numbers: null };
    const engine = await started.engine;
    signal.throwIfAborted();
    const about = aboutImport(imported, mappings, zone, false, 0);
    await engine.openAlone({ ...about, streams: async () => streams }, streams);
    return { seen, numbers: await engine.ask(noChoices, headline) };
  };
  return (files, mappings, signal) => {
    const turn = last.then(() => run(files, mappings, signal));
    last = turn.catch(() => undefined);
    return turn;
  };
};
