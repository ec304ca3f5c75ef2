/** Sections 7.2 to 7.4: one row for each MQL cycle, with the response, the attempts and the status. */
import { Temporal } from 'temporal-polyfill';
import { attemptsOn, isTwoWayContact } from './attempts.ts';
import type { NaiveCalendar } from './business-clock.ts';
import { addBusinessMinutes, businessMinutes } from './business-clock.ts';
import type { DetailedJourney } from './detailed-journeys.ts';
import { addDays, daysBetween, laterDay, localDay } from './local-days.ts';
import type { NaiveSettings } from './settings.ts';
import type { PersonEvent } from './split.ts';

const DAY = 86_400_000;

/** What sales promises, and on which clock. */
export interface SlaPromise {
  calendar: NaiveCalendar;
  /** Z, business minutes. */
  sla_minutes: number;
  /** W. */
  sla_attempts: number;
  /** Spans of 24 hours. */
  sla_attempt_days: number;
}

/** One handover; moments are milliseconds, days are local. */
export interface NaiveHandover extends NaiveResponse {
  journey_id: string;
  /** 1 for the first MQL event of the journey. */
  cycle: number;
  owner: string | null;
  channel: string;
  segment: string;
  handover_at: number;
  handover_date: string;
  /** The next later handover of the person, in this journey or a later one. */
  next_handover_at: number | null;
  /** Like `response_bmin`, in minutes of the clock on the wall. */
  response_minutes: number | null;
  attempts: number;
  attempt_stop: boolean;
  /** Enough attempts or a stop. */
  attempts_ok: boolean;
  /** The attempt period is over at the as-of instant. */
  attempts_mature: boolean;
  /** The first sourced opportunity of the journey dated on or after the handover day. */
  opp_date: string | null;
  /** A sourced opportunity dated on or before the local day of the deadline. */
  opportunity_by_deadline: boolean;
  /** A disqualification stands at the deadline. */
  disqualified_by_deadline: boolean;
}

/** The end of the as-of day. */
export function asOfInstant(settings: NaiveSettings): number {
  const nextDay = Temporal.PlainDate.from(addDays(settings.as_of_date, 1));
  return nextDay.toZonedDateTime(settings.report_tz).epochMilliseconds;
}

function dayOf(moment: number, settings: NaiveSettings): string {
  return localDay(new Date(moment).toISOString(), settings.report_tz);
}

/** Whether a disqualification stands after the events up to a moment, by rule 5 of section 2. */
function isDisqualifiedAt(events: PersonEvent[], moment: number): boolean {
  let standing = false;
  for (const event of events.filter((one) => one.moment <= moment)) {
    if (event.stage === 'disqualified') standing = true;
    else if (event.stage !== 'recycled') standing = false;
  }
  return standing;
}

