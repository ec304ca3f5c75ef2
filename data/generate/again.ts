import { EXPORT_AT, WORLD_START } from './calendar.ts';
import { between, chance, exponential, pick, pickWeighted, sample } from './draws.ts';
import { draftOf, statusOf } from './drafts.ts';
import { drawFates } from './fates.ts';
import { changesFrom, leadLife, seenBy } from './lead-life.ts';
import { inventPerson } from './people.ts';
import { AGAIN, CHANNELS, SEGMENTS } from './plan.ts';
import type { Rng } from './prng.ts';
import { DAY, HOUR } from './stockholm-time.ts';
import { addWorkingSeconds } from './working-hours.ts';
import type { Arrival, ArrivalKind, Draft, LeadStatus } from './world.ts';

type Reps = readonly Arrival['owner'][];

/** Persons who were disqualified and come back as a new lead, with a life of its own. */
export function returnDrafts(rng: Rng, drafts: readonly Draft[], reps: Reps, firstKey: number): Draft[] {
  const [soonest, latest] = AGAIN.returnAfterDays;
  const gone = drafts.filter(
    ({ life }) =>
      statusOf(life) === 'Disqualified' && (life.changes.at(-1)?.at ?? EXPORT_AT) + latest * DAY < EXPORT_AT,
  );
  const back = sample(rng, gone, Math.round(gone.length * AGAIN.returnShareOfDisqualified));
  const arrivals = back.map((draft, index) => {
    const leftAt = draft.life.changes.at(-1)?.at ?? draft.arrival.createdAt;
    const createdAt = Math.round(leftAt + between(rng, soonest, latest) * DAY);
    return samePerson(rng, draft, reps, { key: firstKey + index, kind: 'return', createdAt });
  });
  const fates = drawFates(rng, arrivals);
  return arrivals.map((arrival) => sometimesShouting(rng, draftOf(arrival, leadLife(rng, arrival, fates))));
}

/** Second records of the same person within a month. Nothing comes of them that the first record does not show. */
export function duplicateDrafts(
  rng: Rng,
  drafts: readonly Draft[],
  reps: Reps,
  firstKey: number,
  count: number,
): Draft[] {
  const window = AGAIN.duplicateWithinDays * DAY;
  const eligible = drafts.filter(({ arrival }) => arrival.createdAt + window < EXPORT_AT);
  return sample(rng, eligible, count).map((draft, index) => {
    const createdAt = Math.round(draft.arrival.createdAt + between(rng, 60, window));
    const arrival = samePerson(rng, draft, reps, { key: firstKey + index, kind: 'duplicate', createdAt });
    const end = pickWeighted(rng, DUPLICATE_ENDS, ({ weight }) => weight).status;
    const endsAt = addWorkingSeconds(createdAt, exponential(rng, 8 * HOUR));
    const steps: readonly (readonly [number, LeadStatus])[] = end === 'New' ? [] : [[endsAt, end]];
    return sometimesShouting(
      rng,
      draftOf(arrival, seenBy(EXPORT_AT, { ...NO_LIFE, changes: changesFrom('New', steps) })),
    );
  });
}

/** Existing customers whose lead is converted into an opportunity that was already there. */
export function customerDrafts(rng: Rng, reps: Reps, firstKey: number, count: number): Draft[] {
  return Array.from({ length: count }, (_, index) => {
    const key = firstKey + index;
    const segment = pickWeighted(rng, SEGMENTS, ({ share }) => share);
    const createdAt = Math.round(between(rng, WORLD_START + 90 * DAY, EXPORT_AT - 30 * DAY));
    const arrival: Arrival = {
      key,
      kind: 'customer',
      channel: pickWeighted(rng, CHANNELS, ({ leads }) => leads),
      segment,
      owner: pick(rng, reps),
      person: inventPerson(rng, key, segment),
      createdAt,
      originalKey: null,
    };
    const mqlAt = createdAt + HOUR;
    const calledAt = addWorkingSeconds(mqlAt, HOUR);
    const convertedAt = addWorkingSeconds(calledAt, between(rng, 8, 48) * HOUR);
    return draftOf(arrival, {
      ...NO_LIFE,
      changes: changesFrom('New', [
        [mqlAt, 'MQL'],
        [convertedAt, 'Qualified'],
      ]),
      touches: [{ at: calledAt, type: 'Call', manner: 'outbound', done: true }],
      convertedAt,
      getsOpportunity: true,
    });
  });
}

const NO_LIFE = {
  createdAs: 'New',
  changes: [],
  touches: [],
  handedOverAt: null,
  convertedAt: null,
  getsOpportunity: false,
} as const;

const DUPLICATE_ENDS = [
  { status: 'New', weight: 40 },
  { status: 'MQL', weight: 40 },
  { status: 'Disqualified', weight: 20 },
] as const;

function samePerson(
  rng: Rng,
  { arrival }: Draft,
  reps: Reps,
  own: { readonly key: number; readonly kind: ArrivalKind; readonly createdAt: number },
): Arrival {
  return {
    ...own,
    channel: pickWeighted(rng, CHANNELS, ({ leads }) => leads),
    segment: arrival.segment,
    owner: pick(rng, reps),
    person: arrival.person,
    originalKey: arrival.key,
  };
}

const sometimesShouting = (rng: Rng, draft: Draft): Draft =>
  chance(rng, AGAIN.upperCaseEmailShare) ? { ...draft, email: draft.email.toUpperCase() } : draft;
