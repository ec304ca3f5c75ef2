/**
 * A second, naive journey builder: the rules read literally, in arrays and loops.
 * It exists to be compared with the product's SQL, so it must never share code with it.
 */
import type { Histories } from './histories.ts';
import type { JourneyInProgress } from './journeys-in-progress.ts';
import { startJourneys } from './journeys-in-progress.ts';
import { addDays, daysBetween, laterDay } from './local-days.ts';
import type { OpportunityFact } from './opportunity-facts.ts';
import type { NaiveConfig, NaiveSettings } from './settings.ts';
import { withDefaults } from './settings.ts';

/** One journey, in the shape of the reference cases. */
export interface NaiveJourney {
  journey_id: string;
  lead_ids: string[];
  channel: string;
  created_date: string;
  anchor_date: string | null;
  in_cohort: boolean;
  outcome: 'opportunity' | 'associated_existing' | 'disqualified' | 'open';
  event_date: string | null;
  t_days: number | null;
  mql_cycles: number;
  state: 'recycled' | null;
  opportunity_ids: string[];
  flags: string[];
  /** Days from the anchor to the close of its first won sourced opportunity; not in the reference cases. */
  first_won_days: number | null;
}

/** One opportunity, under its one sourcing journey. */
export interface NaiveOpportunity {
  opportunity_id: string;
  sourcing_journey: string | null;
  channel: string;
  outcome: 'won' | 'lost' | 'open';
  created_date: string;
  close_date: string | null;
  t_days: number;
}

/** Everything the builder derives: rows sorted by id, excluded leads, lead-basis counts of the cohort. */
export interface NaiveResult {
  excluded: string[];
  journeys: NaiveJourney[];
  opportunities: NaiveOpportunity[];
  l2o: { n: number; converted: number; disqualified: number; open: number };
}

/** Builds journeys, opportunities and the cohort counts from raw histories. */
export function buildJourneysNaively(histories: Histories, config: NaiveConfig): NaiveResult {
  const settings = withDefaults(config);

  const { excluded, journeys, opportunities } = startJourneys(histories, settings);
  const journeyRows = journeys.map((journey) => journeyRow(journey, settings));
  const cohort = journeyRows.filter((row) => row.in_cohort);
  return {
    excluded: [...excluded].toSorted(),
    journeys: journeyRows.toSorted((a, b) => (a.journey_id < b.journey_id ? -1 : 1)),
    opportunities: opportunities
      .map((item) => opportunityRow(item, journeys, settings))
      .toSorted((a, b) => (a.opportunity_id < b.opportunity_id ? -1 : 1)),
    l2o: {
      n: cohort.length,
      converted: cohort.filter((row) => row.outcome === 'opportunity').length,
      disqualified: cohort.filter((row) => row.outcome === 'disqualified').length,
      open: cohort.filter((row) => row.outcome === 'open').length,
    },
  };
}

/** The earliest of some days, null if there is none. */
function earliest(days: string[]): string | null {
  return days.toSorted()[0] ?? null;
}