/** The days of the sourced opportunities; one dated before the creation counts as of the creation (rule 8). */
function opportunityDays(journey: DetailedJourney): string[] {
  return journey.sourced
    .map((item) => laterDay(item.created_date, journey.row.created_date))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

/**
 * Something that ends the duty to try again, in [handover, handover + 7 × 24 h). Readings: contacts and stage events
 * by instant and not cut at the next handover; opportunities have days only, so one counts from the local day of the handover
 * through the local day of the last second of the period.
 */
function hasStop(journey: DetailedJourney, handover: number, end: number, settings: NaiveSettings): boolean {
  const isInside = (moment: number): boolean => moment >= handover && moment < end;
  const [firstDay, lastDay] = [dayOf(handover, settings), dayOf(end - 1000, settings)];
  return (
    journey.activities.some((activity) => isInside(activity.moment) && isTwoWayContact(activity)) ||
    journey.events.some(
      (event) => isInside(event.moment) && (event.stage === 'disqualified' || event.stage === 'recycled'),
    ) ||
    opportunityDays(journey).some((day) => day >= firstDay && day <= lastDay)
  );
}

/** How fast one handover was answered. */
export interface NaiveResponse {
  deadline_at: number | null;
  first_attempt_at: number | null;
  response_bmin: number | null;
  pre_handover: boolean;
  status: 'met' | 'breached' | 'pending' | 'pending_met';
}

/**
 * Section 7.2 for one handover; `attempts` are the moments of the kept ones, up to the next handover. An attempt in
 * [handover − 24 h, handover) gives response 0 whatever follows; `first_attempt_at` stays the first one at or after the
 * handover. A calendar that never opens has no deadline, so nothing is ever due.
 */
export function responseTo(
  handover: number,
  attempts: number[],
  calendar: NaiveCalendar,
  minutes: number,
  asOf: number,
): NaiveResponse {
  const known = attempts.filter((moment) => moment < asOf).toSorted((a, b) => a - b);
  const deadline = addBusinessMinutes(calendar, handover, minutes);
  const first = known.find((moment) => moment >= handover) ?? null;
  const isPreHandover = known.some((moment) => moment >= handover - DAY && moment < handover);
  let response = first === null ? null : businessMinutes(calendar, handover, first);
  if (isPreHandover) response = 0;
  const isInTime = isPreHandover || (first !== null && (deadline === null || first <= deadline));
  const isPending = deadline === null || asOf < deadline;
  const [yes, no] = isPending ? (['pending_met', 'pending'] as const) : (['met', 'breached'] as const);
  return {
    deadline_at: deadline,
    first_attempt_at: first,
    response_bmin: response,
    pre_handover: isPreHandover,
    status: isInTime ? yes : no,
  };
}

/** One handover of one journey; `later` are the later handover moments of the person. */
function handoverOf(
  journey: DetailedJourney,
  event: PersonEvent,
  cycle: number,
  next: number | null,
  promise: SlaPromise,
  settings: NaiveSettings,
): NaiveHandover {
  const handover = event.moment;
  const asOf = asOfInstant(settings);
  const attempts = attemptsOn(journey.activities)
    .map((attempt) => attempt.moment)
    .filter((moment) => next === null || moment < next);
  const response = responseTo(handover, attempts, promise.calendar, promise.sla_minutes, asOf);
  const { deadline_at: deadline, first_attempt_at: first } = response;
  const periodEnd = handover + promise.sla_attempt_days * DAY;
  const count = attempts.filter((moment) => moment >= handover && moment < periodEnd).length;
  const stop = hasStop(journey, handover, periodEnd, settings);
  const days = opportunityDays(journey);
  const handoverDate = dayOf(handover, settings);

  return {
    journey_id: journey.row.journey_id,
    cycle,
    owner: journey.owner,
    channel: journey.row.channel,
    segment: journey.segment,
    handover_at: handover,
    handover_date: handoverDate,
    next_handover_at: next,
    ...response,
    response_minutes: response.pre_handover ? 0 : first === null ? null : (first - handover) / 60_000,
    attempts: count,
    attempt_stop: stop,
    attempts_ok: count >= promise.sla_attempts || stop,
    attempts_mature: periodEnd <= asOf,
    opp_date: days.find((day) => day >= handoverDate) ?? null,
    opportunity_by_deadline: deadline !== null && days.some((day) => day <= dayOf(deadline, settings)),
    disqualified_by_deadline: deadline !== null && isDisqualifiedAt(journey.events, deadline),
  };
}

/**
 * Every handover of every journey, by journey and cycle. Each MQL event is one; two at the same instant are two rows that see
 * the same attempts, because "up to the next handover" means the next *later* one. `first_attempt_at` never lies before
 * the handover; with `pre_handover` it may be null while the response is 0.
 */
export function naiveHandovers(
  journeys: DetailedJourney[],
  promise: SlaPromise,
  settings: NaiveSettings,
): NaiveHandover[] {
  const moments = new Map<string, number[]>();
  for (const journey of journeys) {
    const own = journey.events.filter((event) => event.stage === 'mql').map((event) => event.moment);
    moments.set(journey.person, [...(moments.get(journey.person) ?? []), ...own]);
  }
  return journeys.flatMap((journey) => {
    const ofPerson = moments.get(journey.person) ?? [];
    return journey.events
      .filter((event) => event.stage === 'mql')
      .map((event, index) => {
        const later = ofPerson.filter((moment) => moment > event.moment);
        const next = later.length === 0 ? null : Math.min(...later);
        return handoverOf(journey, event, index + 1, next, promise, settings);
      });
  });
}

/** Whether a handover counts in a rate over `windowDays` after it: the whole window is over. */
export function isMatureFor(handover: NaiveHandover, windowDays: number, settings: NaiveSettings): boolean {
  return addDays(handover.handover_date, windowDays) <= settings.as_of_date;
}

/** Whether an opportunity came within `windowDays` of the handover, last day included. */
export function convertedWithin(handover: NaiveHandover, windowDays: number): boolean {
  return handover.opp_date !== null && daysBetween(handover.handover_date, handover.opp_date) <= windowDays;
}
