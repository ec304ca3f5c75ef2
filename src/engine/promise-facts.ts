import { noFilter } from '../domain/filter.ts';
import { ownHoursOf } from '../domain/handover.ts';
import { toEpochDay } from '../domain/local-date.ts';
import type { SlaTerms } from '../domain/sla.ts';
import type { Agreement } from '../metrics/agreement.ts';
import { agreementDrift } from '../metrics/agreement-drift.ts';
import type { CellValue } from '../metrics/cell-value.ts';
import { marketingMonths } from '../metrics/marketing-sla.ts';
import { rateFor } from '../metrics/rate-card.ts';
import { channelDays } from '../metrics/review/channel-review.ts';
import type { LeakInput } from '../metrics/review/leak-review.ts';
import type { MarketingInput } from '../metrics/review/marketing-review.ts';
import type { SlaInput } from '../metrics/review/sla-review.ts';
import { attainmentCounts } from '../sql/questions/attainment-counts.ts';
import { deliveredLeads, returnedLeads } from '../sql/questions/delivered-leads.ts';
import { leakCounts, leakParts } from '../sql/questions/leak-counts.ts';
import type { Analysis } from './analysis.ts';
import { buildHandovers } from './build-handovers.ts';
import { handoversInForce } from './handovers-in-force.ts';
import { leakRequest, trendTimes } from './leak-request.ts';
import type { QueryEngine } from './query-engine.ts';
import { responseGap } from './response-gap.ts';
import { valueHistory } from './value-history.ts';

/** How both sides kept their promises, and what was lost. */
export interface PromiseFacts {
  readonly sla: SlaInput;
  readonly marketing: MarketingInput | null;
  readonly leaks: LeakInput;
}

const leakInput = async (
  engine: QueryEngine,
  analysis: Analysis,
  terms: SlaTerms,
  because: string | null,
): Promise<LeakInput> => {
  const days = channelDays({ asOf: toEpochDay(analysis.definitions.asOf) });
  const values = await valueHistory(engine, analysis, noFilter);
  const request = leakRequest(analysis.windows, terms, days, because === null);
  const always = { ...request, filter: { ...days, from: null } };
  const rows = values === null ? [] : await engine.ask(leakCounts(request));
  return {
    from: days.from ?? '',
    to: days.to ?? '',
    rows,
    values: values === null ? null : { counts: values.counts, developments: values.developments },
    because,
    trail:
      values === null
        ? null
        : {
            owners: await engine.ask(leakParts(request, 'owner')),
            history: await engine.ask(leakParts(always, 'month')),
            times: trendTimes(analysis, terms),
          },
  };
};

/** What marketing delivered by month, at the rates of the agreement. */
const delivered = async (
  engine: QueryEngine,
  { card, definitions }: Agreement,
): Promise<MarketingInput['months']> => {
  const leads = await engine.ask(deliveredLeads({ filter: noFilter }));
  const returned = await engine.ask(
    returnedLeads({ filter: noFilter, withinDays: definitions.sla.qualificationLimitDays }),
  );
  const values = new Map<string, CellValue>();
  for (const { channel, segment } of [...leads, ...returned]) {
    const rate = rateFor(card, channel, segment);
    if (rate !== null)
      values.set(JSON.stringify([channel, segment]), { channel, segment, valueMinor: rate.valueMinor });
  }
  return marketingMonths(leads, returned, [...values.values()]);
};

/**
 * Builds the handovers of the journeys at hand under the agreement that the last whole week is measured by, else under
 * the definitions in force; counts how they were answered, what marketing delivered, and where the leads of the last
 * twelve months stand.
 */
export const promiseFacts = async (
  engine: QueryEngine,
  analysis: Analysis,
  agreements: readonly Agreement[] = [],
): Promise<PromiseFacts> => {
  const { definitions, reportTimeZone } = analysis;
  const { agreement, rules } = await handoversInForce(analysis, agreements);
  const { terms, bySegment = [], calendars } = rules;
  const calendar = calendars.usual;
  const attainment = agreement?.sales.attainment ?? null;
  await buildHandovers(engine, definitions, reportTimeZone, rules);
  const because = await responseGap(engine, analysis, calendars);
  const weeks =
    because === null ? await engine.ask(attainmentCounts({ filter: noFilter, group: 'channel' })) : [];
  return {
    sla: {
      because,
      terms,
      bySegment,
      calendar,
      ownHours: ownHoursOf(calendars),
      signed:
        agreement === null || attainment === null
          ? null
          : {
              version: agreement.version,
              startsOn: agreement.startsOn,
              attainment,
              drift: agreementDrift(agreement.definitions, analysis.definitionSet, analysis.windows),
            },
      weeks,
    },
    marketing:
      agreement === null
        ? null
        : { agreement, calendar, asOf: definitions.asOf, months: await delivered(engine, agreement) },
    leaks: await leakInput(engine, analysis, terms, because),
  };
};
