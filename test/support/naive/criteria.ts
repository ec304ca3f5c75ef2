/** A second, naive count of leads that meet criteria, lead by lead. */
import type { StageRule } from '../../../src/domain/stage-rule.ts';
import { rulesByStatus } from '../../../src/domain/stage-rule.ts';
import { buildJourneysNaively } from './journeys.ts';
import { addDays, localDay } from './local-days.ts';
import type { NaiveSettings } from './settings.ts';
import { applyRulesNaively, type RuledHistories } from './stage-rules.ts';

/** What is asked: a rule without statuses, a period of creation, and the two windows. */
export interface NaiveCriteria {
  rule: StageRule;
  from: string | null;
  to: string | null;
  l2oDays: number;
  o2dDays: number;
}

/** Counts of one of the two parts. */
export interface NaivePart {
  leads: number;
  mature: number;
  converted: number;
  with_deal: number;
  opportunities: number;
  won: number;
}

/** Counts of the leads of the period that meet the criteria before they convert, and of the others. */
export function criteriaNaively(
  histories: RuledHistories,
  criteria: NaiveCriteria,
  settings: NaiveSettings,
): { meets: NaivePart; others: NaivePart } {
  const fromCreation = { ...settings, anchor: 'created' as const };
  const { journeys, opportunities } = buildJourneysNaively(histories, fromCreation);
  const ruled = applyRulesNaively(histories, { ...rulesByStatus, mql: criteria.rule }, settings);
  const arrivals = new Map(
    ruled.stage_events
      .filter((event) => event.stage === 'mql')
      .map((event) => [event.lead_id, localDay(event.at, settings.report_tz)]),
  );
  const none = (): NaivePart => ({
    leads: 0,
    mature: 0,
    converted: 0,
    with_deal: 0,
    opportunities: 0,
    won: 0,
  });
  const parts = { meets: none(), others: none() };
  for (const journey of journeys) {
    if (journey.outcome === 'associated_existing') continue;
    if (criteria.from !== null && journey.created_date < criteria.from) continue;
    if (criteria.to !== null && journey.created_date > criteria.to) continue;
    const [earliest] = histories.leads
      .filter((lead) => journey.lead_ids.includes(lead.lead_id))
      .toSorted((a, b) => {
        const difference = Date.parse(a.created_at) - Date.parse(b.created_at);
        return difference !== 0 ? difference : a.lead_id < b.lead_id ? -1 : 1;
      });
    const arrival = arrivals.get(earliest?.lead_id ?? '');
    const isOpportunity = journey.outcome === 'opportunity';
    const lastDay = isOpportunity ? (journey.event_date ?? '') : settings.as_of_date;
    const part = arrival !== undefined && arrival <= lastDay ? parts.meets : parts.others;
    part.leads += 1;
    if (journey.first_won_days !== null) part.with_deal += 1;
    if (addDays(journey.created_date, criteria.l2oDays) <= settings.as_of_date) {
      part.mature += 1;
      if (isOpportunity && (journey.t_days ?? Infinity) <= criteria.l2oDays) part.converted += 1;
    }
    for (const opportunity of opportunities) {
      if (opportunity.sourcing_journey !== journey.journey_id) continue;
      if (addDays(opportunity.created_date, criteria.o2dDays) > settings.as_of_date) continue;
      part.opportunities += 1;
      if (opportunity.outcome === 'won' && opportunity.t_days <= criteria.o2dDays) part.won += 1;
    }
  }
  return parts;
}
