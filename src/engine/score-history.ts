import { noFilter } from '../domain/filter.ts';
import { attributeLifts, type AttributeLift } from '../metrics/attribute-lift.ts';
import { falseDiscovery } from '../metrics/flagged-cells.ts';
import { leadValues } from '../metrics/lead-value.ts';
import { scoreMatrix, type ScoreCell } from '../metrics/score-matrix.ts';
import type { ScoreOutcome } from '../metrics/threshold-what-if.ts';
import { attributeCounts } from '../sql/questions/attribute-counts.ts';
import { openLoads, scoreCounts, scoreMatrixCounts, scoreTerciles } from '../sql/questions/score-counts.ts';
import type { Analysis } from './analysis.ts';
import { first, type QueryEngine } from './query-engine.ts';
import { valueHistory } from './value-history.ts';

/** What history says of scores and attributes. */
export interface ScoreHistory {
  /** How leads of each score fared; empty without scores. */
  readonly scores: readonly ScoreOutcome[];
  /** Owners with open leads. */
  readonly reps: number;
  readonly attributes: readonly AttributeLift[];
  /** Null where fit or score is not exported, or value cannot be measured. */
  readonly fitAndInterest: readonly ScoreCell[] | null;
}

const matrixOf = async (engine: QueryEngine, analysis: Analysis): Promise<readonly ScoreCell[] | null> => {
  const terciles = await first(engine.ask(scoreTerciles));
  if (terciles.fit_low === null || terciles.interest_low === null) return null;
  const history = await valueHistory(engine, analysis, noFilter);
  if (history === null) return null;
  const cuts = {
    fitLow: terciles.fit_low,
    fitHigh: terciles.fit_high,
    interestLow: terciles.interest_low,
    interestHigh: terciles.interest_high,
  };
  return scoreMatrix(
    await engine.ask(scoreMatrixCounts(noFilter, analysis.windows, cuts)),
    leadValues(history.counts, history.developments).total,
    history.developments,
  );
};

/** Asks how leads fared by their score, their attributes, and by fit and interest together. */
export const scoreHistory = async (engine: QueryEngine, analysis: Analysis): Promise<ScoreHistory> => ({
  scores: await engine.ask(scoreCounts(noFilter, analysis.windows)),
  reps: (await engine.ask(openLoads(noFilter))).length,
  attributes: attributeLifts(await engine.ask(attributeCounts(noFilter, analysis.windows)), falseDiscovery),
  fitAndInterest: await matrixOf(engine, analysis),
});
