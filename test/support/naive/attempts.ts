/** Sections 7.2 and 7.3: what counts as an attempt to reach a person, and as a two-way contact. */
import type { PersonActivity } from './detailed-journeys.ts';

const FIVE_MINUTES = 5 * 60_000;

/** True for a human, outbound activity: also what keeps a lead from being neglected (6.6), whatever its type. */
export function isHumanOutbound(activity: PersonActivity): boolean {
  return activity.direction === 'outbound' && !activity.is_automated;
}

/**
 * The attempts on a person, in order: human outbound calls, mails, messages and meetings. Readings: a connected call is
 * still of the type call, a held meeting of the type meeting. Of one type, an attempt at most 5 minutes (0 to 300 s) after
 * the last *kept* one of its type is dropped; the chain runs over the whole life of the person and does not begin anew at
 * a handover.
 */
export function attemptsOn(activities: PersonActivity[]): PersonActivity[] {
  const lastKept = new Map<string, number>();
  const kept: PersonActivity[] = [];
  for (const activity of activities.toSorted((a, b) => a.moment - b.moment)) {
    if (!isHumanOutbound(activity) || activity.type === 'note') continue;
    const last = lastKept.get(activity.type);
    if (last !== undefined && activity.moment - last <= FIVE_MINUTES) continue;
    lastKept.set(activity.type, activity.moment);
    kept.push(activity);
  }
  return kept;
}

/**
 * A connected call, an inbound reply, a meeting held. Readings: automated ones never are; a call or meeting counts in either
 * direction when it was reached; an inbound reply is an inbound activity of one of the five types, reached or not.
 */
export function isTwoWayContact(activity: PersonActivity): boolean {
  if (activity.is_automated || activity.type === 'note') return false;
  if (activity.direction === 'inbound') return true;
  return activity.reached && (activity.type === 'call' || activity.type === 'meeting');
}
