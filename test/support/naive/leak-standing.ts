/** Where cohort journeys stand and what surrounds them, one at a time: the rows the page of leaks is counted from. */
import { isHumanOutbound } from './attempts.ts';
import { businessMinutes, type NaiveCalendar } from './business-clock.ts';
import type { DetailedJourney } from './detailed-journeys.ts';
import type { NaiveHandover } from './handovers.ts';
import { addDays, daysBetween, laterDay } from './local-days.ts';
import type { NaiveSettings } from './settings.ts';
import { WAY, effectiveDate } from './stage-dates.ts';

/** One journey of a cohort. */
export interface NaiveStanding {
  journey: DetailedJourney;
  /** The first day of the month of the anchor. */
  month: string;
  owner: string;
  stage: string;
  standing: string;
  untried: boolean;
  slow: boolean;
  few: boolean;
  handedOver: boolean;
  arrival: 'inside' | 'outside' | 'unknown';
  neglected: boolean;
}

/** The limits that decide where a journey stands. */
export interface StandingLimits {
  windowDays: number;
  stalledDays: number;
  opportunityDays: number;
  neglectedDays: number;
}

function standingOf(journey: DetailedJourney, entry: string, limits: StandingLimits, asOf: string): string {
  const { row, sourced } = journey;
  if (sourced.some(({ outcome }) => outcome === 'won')) return 'won';
  if (row.outcome === 'disqualified') return 'dropped';
  if (row.state === 'recycled') return 'recycled';
  if (row.outcome === 'open')
    return daysBetween(entry, asOf) > limits.stalledDays ? 'stalled' : 'in_progress';
  const open = sourced.filter(({ outcome }) => outcome === 'open');
  if (open.length === 0) return 'dropped';
  const isStale = open.every(
    (one) => daysBetween(laterDay(one.created_date, row.created_date), asOf) > limits.opportunityDays,
  );
  return isStale ? 'stalled' : 'in_progress';
}

/** Every journey of the cohort that has had its window. */
export function naiveStandings(
  journeys: DetailedJourney[],
  handovers: NaiveHandover[],
  limits: StandingLimits,
  calendar: NaiveCalendar,
  settings: NaiveSettings,
): NaiveStanding[] {
  const asOf = settings.as_of_date;
  const found: NaiveStanding[] = [];
  for (const journey of journeys) {
    const { row } = journey;
    if (!row.in_cohort || row.anchor_date === null) continue;
    if (addDays(row.anchor_date, limits.windowDays) > asOf) continue;
    const stage = WAY.findLast((name) => effectiveDate(journey, name) !== null) ?? 'created';
    const own = handovers
      .filter(({ journey_id }) => journey_id === row.journey_id)
      .toSorted((a, b) => a.handover_at - b.handover_at);
    const last = own.at(-1);
    const isTried = (one: NaiveHandover): boolean => one.pre_handover || one.first_attempt_at !== null;
    const opens =
      last !== undefined && businessMinutes(calendar, last.handover_at, last.handover_at + 1000) > 0;
    const lastGoodDay = addDays(asOf, -limits.neglectedDays);
    found.push({
      journey,
      month: `${row.anchor_date.slice(0, 7)}-01`,
      owner: journey.owner ?? '(blank)',
      stage,
      standing: standingOf(journey, effectiveDate(journey, stage) ?? '', limits, asOf),
      untried: own.length > 0 && !own.some(isTried),
      slow: last?.status === 'breached',
      few: last !== undefined && last.attempts_mature && !last.attempts_ok,
      handedOver: own.length > 0,
      arrival: last === undefined ? 'unknown' : opens ? 'inside' : 'outside',
      neglected: !journey.activities.some((one) => isHumanOutbound(one) && one.day >= lastGoodDay),
    });
  }
  return found;
}

/** How long the latest act of a lead waited for the first attempt after a handover, in seconds; null without one. */
export function engagementOf(
  handover: NaiveHandover,
  journey: DetailedJourney,
  asOfMoment: number,
): { seconds: number; tried: boolean } | null {
  if (handover.pre_handover) return null;
  const first = handover.first_attempt_at;
  const end = handover.next_handover_at ?? asOfMoment;
  const acts = journey.activities.filter(
    ({ direction, type, day, moment }) =>
      direction === 'inbound' &&
      type !== 'note' &&
      day >= journey.row.created_date &&
      (first === null ? moment < end : moment <= first),
  );
  if (acts.length === 0) return null;
  const latest = Math.max(...acts.map(({ moment }) => Math.floor(moment / 1000)));
  return { seconds: Math.floor((first ?? end) / 1000) - latest, tried: first !== null };
}
