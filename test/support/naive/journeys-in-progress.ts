/** Rules 1 to 8 of the journey builder: persons, their journeys, and what each journey sources. */
import type { Histories, LeadRecord, LinkRecord } from './histories.ts';
import { addDays, daysBetween, localDay } from './local-days.ts';
import type { OpportunityFact } from './opportunity-facts.ts';
import { opportunitiesAsOf } from './opportunity-facts.ts';
import { groupIntoPersons } from './persons.ts';
import type { NaiveSettings } from './settings.ts';
import type { JourneyDraft } from './split.ts';
import { createdDateOf, leadingLead, personEvents, splitIntoJourneys } from './split.ts';
import { excludedLeadIds, survivorId } from './survivors.ts';

/** A journey with what is needed to decide what it sources. */
export interface JourneyInProgress {
  id: string;
  draft: JourneyDraft;
  /** The earliest-created lead with an event in the journey: it gives channel, segment and owner. */
  lead: LeadRecord;
  channel: string;
  createdDate: string;
  /** Start of the person's next journey. */
  nextStart: string | null;
  person: PersonInProgress;
  sourced: OpportunityFact[];
}

/** A person with its opportunities and the best link to each: 0 converted, 1 primary, 2 any other. */
export interface PersonInProgress {
  /** Every kept lead of the person, merged ones too. */
  leads: LeadRecord[];
  accounts: Set<string>;
  linked: OpportunityFact[];
  linkRanks: Map<string, number>;
  journeys: JourneyInProgress[];
}

/** Everything that is known before effective dates and outcomes. */
export interface StartedJourneys {
  excluded: Set<string>;
  journeys: JourneyInProgress[];
  opportunities: OpportunityFact[];
}

/** Replays the histories as far as the sourcing of opportunities. */
export function startJourneys(histories: Histories, settings: NaiveSettings): StartedJourneys {
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
        lead,
        channel: groupName(lead.channel),
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
  return { excluded, journeys, opportunities };
}

/** A frozen attribute of a lead; a missing one is the group `(blank)`. */
export function groupName(value: string | null | undefined): string {
  const text = value ?? '';
  return text.trim() === '' ? '(blank)' : text;
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
    leads,
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