/** Rules 6 and 9 to 12: effective dates, anchor, outcome and times of one journey. */
export function journeyRow(journey: JourneyInProgress, settings: NaiveSettings): NaiveJourney {
  const { draft, createdDate, sourced } = journey;
  const daysOf = (stage: string): string[] =>
    draft.events.filter((event) => event.stage === stage).map((event) => event.day);
  const flags: string[] = [];
  if (draft.reopened) flags.push('reopened');
  if (daysOf('recycled').length > 0) flags.push('recycled');
  if (sourced.some((item) => item.created_date < createdDate)) flags.push('clamped');

  // Rule 9. A date before the creation counts as the day of the creation.
  const opportunityDays = sourced.map((item) => item.created_date);
  const laterStages = [...daysOf('sal'), ...daysOf('sql'), ...opportunityDays];
  const rawMql = earliest(daysOf('mql'));
  const rawMqlOrLater = earliest([...daysOf('mql'), ...laterStages]);
  const effectiveMql = rawMqlOrLater === null ? null : laterDay(createdDate, rawMqlOrLater);
  if (rawMql === null && effectiveMql !== null) flags.push('imputed_mql');
  if (rawMql !== null && effectiveMql !== null && rawMql > effectiveMql) flags.push('mql_adjusted');

  // Rules 10 and 11.
  const anchorDate = settings.anchor === 'created' ? createdDate : effectiveMql;
  const firstOpportunity = earliest(opportunityDays);
  let outcome: NaiveJourney['outcome'] = 'open';
  let eventDate: string | null = null;
  if (firstOpportunity !== null) {
    outcome = 'opportunity';
    eventDate = laterDay(createdDate, firstOpportunity);
  } else if (hasOnlyOlderOpportunity(journey, settings)) {
    outcome = 'associated_existing';
  } else if (draft.standingDisqualification !== null) {
    outcome = 'disqualified';
    eventDate = draft.standingDisqualification;
  }
  const lastStageEvent = draft.events.findLast((event) => event.stage !== 'created');

  // Rule 12.
  let days: number | null = null;
  if (anchorDate !== null && outcome !== 'associated_existing') {
    days = Math.max(0, daysBetween(anchorDate, eventDate ?? settings.as_of_date));
  }
  const wonDays = sourced.filter((item) => item.outcome === 'won').map((item) => item.close_date ?? '');
  const firstWon = earliest(wonDays);

  return {
    journey_id: journey.id,
    lead_ids: [...new Set(draft.events.map((event) => event.lead.lead_id))].toSorted(),
    channel: journey.channel,
    created_date: createdDate,
    anchor_date: anchorDate,
    in_cohort: anchorDate !== null && outcome !== 'associated_existing',
    outcome,
    event_date: eventDate,
    t_days: days,
    mql_cycles: daysOf('mql').length,
    state: outcome === 'open' && lastStageEvent?.stage === 'recycled' ? 'recycled' : null,
    opportunity_ids: sourced.map((item) => item.opportunity_id),
    flags: flags.toSorted(),
    first_won_days:
      firstWon === null || anchorDate === null ? null : Math.max(0, daysBetween(anchorDate, firstWon)),
  };
}

/** True if the person has a linked opportunity from before this journey that none of its journeys sources. */
function hasOnlyOlderOpportunity(journey: JourneyInProgress, settings: NaiveSettings): boolean {
  const from = addDays(journey.createdDate, -settings.backdate_days);
  return journey.person.linked.some((item) => {
    const sourcedBySome = journey.person.journeys.some((other) => other.sourced.includes(item));
    return !sourcedBySome && item.created_date < from;
  });
}

/** Rule 13: the opportunity under its one sourcing journey. */
function opportunityRow(
  item: OpportunityFact,
  journeys: JourneyInProgress[],
  settings: NaiveSettings,
): NaiveOpportunity {
  let best: JourneyInProgress | null = null;
  for (const journey of journeys) {
    if (!journey.sourced.includes(item)) continue;
    if (best === null || isBetterSource(journey, best, item)) best = journey;
  }
  return {
    opportunity_id: item.opportunity_id,
    sourcing_journey: best?.id ?? null,
    channel: best?.channel ?? '(unsourced)',
    outcome: item.outcome,
    created_date: item.created_date,
    close_date: item.close_date,
    t_days: daysBetween(item.created_date, item.close_date ?? settings.as_of_date),
  };
}

/** Rule 13: converted before primary before any other link, then the earlier creation, then the smaller id. */
function isBetterSource(a: JourneyInProgress, b: JourneyInProgress, item: OpportunityFact): boolean {
  const rankA = a.person.linkRanks.get(item.opportunity_id) ?? 3;
  const rankB = b.person.linkRanks.get(item.opportunity_id) ?? 3;
  if (rankA !== rankB) return rankA < rankB;
  if (a.createdDate !== b.createdDate) return a.createdDate < b.createdDate;
  return a.id < b.id;
}
