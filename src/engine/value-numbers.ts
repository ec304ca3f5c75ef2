import { noFilter } from '../domain/filter.ts';
import { defaultSlaTerms } from '../domain/sla.ts';
import { attributeLifts, type AttributeLift } from '../metrics/attribute-lift.ts';
import { falseDiscovery } from '../metrics/flagged-cells.ts';
import { leadValues, type LeadValues, type ValueDevelopments } from '../metrics/lead-value.ts';
import { scoreMatrix, type ScoreCell } from '../metrics/score-matrix.ts';
import { scoreQuality, thresholdOutcomes, type ThresholdOutcome } from '../metrics/threshold-what-if.ts';
import { attributeCounts } from '../sql/questions/attribute-counts.ts';
import { openLoads, scoreCounts, scoreMatrixCounts, scoreTerciles } from '../sql/questions/score-counts.ts';
import type { Analysis } from './analysis.ts';
import type { ChannelCosts } from './channel-costs.ts';
import { yearCosts } from './plan-facts.ts';
import { first, type QueryEngine } from './query-engine.ts';
import { valueHistory } from './value-history.ts';

/** What leads are worth and cost, and what goes with their conversion. */
export interface ValueNumbers {
  readonly values: LeadValues;
  readonly developments: ValueDevelopments;
  /** Of the twelve months up to the as-of day, by what came or is expected of the leads bought. */
  readonly costs: readonly ChannelCosts[];
  readonly attributes: readonly AttributeLift[];
  readonly fitAndInterest: readonly ScoreCell[];
  /** Every threshold of the score there is; empty without scores. */
  readonly thresholds: readonly ThresholdOutcome[];
  /** Chance that a converted lead has the higher score; null without scores. */
  readonly scoreQuality: number | null;
}

/** Counts and composes the numbers of value. Null where one of the two joints cannot be measured. */
export const valueNumbers = async (engine: QueryEngine, analysis: Analysis): Promise<ValueNumbers | null> => {
  const history = await valueHistory(engine, analysis, noFilter);
  if (history === null) return null;
  const values = leadValues(history.counts, history.developments);
  const terciles = await first(engine.ask(scoreTerciles));
  const cuts = {
    fitLow: terciles.fit_low,
    fitHigh: terciles.fit_high,
    interestLow: terciles.interest_low,
    interestHigh: terciles.interest_high,
  };
  const scores = await engine.ask(scoreCounts(noFilter, analysis.windows));
  const reps = (await engine.ask(openLoads(noFilter))).length;
  return {
    values,
    developments: history.developments,
    costs: await yearCosts(engine, analysis, history, values),
    attributes: attributeLifts(await engine.ask(attributeCounts(noFilter, analysis.windows)), falseDiscovery),
    fitAndInterest: scoreMatrix(
      await engine.ask(scoreMatrixCounts(noFilter, analysis.windows, cuts)),
      values.total,
      history.developments,
    ),
    thresholds: thresholdOutcomes(scores, { present: null, reps, repCap: defaultSlaTerms.repCap }),
    scoreQuality: scoreQuality(scores),
  };
};
