/**
 * Activities, owners, scores and fit for random histories, drawn from a stream of their own, so that the
 * histories of a seed stay what they were. They stress section 7: attempts at the limits of the chain rule, of the day before a
 * handover and of the attempt period, automated and inbound ones, nights, weekends, clock changes and the future.
 */
import type { ActivityRecord, Histories, LeadRecord } from './histories.ts';
import type { Prng } from './prng.ts';
import { createPrng } from './prng.ts';
import { randomHistories } from './random-histories.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Histories that somebody works: everything a section of the specification reads. */
export type WorkedHistories = Histories & { activities: ActivityRecord[] };

const OWNERS = ['Ada', 'Bo', 'Cai', 'Dee', 'Eli'] as const;

/** Gaps after a handover, with the limits of section 7 and both sides of them. */
const GAPS = [
  0,
  SECOND,
  4 * MINUTE,
  5 * MINUTE,
  5 * MINUTE + SECOND,
  30 * MINUTE,
  HOUR,
  HOUR + SECOND,
  4 * HOUR,
  8 * HOUR,
  7 * DAY - SECOND,
  7 * DAY,
  7 * DAY + SECOND,
  -SECOND,
  -DAY,
  -DAY - SECOND,
  -DAY + SECOND,
] as const;

/** The same histories as `randomHistories`, with owners, scores and activities. */
export function randomWorkedHistories(seed: number, persons: number): WorkedHistories {
  const histories = randomHistories(seed, persons);
  // 2654435769 spreads the seeds, so that no two seeds share a stream with the histories.
  const prng = createPrng(Math.imul(seed, 2_654_435_769) ^ 0x51a);
  const leads = histories.leads.map((lead) => withAttributes(prng, lead));
  const drafts = leads.flatMap((lead) => [
    ...aroundHandovers(prng, lead, histories),
    ...anywhere(prng, lead),
  ]);
  const activities = prng.shuffle(drafts).map((draft, index): ActivityRecord => ({
    ...draft,
    // Ids in another order than time; 7919 and 1000003 are primes, so no two collide.
    activity_id: `T${String((index * 7919) % 1_000_003).padStart(7, '0')}`,
  }));
  return { ...histories, leads, activities };
}

function withAttributes(prng: Prng, lead: LeadRecord): LeadRecord {
  return {
    ...lead,
    owner_id: prng.chance(0.15) ? null : prng.pick(OWNERS),
    fit: prng.chance(0.15) ? null : prng.int(0, 10),
    score: prng.chance(0.15) ? null : prng.int(0, 20) * 5,
  };
}

type Draft = Omit<ActivityRecord, 'activity_id'>;

/** Some leads nobody touches, some are touched once or in bursts around each of their handovers. */
function aroundHandovers(prng: Prng, lead: LeadRecord, histories: Histories): Draft[] {
  const drafts: Draft[] = [];
  for (const event of histories.stage_events) {
    if (event.lead_id !== lead.lead_id || event.stage !== 'mql' || prng.chance(0.25)) continue;
    let moment = Date.parse(event.at) + gap(prng);
    const count = prng.pick([1, 1, 2, 3, 5, 8, 12]);
    for (let index = 0; index < count; index += 1) {
      drafts.push(draftAt(prng, lead, moment));
      moment += prng.chance(0.5) ? prng.pick([0, 60, 240, 300, 301, 420]) * SECOND : prng.int(0, 30) * HOUR;
    }
  }
  return drafts;
}

function gap(prng: Prng): number {
  if (prng.chance(0.4)) return prng.pick(GAPS);
  if (prng.chance(0.5)) return prng.int(0, 600) * MINUTE;
  return prng.int(-40, 10 * 24) * HOUR + prng.int(0, 3599) * SECOND;
}

/** A few activities long before, long after, or after the as-of day. */
function anywhere(prng: Prng, lead: LeadRecord): Draft[] {
  const created = Date.parse(lead.created_at);
  return Array.from({ length: prng.pick([0, 0, 1, 2]) }, () => {
    const moment = created + prng.int(-60, 400) * DAY + prng.int(0, 86_399) * SECOND;
    return draftAt(prng, lead, moment);
  });
}

/** One activity, by the lead or by its contact; now and then on a record that does not exist. */
function draftAt(prng: Prng, lead: LeadRecord, moment: number): Draft {
  const type = prng.pick([
    'call',
    'call',
    'call',
    'email',
    'email',
    'sms',
    'social',
    'meeting',
    'note',
  ] as const);
  const contact = (lead.contact_id ?? '').trim();
  const byContact = contact !== '' && prng.chance(0.5);
  const isLost = prng.chance(0.01);
  return {
    lead_id: byContact ? null : isLost ? 'L-unknown' : lead.lead_id,
    contact_id: byContact ? contact : null,
    event_at: new Date(moment).toISOString().replace('.000Z', 'Z'),
    direction: prng.chance(0.02) ? null : prng.chance(0.12) ? 'inbound' : 'outbound',
    type,
    reached: (type === 'call' || type === 'meeting') && prng.chance(0.1),
    is_automated: prng.chance(0.15),
    actor_id: prng.chance(0.1) ? null : prng.pick(OWNERS),
  };
}
