/**
 * Seeded random CRM histories that stress every rule of the journey builder: repeated leads, merges,
 * re-entries around the limit, blocked re-entries, equal instants, time-zone edges, many-to-many links.
 */
import type {
  Histories,
  LeadRecord,
  LinkRecord,
  OpportunityRecord,
  StageEventRecord,
  StageName,
} from './histories.ts';
import type { Prng } from './prng.ts';
import { createPrng } from './prng.ts';

/** The as-of day random histories are meant for: some records lie after it. */
export const RANDOM_AS_OF_DATE = '2026-06-30';

/** The export day they are meant for: some closes lie between the two days, some beyond. */
export const RANDOM_EXPORT_AS_OF_DATE = '2026-08-15';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FIRST_MOMENT = Date.UTC(2024, 9, 1);
const LAST_MOMENT = Date.UTC(2026, 6, 10);
const AS_OF_MOMENT = Date.parse(`${RANDOM_AS_OF_DATE}T12:00:00Z`);

/** Moments around the clock changes and midnights of Europe/Stockholm. */
const EDGE_MOMENTS = [
  '2025-03-29T22:59:59Z',
  '2025-03-29T23:00:00Z',
  '2025-03-30T00:59:59Z',
  '2025-03-30T01:00:00Z',
  '2025-03-30T21:59:59Z',
  '2025-03-30T22:00:00Z',
  '2025-10-25T21:59:59Z',
  '2025-10-25T22:00:00Z',
  '2025-10-26T00:30:00Z',
  '2025-10-26T01:30:00Z',
  '2025-10-26T22:30:00Z',
  '2025-10-26T23:00:00Z',
  '2025-12-31T22:59:59Z',
  '2025-12-31T23:00:00Z',
  '2026-03-28T23:00:00Z',
  '2026-03-29T00:59:59Z',
  '2026-03-29T01:00:00Z',
  '2026-03-29T22:00:00Z',
  '2026-06-30T21:59:59Z',
  '2026-06-30T22:00:00Z',
] as const;

/** Paths a lead may take. */
const STAGE_PATHS: readonly [readonly StageName[], ...(readonly StageName[])[]] = [
  [],
  ['mql'],
  ['mql', 'sal', 'sql'],
  ['mql', 'disqualified'],
  ['mql', 'disqualified'],
  ['mql', 'sal', 'disqualified'],
  ['mql', 'disqualified', 'mql'],
  ['mql', 'disqualified', 'mql', 'disqualified'],
  ['mql', 'disqualified', 'sal'],
  ['mql', 'disqualified', 'sql', 'mql'],
  ['mql', 'disqualified', 'recycled'],
  ['mql', 'disqualified', 'disqualified'],
  ['mql', 'recycled'],
  ['mql', 'recycled', 'mql'],
  ['mql', 'recycled', 'mql', 'recycled', 'mql'],
  ['mql', 'recycled', 'disqualified', 'mql'],
  ['recycled', 'mql'],
  ['sal'],
  ['sql'],
  ['sal', 'mql'],
  ['sql', 'mql', 'sal'],
  ['disqualified'],
  ['disqualified', 'mql'],
];

/** What is generated for one person, before everything is shuffled together. */
interface PersonHistory {
  leads: LeadRecord[];
  moments: number[];
  events: StageEventRecord[];
  opportunities: OpportunityRecord[];
  links: LinkRecord[];
}

/** Draws the histories of `persons` persons; the same seed gives the same histories. */
export function randomHistories(seed: number, persons: number): Histories {
  const prng = createPrng(seed);
  const all: PersonHistory[] = [];
  for (let number = 0; number < persons; number += 1) all.push(randomPerson(prng, number, all));
  return {
    leads: prng.shuffle(all.flatMap((person) => person.leads)),
    stage_events: prng.shuffle(withoutRepeats(all.flatMap((person) => person.events))),
    opportunities: prng.shuffle(all.flatMap((person) => person.opportunities)),
    links: prng.shuffle(all.flatMap((person) => person.links)),
  };
}

/** Leaves out a second event of the same lead, stage and instant. */
function withoutRepeats(events: StageEventRecord[]): StageEventRecord[] {
  const byKey = new Map(events.map((event) => [`${event.lead_id} ${event.stage} ${event.at}`, event]));
  return [...byKey.values()];
}

