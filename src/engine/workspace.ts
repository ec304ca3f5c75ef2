import { analyse, type Analysis, type Choices, type DatasetFacts } from './analysis.ts';
import { dumpCanonical, loadCanonical, type CanonicalStream } from './load-canonical.ts';
import type { QueryEngine } from './query-engine.ts';

/**
 * One data set in one engine. Journeys exist for one set of choices at a time; every question says under which choices
 * it is asked, and the journeys are built again first where they differ. Work runs one after the other.
 */
export interface Workspace {
  /** Replaces the data. What was there stays until the new rows are complete. */
  readonly open: (streams: readonly CanonicalStream[], facts: DatasetFacts) => Promise<void>;
  readonly analysis: (choices: Choices) => Promise<Analysis>;
  readonly ask: <Answer>(
    choices: Choices,
    work: (engine: QueryEngine, analysis: Analysis) => Promise<Answer>,
  ) => Promise<Answer>;
  /** All canonical rows, to be kept. */
  readonly dump: () => Promise<readonly CanonicalStream[]>;
  readonly close: () => Promise<void>;
}

interface Built {
  readonly key: string;
  readonly analysis: Analysis;
}

/** A workspace over an engine; `report` names each step of building journeys. */
export const workspaceOver = (engine: QueryEngine, report: (step: string) => void): Workspace => {
  let last: Promise<unknown> = Promise.resolve();
  let facts: DatasetFacts | null = null;
  let built: Built | null = null;
  const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const builtFor = async (choices: Choices): Promise<Analysis> => {
    if (facts === null) throw new Error('No data is open yet.');
    const key = JSON.stringify(choices);
    if (built?.key !== key) {
      built = null;
      built = { key, analysis: await analyse(engine, facts, choices, report) };
    }
    return built.analysis;
  };
  return {
    open: (streams, dataset) =>
      inTurn(async () => {
        await loadCanonical(engine, streams);
        facts = dataset;
        built = null;
      }),
    analysis: (choices) => inTurn(() => builtFor(choices)),
    ask: (choices, work) => inTurn(async () => work(engine, await builtFor(choices))),
    dump: () => inTurn(() => dumpCanonical(engine)),
    close: () => engine.close(),
  };
};
