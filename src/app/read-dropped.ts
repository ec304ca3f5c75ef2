import { reportZone } from '../engine/dataset.ts';
import { aboutImport } from '../engine/new-import.ts';
import type { RunImport } from '../ingest/ingest-client.ts';
import type { Work } from '../queries/session.ts';
import type { Dropped } from './dropped.ts';
import { failureOf } from './load-engine.ts';
import type { Arrived } from './open-data.ts';
import { progressWork } from './work-steps.ts';

/**
 * Reads what was dropped, before it is anywhere. `refusal` says why nothing can be shown of it, where it holds no lead.
 * Rejects at once where the engine fails to start.
 */
export const readDropped = async (
  found: Dropped,
  isSample: boolean,
  runImport: RunImport,
  engine: Promise<unknown>,
  setWork: (work: Work) => void,
  signal: AbortSignal,
): Promise<{ readonly fresh: Arrived; readonly refusal: string | null }> => {
  const zone = reportZone(null, found.mappings);
  const imported = await Promise.race([
    runImport(found.files, found.mappings, zone, (progress) => setWork(progressWork(progress)), signal),
    failureOf(engine),
  ]);
  const { streams, downloads: _downloads, stamp: _stamp, currencies: _currencies, ...seen } = imported;
  const about = aboutImport(imported, found.mappings, zone, isSample, Date.now());
  return { fresh: { about, streams, found, seen }, refusal: imported.refusal };
};