function randomPerson(prng: Prng, number: number, others: PersonHistory[]): PersonHistory {
  const person: PersonHistory = { leads: [], moments: [], events: [], opportunities: [], links: [] };
  // Now and then the same instant as the person before, who is often on the same account.
  const neighbour = prng.chance(0.15) ? others.at(-1)?.moments[0] : undefined;
  let moment = neighbour ?? snapToEdge(prng, firstMoment(prng));
  const rounds = prng.pick([1, 1, 2, 2, 3, 4]);
  for (let round = 0; round < rounds; round += 1) {
    const leadCount = round === 0 ? prng.pick([1, 1, 1, 2, 2, 3]) : prng.pick([0, 1, 1, 2]);
    for (let count = 0; count < leadCount; count += 1) {
      addLead(prng, person, number, moment);
      moment = snapToEdge(prng, moment + shortGap(prng));
    }
    if (leadCount === 0) addStageEvent(person, prng.int(0, person.leads.length - 1), 'mql', moment);
    const opportunityCount = prng.pick([0, 0, 0, 1, 1, 1, 2, 3]);
    for (let count = 0; count < opportunityCount; count += 1) {
      addOpportunity(prng, person, number, others);
    }
    moment = reentryMoment(prng, person);
  }
  mergeSomeLeads(prng, person);
  return person;
}

/** Where a person starts: anywhere, more often early, so that there is time for re-entries. */
function firstMoment(prng: Prng): number {
  const share = prng.next() * (prng.chance(0.6) ? 0.5 : 1);
  return Math.round((FIRST_MOMENT + share * (LAST_MOMENT - FIRST_MOMENT)) / 1000) * 1000;
}

/** A gap inside one round: often the same instant or day, sometimes around the re-entry limit. */
function shortGap(prng: Prng): number {
  const kind = prng.int(1, 10);
  if (kind <= 2) return 0;
  if (kind <= 4) return prng.int(1, 20) * HOUR;
  if (kind <= 8) return prng.int(1, 30) * DAY + prng.int(0, 86_399) * 1000;
  return reentryGap(prng);
}

/** A gap around the re-entry limit. */
function reentryGap(prng: Prng): number {
  if (prng.chance(0.4)) return prng.pick([89, 90, 91]) * DAY;
  return prng.int(60, 200) * DAY + prng.int(0, 86_399) * 1000;
}

/** Sometimes moves a moment to the nearest edge of a local day or a clock change. */
function snapToEdge(prng: Prng, moment: number): number {
  const draw = prng.next();
  if (draw < 0.05) {
    const edges = EDGE_MOMENTS.map((edge) => Date.parse(edge));
    return edges.find((edge) => edge >= moment) ?? moment;
  }
  if (draw < 0.15) {
    const midnight = Math.floor(moment / DAY) * DAY;
    return midnight + prng.pick([0, 22 * HOUR - 1000, 22 * HOUR, 23 * HOUR - 1000, 23 * HOUR]);
  }
  return moment;
}

/** Where the next round of a person starts: after its last disqualification, close or event. */
function reentryMoment(prng: Prng, person: PersonHistory): number {
  const ends: number[] = [];
  for (const event of person.events) {
    if (event.stage === 'disqualified') ends.push(Date.parse(event.at));
  }
  for (const item of person.opportunities) {
    if (item.closed_at !== null && Date.parse(item.closed_at) < LAST_MOMENT) {
      ends.push(Date.parse(item.closed_at) + prng.int(0, 20) * HOUR);
    }
  }
  const last = ends.length > 0 && prng.chance(0.8) ? Math.max(...ends) : Math.max(...person.moments);
  return snapToEdge(prng, last + reentryGap(prng));
}

function iso(moment: number): string {
  return new Date(moment).toISOString().replace('.000Z', 'Z');
}

function isoDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** Adds a lead that shares an e-mail, a contact or nothing with the person's earlier leads, and its stages. */
function addLead(prng: Prng, person: PersonHistory, number: number, moment: number): void {
  const serial = number * 20 + person.leads.length;
  const email = prng.pick([
    `user${number}@example.com`,
    ` User${number}@Example.com `,
    `USER${number}@example.com`,
  ]);
  const lead: LeadRecord = {
    // Ids in another order than creation; 7919 and 100003 are primes, so no two leads collide.
    lead_id: `L${String((serial * 7919) % 100_003).padStart(6, '0')}`,
    created_at: iso(moment),
    channel: prng.pick(['web', 'event', 'partner', 'unknown', '', null]),
    segment: prng.pick(['SMB', 'ENT', '', null]),
    email: prng.chance(0.7) ? email : prng.pick(['', '  ', null, `other${number}+tag@example.com`]),
    contact_id: prng.chance(0.4) ? `C${number}` : prng.pick(['', null]),
    account_id: prng.chance(0.5) ? `A${Math.floor(number / 3)}` : null,
    status: prng.pick(['new', 'working', 'nurture', '', null]),
    is_deleted: false,
    merged_into: null,
  };
  if (number > 0 && prng.chance(0.02)) lead.email = `user${number - 1}@example.com`;
  if (prng.chance(0.04)) lead.status = prng.pick(['spam', 'test']);
  if (prng.chance(0.04)) lead.is_deleted = true;
  person.leads.push(lead);
  person.moments.push(moment);

  const index = person.leads.length - 1;
  let at = moment + (prng.chance(0.1) ? -prng.int(1, 40) * DAY : 0);
  for (const stage of prng.pick(STAGE_PATHS)) {
    at = snapToEdge(prng, at + shortGap(prng));
    addStageEvent(person, index, stage, at);
  }
}

