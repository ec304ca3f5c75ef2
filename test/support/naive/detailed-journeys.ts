/** Journeys with the events, the person and the attributes that sections 6 to 9 need beside the row. */
import type { ActivityRecord, Histories, LeadRecord } from './histories.ts';
import { epochMilliseconds, localDay } from './local-days.ts';
import type { NaiveJourney } from './journeys.ts';
import { journeyRow } from './journeys.ts';
import { groupName, startJourneys } from './journeys-in-progress.ts';
import type { OpportunityFact } from './opportunity-facts.ts';
import type { NaiveConfig } from './settings.ts';
import { withDefaults } from './settings.ts';
import type { PersonEvent } from './split.ts';

/** An activity with its moment in milliseconds and its local day. */
export interface PersonActivity extends ActivityRecord {
  moment: number;
  day: string;
}

/** One journey with what it is made of. */
export interface DetailedJourney {
  row: NaiveJourney;
  /** Of the earliest-created lead in the journey, like the channel; blank is `(blank)`. */
  segment: string;
  /** Of the same lead; null is nobody. */
  owner: string | null;
  fit: number | null;
  score: number | null;
  /** The journey's own events, sorted. */
  events: PersonEvent[];
  /** The opportunities it sources, sorted by creation. */
  sourced: OpportunityFact[];
  /** Shared by all journeys of one person: what happened on any of its leads up to the as-of day, sorted. */
  activities: PersonActivity[];
  /** Names the person: its smallest lead id. */
  person: string;
}

/** The activities of each lead id and each contact id up to the as-of day. */
function activitiesByKey(
  records: ActivityRecord[],
  zone: string,
  asOf: string,
): Map<string, PersonActivity[]> {
  const byKey = new Map<string, PersonActivity[]>();
  for (const record of records) {
    const day = localDay(record.event_at, zone);
    if (day > asOf) continue;
    const key = record.lead_id === null ? `contact ${record.contact_id ?? ''}` : `lead ${record.lead_id}`;
    const list = byKey.get(key) ?? [];
    list.push({ ...record, day, moment: epochMilliseconds(record.event_at, zone) });
    byKey.set(key, list);
  }
  return byKey;
}

/** The activities on the person's leads and contacts, by moment and id. */
function activitiesOf(leads: LeadRecord[], byKey: Map<string, PersonActivity[]>): PersonActivity[] {
  const keys = new Set<string>();
  for (const lead of leads) {
    keys.add(`lead ${lead.lead_id}`);
    const contact = (lead.contact_id ?? '').trim();
    if (contact !== '') keys.add(`contact ${contact}`);
  }
  const found = [...keys].flatMap((key) => byKey.get(key) ?? []);
  return found.toSorted((a, b) => a.moment - b.moment || (a.activity_id < b.activity_id ? -1 : 1));
}

/** Builds every journey, sorted by id; rows equal those of `buildJourneysNaively`. */
export function detailedJourneys(histories: Histories, config: NaiveConfig): DetailedJourney[] {
  const settings = withDefaults(config);
  const { journeys } = startJourneys(histories, settings);
  const byKey = activitiesByKey(histories.activities ?? [], settings.report_tz, settings.as_of_date);
  const ofPerson = new Map(
    journeys.map(({ person }) => [person, activitiesOf(person.leads, byKey)] as const),
  );
  const detailed = journeys.map((journey): DetailedJourney => {
    const { lead, person } = journey;
    return {
      row: journeyRow(journey, settings),
      segment: groupName(lead.segment),
      owner: lead.owner_id ?? null,
      fit: lead.fit ?? null,
      score: lead.score ?? null,
      events: journey.draft.events,
      sourced: journey.sourced,
      activities: ofPerson.get(person) ?? [],
      person: person.leads.map((own) => own.lead_id).toSorted()[0] ?? '',
    };
  });
  return detailed.toSorted((a, b) => (a.row.journey_id < b.row.journey_id ? -1 : 1));
}
