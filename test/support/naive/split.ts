/** Splitting the events of one person into journeys. */
import type { LeadRecord, StageEventRecord, StageName } from './histories.ts';
import { addDays, daysBetween, epochMilliseconds, localDay } from './local-days.ts';
import type { OpportunityFact } from './opportunity-facts.ts';
import type { NaiveSettings } from './settings.ts';

const STAGE_ORDER = ['created', 'mql', 'sal', 'sql', 'recycled', 'disqualified'];

/** One event of a person: the creation of a lead or a change of its stage. */
export interface PersonEvent {
  lead: LeadRecord;
  stage: StageName | 'created';
  moment: number;
  day: string;
}

/** One journey while the events are replayed. */
export interface JourneyDraft {
  events: PersonEvent[];
  /** The day of the first entry event. */
  start: string;
  /** The day of the last disqualification, null when there is none or it is void. */
  standingDisqualification: string | null;
  reopened: boolean;
}

/** The events of one person up to the as-of day, sorted by moment, stage and lead. */
export function personEvents(
  leads: LeadRecord[],
  stageEvents: StageEventRecord[],
  settings: NaiveSettings,
): PersonEvent[] {
  const zone = settings.report_tz;
  const events: PersonEvent[] = [];
  for (const lead of leads) {
    events.push({
      lead,
      stage: 'created',
      moment: epochMilliseconds(lead.created_at, zone),
      day: localDay(lead.created_at, zone),
    });
    for (const event of stageEvents) {
      if (event.lead_id !== lead.lead_id) continue;
      events.push({
        lead,
        stage: event.stage,
        moment: epochMilliseconds(event.at, zone),
        day: localDay(event.at, zone),
      });
    }
  }
  const known = events.filter((event) => event.day <= settings.as_of_date);
  return known.toSorted((a, b) => {
    if (a.moment !== b.moment) return a.moment - b.moment;
    if (a.stage !== b.stage) return STAGE_ORDER.indexOf(a.stage) - STAGE_ORDER.indexOf(b.stage);
    if (a.lead.lead_id === b.lead.lead_id) return 0;
    return a.lead.lead_id < b.lead.lead_id ? -1 : 1;
  });
}

/** The first creation in the journey, else its first entry. */
export function createdDateOf(draft: JourneyDraft): string {
  const firstCreation = draft.events.find((event) => event.stage === 'created');
  return firstCreation === undefined ? draft.start : firstCreation.day;
}

/** The day on which the journey was closed, seen from `day`; null if it is not closed. */
function closedOn(
  draft: JourneyDraft,
  day: string,
  opportunities: OpportunityFact[],
  settings: NaiveSettings,
): string | null {
  const from = addDays(createdDateOf(draft), -settings.backdate_days);
  const own = opportunities.filter((item) => item.created_date >= from && item.created_date <= day);
  if (own.length === 0) return draft.standingDisqualification;
  let last: string | null = null;
  for (const item of own) {
    if (item.close_date === null || item.close_date > day) return null;
    if (last === null || item.close_date > last) last = item.close_date;
  }
  return last;
}

/** Replays the sorted events of a person; `opportunities` are those linked to any of its leads. */
export function splitIntoJourneys(
  events: PersonEvent[],
  opportunities: OpportunityFact[],
  settings: NaiveSettings,
): JourneyDraft[] {
  const journeys: JourneyDraft[] = [];
  for (const event of events) {
    const isEntry = event.stage === 'created' || event.stage === 'mql';
    let current = journeys.at(-1);

    let opensNew = false;
    if (isEntry && current === undefined) opensNew = true;
    if (isEntry && current !== undefined) {
      const closed = closedOn(current, event.day, opportunities, settings);
      opensNew = closed !== null && daysBetween(closed, event.day) >= settings.reentry_days;
    }
    if (opensNew) {
      current = { events: [], start: event.day, standingDisqualification: null, reopened: false };
      journeys.push(current);
    }

    if (current === undefined) continue;
    current.events.push(event);
    if (event.stage === 'disqualified') current.standingDisqualification = event.day;
    if (isEntry && current.standingDisqualification !== null) {
      current.standingDisqualification = null;
      current.reopened = true;
    }
    if (event.stage === 'sal' || event.stage === 'sql') current.standingDisqualification = null;
  }
  return journeys;
}

/** The earliest-created lead with an event in the journey (ties: smaller id). */
export function leadingLead(draft: JourneyDraft, settings: NaiveSettings): LeadRecord {
  const leads = draft.events.map((event) => event.lead);
  return leads.reduce((best, lead) => {
    const bestMoment = epochMilliseconds(best.created_at, settings.report_tz);
    const moment = epochMilliseconds(lead.created_at, settings.report_tz);
    if (moment !== bestMoment) return moment < bestMoment ? lead : best;
    return lead.lead_id < best.lead_id ? lead : best;
  });
}
