import type { QueryEngine } from '../../src/engine/query-engine.ts';
import { startNodeEngine } from '../../src/headless/node-engine.ts';

let started: Promise<QueryEngine> | undefined;

/** One engine for all tests of a worker: starting it costs seconds, replacing its tables nothing. */
export const sharedEngine = (): Promise<QueryEngine> => (started ??= startNodeEngine());