function addStageEvent(person: PersonHistory, index: number, stage: StageName, moment: number): void {
  const lead = person.leads[index];
  if (lead === undefined) return;
  person.events.push({ lead_id: lead.lead_id, stage, at: iso(moment) });
  person.moments.push(moment);
}

/** Adds an opportunity near one of the person's moments, with zero to three links. */
function addOpportunity(prng: Prng, person: PersonHistory, number: number, others: PersonHistory[]): void {
  const near = prng.shuffle(person.moments)[0] ?? AS_OF_MOMENT;
  const created = snapToEdge(prng, near + opportunityGap(prng));
  const outcome = prng.pick(['won', 'lost', 'lost', 'open'] as const);
  const item: OpportunityRecord = {
    opportunity_id: `O${String(((number * 20 + person.opportunities.length) * 7919) % 100_003).padStart(6, '0')}`,
    created_at: prng.chance(0.2) ? isoDay(created) : iso(created),
    outcome,
    closed_at: closeMoment(prng, created, outcome),
    amount: prng.int(1, 500) * 100,
    is_deleted: prng.chance(0.03),
    account_id: prng.chance(0.5) ? `A${Math.floor(number / 3)}` : null,
  };
  person.opportunities.push(item);

  const linkCount = prng.pick([0, 1, 1, 1, 1, 1, 2, 2, 3]);
  for (let count = 0; count < linkCount; count += 1) {
    const stranger = prng.chance(0.15) ? prng.shuffle(others)[0] : undefined;
    const lead = prng.shuffle((stranger ?? person).leads)[0];
    if (lead === undefined) continue;
    const link: LinkRecord = { lead_id: lead.lead_id, opportunity_id: item.opportunity_id };
    const type = prng.pick(['converted', 'role', 'none', null] as const);
    if (type !== 'none') link.type = type;
    if (prng.chance(0.6)) link.primary = prng.chance(0.5);
    person.links.push(link);
  }
}

/** How long after a moment an opportunity appears; sometimes at it or before it. */
function opportunityGap(prng: Prng): number {
  const kind = prng.int(1, 12);
  if (kind === 1) return 0;
  if (kind === 2) return -DAY;
  if (kind === 3) return -2 * DAY;
  if (kind === 4) return -60 * DAY;
  if (kind <= 6) return prng.int(-20, 20) * HOUR;
  if (kind <= 11) return prng.int(1, 45) * DAY + prng.int(0, 86_399) * 1000;
  return reentryGap(prng);
}

/** The close date: usually after the creation, sometimes before it, after the as-of day or in the far future. */
function closeMoment(prng: Prng, created: number, outcome: 'won' | 'lost' | 'open'): string | null {
  if (outcome === 'open' && prng.chance(0.4)) return null;
  let close = created + prng.int(0, 120) * DAY;
  const kind = prng.int(1, 20);
  if (kind <= 2) close = created - prng.int(1, 20) * DAY;
  if (kind === 3) close = created;
  if (kind === 4) close = Math.max(created, AS_OF_MOMENT) + prng.int(1, 40) * DAY;
  if (kind === 5) close = Date.UTC(2027, prng.int(0, 11), 5);
  return prng.chance(0.2) ? iso(close) : isoDay(close);
}

/** Merges some records, in chains that cannot close: a record only goes into one later in a random order. */
function mergeSomeLeads(prng: Prng, person: PersonHistory): void {
  if (!prng.chance(0.3)) return;
  const order = prng.shuffle(person.leads);
  for (const [index, lead] of order.entries()) {
    const target = prng.shuffle(order.slice(index + 1))[0];
    if (target === undefined || !prng.chance(0.6)) continue;
    lead.merged_into = target.lead_id;
    lead.is_deleted = prng.chance(0.7);
  }
}
