import { placeStatements, waitingStatements, waitingTable } from '../../src/sql/model/canonical.ts';
import { canonicalStream, localDay } from './canonical-rows.ts';
import { sharedEngine } from './engine.ts';
import type { ActRecord } from './naive/stage-rules.ts';

/** Puts activities beside the histories that were loaded last. */
export const loadActs = async (acts: readonly ActRecord[]): Promise<void> => {
  const engine = await sharedEngine();
  const rows = acts.map(({ at, ...act }, index) => ({
    ...act,
    activity_id: `T${index}`,
    event_at: at,
    event_date: localDay(at),
  }));
  await engine.load(waitingTable('activity'), canonicalStream('activity', rows).stream);
  await engine.run([...waitingStatements('activity'), ...placeStatements('activity', true)]);
};
