import { firstDayOf, lastDayOf, monthIndex } from '../domain/calendar-month.ts';
import type { Filter } from '../domain/filter.ts';
import { channelCost, type ChannelCost } from '../metrics/channel-cost.ts';
import {
  expectedOutcome,
  isOutcomeMature,
  outcomeSoFar,
  type Expectation,
  type Outcome,
} from '../metrics/cohort-outcome.ts';
import { costOfOutcome, type CostOfOutcome } from '../metrics/cost-of-outcome.ts';
import { inOrder } from '../metrics/value-groups.ts';
import {
  bookedResults,
  campaignCosts,
  cohortAges,
  cohortOpportunityAges,
  cohortResults,
  type CostPeriod,
} from '../sql/questions/cost-counts.ts';
import type { Analysis } from './analysis.ts';
import type { QueryEngine } from './query-engine.ts';

/** What came of the money: of the leads it bought, or what was booked in the same months. */
export type CostBasis = 'cohort' | 'booking';

/** What a channel cost and brought. */
export interface ChannelCosts extends CostOfOutcome {
  readonly cost: ChannelCost;
  readonly outcome: Outcome;
  /** Part of the outcome is expected, not yet seen. */
  readonly isExpected: boolean;
}

const nothing = { leads: 0, opportunities: 0, won: 0, won_with_amount: 0, won_minor: 0 };

/**
 * Costs per lead, opportunity and deal, and the return, by channel, over whole months. On the cohort basis the outcome of
 * a channel whose leads are still young is the one expected of them, where `expectationOf` knows it. Costs carry a channel
 * and a segment only: a filter by another field leaves them whole and is not to be used here.
 */
export const channelCosts = async (
  engine: QueryEngine,
  analysis: Analysis,
  months: CostPeriod,
  values: Pick<Filter['values'], 'channel' | 'segment'>,
  basis: CostBasis,
  expectationOf: (channel: string) => Expectation | null,
): Promise<readonly ChannelCosts[]> => {
  const filter = {
    from: firstDayOf(monthIndex(months.from)),
    to: lastDayOf(monthIndex(months.to)),
    values,
  };
  const rows = await engine.ask(campaignCosts(months));
  const cohort = await engine.ask(cohortResults(filter));
  const booked = basis === 'booking' ? await engine.ask(bookedResults(filter)) : [];
  const leadAges = basis === 'cohort' ? await engine.ask(cohortAges(filter)) : [];
  const opportunityAges = basis === 'cohort' ? await engine.ask(cohortOpportunityAges(filter)) : [];
  const wanted = values.channel ?? [];
  const outcomeOf = (channel: string): { readonly outcome: Outcome; readonly isExpected: boolean } => {
    const own = cohort.find((counts) => counts.channel === channel) ?? nothing;
    if (basis === 'booking') {
      const counts = booked.find((entry) => entry.channel === channel) ?? nothing;
      return { outcome: outcomeSoFar({ ...counts, leads: own.leads }), isExpected: false };
    }
    const ages = leadAges.filter((entry) => entry.channel === channel);
    const opened = opportunityAges.filter((entry) => entry.channel === channel);
    const expectation = expectationOf(channel);
    if (expectation === null || own.leads === 0 || isOutcomeMature(ages, opened, expectation))
      return { outcome: outcomeSoFar(own), isExpected: false };
    return { outcome: expectedOutcome(own, ages, opened, expectation), isExpected: true };
  };
  return inOrder([...rows, ...cohort, ...booked].map(({ channel }) => channel))
    .filter((channel) => wanted.length === 0 || wanted.includes(channel))
    .map((channel) => {
      const cost = channelCost(rows, channel, values.segment ?? []);
      const found = outcomeOf(channel);
      return { cost, ...found, ...costOfOutcome(cost, found.outcome, analysis.currencies) };
    });
};
