import { analyse, type Analysis, type Choices } from './analysis.ts';
import { factsOfImports, heldStreams, oldestFirst, type DataImport } from './data-import.ts';
import { importsKnownOn } from './known-on.ts';
import { dumpCanonical, type LoadedPart } from './load-canonical.ts';
import { loadHistory, type History } from './load-history.ts';
import type { QueryEngine } from './query-engine.ts';

/**
 * One data set in one engine. The history and its journeys exist for one set of choices at a time; every question says
 * under which choices it is asked, and what differs is built again first. Work runs one after the other.
 */
export interface Workspace {
  /** Replaces the data by a data set of these imports. What was there stays until the new rows are complete. */
  readonly open: (imports: readonly DataImport[]) => Promise<void>;
  /** Opens a data set of one import whose rows the engine takes over, so that they are in memory once. */
  readonly openAlone: (only: DataImport, parts: readonly LoadedPart[]) => Promise<void>;
  /** The imports of the data set, with rows that can be read again and again. */
  readonly imports: () => Promise<readonly DataImport[]>;
  readonly analysis: (choices: Choices) => Promise<Analysis>;
  /** What each import that counts did to the history. */
  readonly history: (choices: Choices) => Promise<History>;
  readonly ask: <Answer>(
    choices: Choices,
    work: (engine: QueryEngine, analysis: Analysis) => Promise<Answer>,
  ) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

interface Loaded {
  readonly imports: readonly DataImport[];
  readonly history: History;
}

interface Built {
  readonly key: string;
  readonly analysis: Analysis;
}

const noRows = async (): Promise<never> => {
  throw new Error('These rows are in the engine alone.');
};

/** A workspace over an engine; `report` names each step of building journeys. */
export const workspaceOver = (engine: QueryEngine, report: (step: string) => void): Workspace => {
  let last: Promise<unknown> = Promise.resolve();
  let dataset: readonly DataImport[] = [];
  let alone: readonly LoadedPart[] | null = null;
  let loaded: Loaded | null = null;
  let built: Built | null = null;
  const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const load = async (imports: readonly DataImport[]): Promise<Loaded> => {
    if (imports.length > 1) report('merging the exports');
    loaded = { imports, history: await loadHistory(engine, imports) };
    built = null;
    return loaded;
  };
  const loadedFor = async ({ knownAt }: Choices): Promise<Loaded> => {
    if (loaded === null) throw new Error('No data is open yet.');
    const counting = importsKnownOn(dataset, knownAt);
    if (counting.length === 0)
      throw new RangeError(`No export was known on ${knownAt} yet. Choose a later day on the Data page.`);
    const isThere =
      counting.length === loaded.imports.length &&
      counting.every(({ id }, index) => id === loaded?.imports[index]?.id);
    return isThere ? loaded : load(counting);
  };
  const builtFor = async (choices: Choices): Promise<Analysis> => {
    const { imports } = await loadedFor(choices);
    const key = JSON.stringify([choices.asOf, choices.anchor, choices.knownAt, choices.agreed]);
    if (built?.key !== key) {
      built = null;
      built = { key, analysis: await analyse(engine, factsOfImports(imports), choices, report) };
    }
    return built.analysis;
  };
  return {
    open: (imports) =>
      inTurn(async () => {
        await load(oldestFirst(imports));
        dataset = imports;
        alone = null;
      }),
    openAlone: (only, parts) =>
      inTurn(async () => {
        const lasting = { ...only, streams: noRows };
        await load([only]);
        loaded = loaded && { ...loaded, imports: [lasting] };
        dataset = [lasting];
        alone = parts.map(({ table, rows, known }) => ({ table, rows, ...(known && { known }) }));
      }),
    imports: () =>
      inTurn(async () => {
        const [only] = dataset;
        if (alone === null || only === undefined) return dataset;
        return [{ ...only, streams: heldStreams(await dumpCanonical(engine, alone)) }];
      }),
    analysis: (choices) => inTurn(() => builtFor(choices)),
    history: (choices) => inTurn(async () => (await loadedFor(choices)).history),
    ask: (choices, work) => inTurn(async () => work(engine, await builtFor(choices))),
    close: () => engine.close(),
  };
};
