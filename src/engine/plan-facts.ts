import { noFilter } from '../domain/filter.ts';
import { addMonths } from '../domain/local-date.ts';
import type { Expectation } from '../metrics/cohort-outcome.ts';
import { leadValues, type LeadValue, type LeadValues } from '../metrics/lead-value.ts';
import type { PlanBasis } from '../metrics/plan/plan-basis.ts';
import type { Analysis } from './analysis.ts';
import { channelCosts, type ChannelCosts } from './channel-costs.ts';
import type { QueryEngine } from './query-engine.ts';
import { planCounts, valueHistory, type ValueHistory } from './value-history.ts';

/** What a plan is made of, and what channels cost. */
export interface PlanFacts {
  readonly basis: PlanBasis;
  /** Of the twelve months up to the as-of day, by what came or is expected of the leads bought. */
  readonly costs: readonly ChannelCosts[];
}

/** What a cohort of the channel of a value is expected to come to. Null where no lead converted. */
const expectationOf = (
  { curves }: Pick<ValueHistory, 'curves'>,
  { opportunitiesPerConverted, o2d, dealSize }: LeadValue,
): Expectation | null =>
  opportunitiesPerConverted === null
    ? null
    : {
        ...curves,
        opportunitiesPerConverted,
        winRate: o2d.final,
        dealSizeMinor: dealSize?.sizeMinor ?? null,
      };

/** Costs of the twelve months up to the as-of day, held against what came or is expected of their leads. */
export const yearCosts = (
  engine: QueryEngine,
  analysis: Analysis,
  history: ValueHistory,
  values: LeadValues,
): Promise<readonly ChannelCosts[]> => {
  const { asOf } = analysis.definitions;
  const months = { from: addMonths(asOf, -12), to: asOf };
  return channelCosts(engine, analysis, months, {}, 'cohort', (channel) =>
    expectationOf(history, values.channels.find((value) => value.channel === channel) ?? values.total),
  );
};

/** Counts what plans are made of. Null where one of the two joints cannot be measured. */
export const planFacts = async (engine: QueryEngine, analysis: Analysis): Promise<PlanFacts | null> => {
  const history = await valueHistory(engine, analysis, noFilter);
  if (history === null) return null;
  const values = leadValues(history.counts, history.developments);
  const { history: lags, open } = await planCounts(engine, analysis, noFilter);
  return {
    basis: { values, o2d: history.curves.o2d, history: lags, open, created: history.created },
    costs: await yearCosts(engine, analysis, history, values),
  };
};
