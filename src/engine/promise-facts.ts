import { noFilter } from '../domain/filter.ts';
import { toEpochDay } from '../domain/local-date.ts';
import { defaultSlaTerms } from '../domain/sla.ts';
import { channelDays } from '../metrics/review/channel-review.ts';
import type { LeakInput } from '../metrics/review/leak-review.ts';
import type { SlaInput } from '../metrics/review/sla-review.ts';
import { responseNotMeasurable } from '../metrics/sla-measurability.ts';
import { attainmentCounts } from '../sql/questions/attainment-counts.ts';
import { leakCounts } from '../sql/questions/leak-counts.ts';
import type { Analysis } from './analysis.ts';
import { buildHandovers } from './build-handovers.ts';
import { leakRequest } from './leak-request.ts';
import type { QueryEngine } from './query-engine.ts';
import { slaKnowledge } from './sla-knowledge.ts';
import { usualHandovers } from './usual-handovers.ts';
import { valueHistory } from './value-history.ts';

/** How sales kept its promises, and what was lost. */
export interface PromiseFacts {
  readonly sla: SlaInput;
  readonly leaks: LeakInput;
}

const terms = defaultSlaTerms;

const leakInput = async (
  engine: QueryEngine,
  analysis: Analysis,
  because: string | null,
): Promise<LeakInput> => {
  const days = channelDays({ asOf: toEpochDay(analysis.definitions.asOf) });
  const values = await valueHistory(engine, analysis, noFilter);
  const rows =
    values === null
      ? []
      : await engine.ask(leakCounts(leakRequest(analysis.windows, terms, days, because === null)));
  return {
    from: days.from ?? '',
    to: days.to ?? '',
    rows,
    values: values === null ? null : { counts: values.counts, developments: values.developments },
    because,
  };
};

/**
 * Builds the handovers of the journeys at hand under the usual promise and hours, and counts how they were answered, and
 * where the leads of the last twelve months stand.
 */
export const promiseFacts = async (engine: QueryEngine, analysis: Analysis): Promise<PromiseFacts> => {
  const { definitions, reportTimeZone } = analysis;
  await buildHandovers(engine, definitions, reportTimeZone, usualHandovers(reportTimeZone));
  const because = responseNotMeasurable(await slaKnowledge(engine));
  const weeks =
    because === null ? await engine.ask(attainmentCounts({ filter: noFilter, group: 'channel' })) : [];
  return { sla: { because, terms, weeks }, leaks: await leakInput(engine, analysis, because) };
};
