import { defaultCalendar } from '../domain/business-calendar.ts';
import { noFilter } from '../domain/filter.ts';
import { defaultSlaTerms } from '../domain/sla.ts';
import type { SlaInput } from '../metrics/review/sla-review.ts';
import { responseNotMeasurable } from '../metrics/sla-measurability.ts';
import { attainmentCounts } from '../sql/questions/attainment-counts.ts';
import type { Analysis } from './analysis.ts';
import { buildHandovers } from './build-handovers.ts';
import type { QueryEngine } from './query-engine.ts';
import { slaKnowledge } from './sla-knowledge.ts';

/** Builds the handovers of the journeys at hand under the usual promise and hours, and counts how they were answered. */
export const slaFacts = async (engine: QueryEngine, analysis: Analysis): Promise<SlaInput> => {
  const terms = defaultSlaTerms;
  const { definitions, reportTimeZone } = analysis;
  await buildHandovers(engine, definitions, reportTimeZone, {
    source: 'mql',
    terms,
    calendars: { usual: defaultCalendar(reportTimeZone), byOwner: new Map() },
  });
  const because = responseNotMeasurable(await slaKnowledge(engine));
  const weeks =
    because === null ? await engine.ask(attainmentCounts({ filter: noFilter, group: 'channel' })) : [];
  return { because, terms, weeks };
};
