import type { Dimension } from '../domain/dimension.ts';
import type { Filter } from '../domain/filter.ts';
import { funnel, recordedStages, type Funnel, type FunnelRule } from '../metrics/funnel.ts';
import type { FunnelStage } from '../metrics/funnel-stage.ts';
import { transitionMatrix, type TransitionMatrix } from '../metrics/transitions.ts';
import { journeyPathStatements } from '../sql/model/model.ts';
import {
  hasJourneyPath,
  leftOutOfFunnels,
  moveCounts,
  placeCounts,
  stagesRecorded,
} from '../sql/questions/funnel-counts.ts';
import { first, type QueryEngine } from './query-engine.ts';

/** The same leads counted in every way, and how many no way counts. */
export interface FunnelViews extends Readonly<Record<FunnelRule, Funnel>> {
  readonly transitions: TransitionMatrix;
  /** Leads whose only opportunity is older than they are. */
  readonly leftOut: number;
}

/** All ways of counting, over everything and by one field, with the stages that the whole data records. */
export interface Funnels {
  readonly stages: readonly FunnelStage[];
  readonly total: FunnelViews;
  readonly groups: readonly (FunnelViews & { readonly group: string })[];
}

/** Makes the table that funnels are counted from, unless it is there for the present journeys. */
export const makeJourneyPath = async (engine: QueryEngine): Promise<void> => {
  const { is_there: isThere } = await first(engine.ask(hasJourneyPath));
  if (!isThere) await engine.run(journeyPathStatements);
};

/** Counts leads created in the filter's period through the pipe, strictly, loosely, by furthest stage and move by move. */
export const funnels = async (engine: QueryEngine, filter: Filter, by: Dimension): Promise<Funnels> => {
  await makeJourneyPath(engine);
  const stages = recordedStages(await first(engine.ask(stagesRecorded)));
  const request = { filter, by };
  const places = await engine.ask(placeCounts(request));
  const moves = await engine.ask(moveCounts(request));
  const leftOut = await engine.ask(leftOutOfFunnels(request));
  const viewsOf = (isIn: (row: { readonly row_group: string }) => boolean): FunnelViews => {
    const counts = places.filter(isIn);
    return {
      strict: funnel('strict', counts, stages),
      loose: funnel('loose', counts, stages),
      furthest: funnel('furthest', counts, stages),
      transitions: transitionMatrix(moves.filter(isIn), stages),
      leftOut: leftOut.filter(isIn).reduce((sum, { journeys }) => sum + journeys, 0),
    };
  };
  const names = new Set([...places, ...moves, ...leftOut].map((row) => row.row_group));
  return {
    stages,
    total: viewsOf(() => true),
    groups: [...names]
      .toSorted((a, b) => (a < b ? -1 : 1))
      .map((group) => ({ group, ...viewsOf((row) => row.row_group === group) })),
  };
};
