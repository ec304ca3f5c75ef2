/**
 * A second, naive journey builder: the rules read literally, in arrays and loops.
 * It exists to be compared with the product's SQL, so it must never share code with it.
 */
import type { Histories, LeadRecord, LinkRecord } from './histories.ts';
import { addDays, daysBetween, laterDay, localDay } from './local-days.ts';
import type { OpportunityFact } from './opportunity-facts.ts';
import { opportunitiesAsOf } from './opportunity-facts.ts';
import { groupIntoPersons } from './persons.ts';
import type { NaiveConfig, NaiveSettings } from './settings.ts';
import { withDefaults } from './settings.ts';
import type { JourneyDraft } from './split.ts';
import { createdDateOf, leadingLead, personEvents, splitIntoJourneys } from './split.ts';
import { excludedLeadIds, survivorId } from './survivors.ts';

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

/** A journey with what is needed to decide what it sources. */
interface JourneyInProgress {
  id: string;
  draft: JourneyDraft;
  channel: string;
  createdDate: string;
  /** Start of the person's next journey. */
  nextStart: string | null;
  person: PersonInProgress;
  sourced: OpportunityFact[];
}

/** A person with its opportunities and the best link to each: 0 converted, 1 primary, 2 any other. */
interface PersonInProgress {
  accounts: Set<string>;
  linked: OpportunityFact[];
  linkRanks: Map<string, number>;
  journeys: JourneyInProgress[];
}

/** Builds journeys, opportunities and the cohort counts from raw histories. */
export function buildJourneysNaively(histories: Histories, config: NaiveConfig): NaiveResult {
  const settings = withDefaults(config);

  // Rule 1: what is dated after the as-of day does not exist.
  const knownLeads = histories.leads.filter(
    (lead) => localDay(lead.created_at, settings.report_tz) <= settings.as_of_date,
  );
  const opportunities = opportunitiesAsOf(histories.opportunities, settings);

  // Rules 2 to 4: merged, excluded, persons.
  const leadsById = new Map(knownLeads.map((lead) => [lead.lead_id, lead]));
  const excluded = excludedLeadIds(knownLeads, leadsById);
  const keptLeads = knownLeads.filter((lead) => !excluded.has(lead.lead_id));
  const persons: PersonInProgress[] = [];
  for (const leads of groupIntoPersons(keptLeads, leadsById)) {
    const person = startPerson(leads, histories.links, opportunities);
    // Rules 5 and 7: journeys and their ids.
    const events = personEvents(leads, histories.stage_events, settings);
    const drafts = splitIntoJourneys(events, person.linked, settings);
    for (const [index, draft] of drafts.entries()) {
      const lead = leadingLead(draft, settings);
      const survivor = survivorId(lead, leadsById);
      person.journeys.push({
        id: index === 0 ? survivor : `${survivor}#${index + 1}`,
        draft,
        channel: channelOf(lead),
        createdDate: createdDateOf(draft),
        nextStart: drafts[index + 1]?.start ?? null,
        person,
        sourced: [],
      });
    }
    persons.push(person);
  }

  // Rule 8: what each journey sources.
  const journeys = persons.flatMap((person) => person.journeys);
  for (const journey of journeys) sourceByDate(journey, settings);
  if (settings.account_match_days > 0) {
    sourceByAccount(journeys, opportunities, histories.links, settings);
  }

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

/** The frozen channel of a lead; a missing one is the group `(blank)`. */
function channelOf(lead: LeadRecord): string {
  const channel = lead.channel ?? '';
  return channel.trim() === '' ? '(blank)' : channel;
}

/** A person with everything linked to any of its leads, in order of creation. */
function startPerson(
  leads: LeadRecord[],
  links: LinkRecord[],
  opportunities: OpportunityFact[],
): PersonInProgress {
  const leadIds = new Set(leads.map((lead) => lead.lead_id));
  const linkRanks = new Map<string, number>();
  for (const link of links) {
    if (!leadIds.has(link.lead_id)) continue;
    let rank = 2;
    if (link.primary === true) rank = 1;
    if (link.type === 'converted') rank = 0;
    linkRanks.set(link.opportunity_id, Math.min(rank, linkRanks.get(link.opportunity_id) ?? rank));
  }
  return {
    accounts: new Set(leads.map((lead) => lead.account_id ?? '').filter((id) => id !== '')),
    linked: opportunities.filter((item) => linkRanks.has(item.opportunity_id)),
    linkRanks,
    journeys: [],
  };
}

/** Rule 8: the linked opportunities dated inside the journey, a little earlier allowed. */
function sourceByDate(journey: JourneyInProgress, settings: NaiveSettings): void {
  const from = addDays(journey.createdDate, -settings.backdate_days);
  const before = journey.nextStart === null ? null : addDays(journey.nextStart, -settings.backdate_days);
  for (const item of journey.person.linked) {
    if (item.created_date < from) continue;
    if (before !== null && item.created_date >= before) continue;
    journey.sourced.push(item);
  }
}

/** Rule 8, second half: opportunities with no link at all go to the latest journey on their account. */
function sourceByAccount(
  journeys: JourneyInProgress[],
  opportunities: OpportunityFact[],
  links: LinkRecord[],
  settings: NaiveSettings,
): void {
  for (const item of opportunities) {
    if (item.account_id === '') continue;
    if (links.some((link) => link.opportunity_id === item.opportunity_id)) continue;
    let latest: JourneyInProgress | null = null;
    for (const journey of journeys) {
      if (!journey.person.accounts.has(item.account_id)) continue;
      const age = daysBetween(journey.createdDate, item.created_date);
      if (age < 0 || age > settings.account_match_days) continue;
      if (
        latest === null ||
        journey.createdDate > latest.createdDate ||
        (journey.createdDate === latest.createdDate && journey.id < latest.id)
      ) {
        latest = journey;
      }
    }
    latest?.sourced.push(item);
  }
  for (const journey of journeys) {
    journey.sourced = opportunities.filter((item) => journey.sourced.includes(item));
  }
}

/** The earliest of some days, null if there is none. */
function earliest(days: string[]): string | null {
  return days.toSorted()[0] ?? null;
}

/** Rules 6 and 9 to 12: effective dates, anchor, outcome and times of one journey. */
function journeyRow(journey: JourneyInProgress, settings: NaiveSettings): NaiveJourney {
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
