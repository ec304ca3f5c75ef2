import { EXPORT_AT, seasonalDelay } from './calendar.ts';
import { between, chance, exponential } from './draws.ts';
import type { Fates } from './fates.ts';
import { LIFE } from './plan.ts';
import type { Rng } from './prng.ts';
import { DAY, HOUR } from './stockholm-time.ts';
import { firstTouchAt, outboundTouches } from './touches.ts';
import { addWorkingSeconds, atWork } from './working-hours.ts';
import type { Arrival, Life, LeadStatus, StatusChange, Touch } from './world.ts';

const HANDOVER_SHARE = 0.12;
const REJECTED_EARLY_SHARE = 0.45;
const ACCEPTED_SHARE_OF_CONVERTED = 0.95;

/** The life of a lead, as far as it has happened by the export. */
export function leadLife(rng: Rng, arrival: Arrival, fates: Fates): Life {
  return seenBy(
    EXPORT_AT,
    fates.becomesMql.has(arrival) ? mqlLife(rng, arrival, fates) : earlyLife(rng, arrival),
  );
}

/** A life with everything from `instant` on left out. */
export function seenBy(instant: number, life: Life): Life {
  const past = ({ at }: { readonly at: number }): boolean => at < instant;
  const keep = (at: number | null): number | null => (at !== null && at < instant ? at : null);
  return {
    ...life,
    changes: life.changes.filter(past),
    touches: life.touches.filter((touch) => past(touch)),
    handedOverAt: keep(life.handedOverAt),
    convertedAt: keep(life.convertedAt),
  };
}

/** Chains a list of arrivals at statuses into changes. */
export function changesFrom(
  first: LeadStatus,
  steps: readonly (readonly [at: number, to: LeadStatus])[],
): readonly StatusChange[] {
  return steps.map(([at, to], index) => ({ at, from: steps[index - 1]?.[1] ?? first, to }));
}

function earlyLife(rng: Rng, { createdAt }: Arrival): Life {
  const endsAt = Math.max(createdAt + HOUR, atWork(rng, createdAt + DAY + exponential(rng, 6 * DAY)));
  const steps = chance(rng, REJECTED_EARLY_SHARE) ? [[endsAt, 'Disqualified'] as const] : [];
  return {
    createdAs: 'New',
    changes: changesFrom('New', steps),
    touches: [],
    handedOverAt: null,
    convertedAt: null,
    getsOpportunity: false,
  };
}

function mqlLife(rng: Rng, arrival: Arrival, fates: Fates): Life {
  const mqlAt = arrival.createdAt + mqlDelay(rng);
  const converts = fates.converts.has(arrival);
  const isWorked = chance(rng, arrival.channel.workedShare) || converts;
  const isRecycled = fates.recycled.has(arrival);
  const steps: [number, LeadStatus][] = [[mqlAt, 'MQL']];
  const touches: Touch[] = [];
  let lastMqlAt = mqlAt;

  if (isRecycled) {
    const restsAt = addWorkingSeconds(mqlAt, between(rng, 40, 120) * HOUR);
    if (isWorked) {
      const drawn = firstTouchAt(rng, arrival.owner.team, mqlAt);
      touches.push(...outboundTouches(rng, early(rng, drawn, mqlAt, restsAt), restsAt));
    }
    const [shortest, longest] = LIFE.recycledRestDays;
    lastMqlAt = Math.round(restsAt + between(rng, shortest, longest) * DAY);
    steps.push([restsAt, 'Nurture'], [lastMqlAt, 'MQL']);
  }

  const firstAt = firstTouchAt(rng, arrival.owner.team, lastMqlAt);
  const notBefore = isWorked ? addWorkingSeconds(firstAt, between(rng, 1, 8) * HOUR) : lastMqlAt;
  const end = converts ? conversion(rng, arrival, lastMqlAt) : loss(rng, lastMqlAt, notBefore, isRecycled);
  const endsAt = end?.at ?? Number.POSITIVE_INFINITY;
  if (isWorked) {
    const worked = outboundTouches(rng, early(rng, firstAt, lastMqlAt, endsAt), endsAt);
    touches.push(...worked);
    const acceptedAt = (worked[0]?.at ?? lastMqlAt) + Math.round(between(rng, 60, 540));
    const acceptedShare = converts ? ACCEPTED_SHARE_OF_CONVERTED : LIFE.acceptedShareOfWorked;
    if (chance(rng, acceptedShare) && acceptedAt < endsAt) steps.push([acceptedAt, 'Accepted']);
  }
  if (end) steps.push([end.at, end.status]);

  return {
    createdAs: 'New',
    changes: changesFrom('New', steps),
    touches,
    handedOverAt: chance(rng, HANDOVER_SHARE) ? mqlAt + 5 : null,
    convertedAt: end?.status === 'Qualified' ? end.at : null,
    getsOpportunity: converts,
  };
}

function mqlDelay(rng: Rng): number {
  const kind = rng();
  if (kind < 0.12) return 0;
  if (kind < 0.4) return Math.round(between(rng, 2, 60));
  if (kind < 0.65) return Math.round(exponential(rng, 3 * HOUR));
  return Math.round(Math.min(12 * DAY, exponential(rng, 3 * DAY)));
}

interface End {
  readonly at: number;
  readonly status: LeadStatus;
}

function conversion(rng: Rng, { channel }: Arrival, mqlAt: number): End {
  const delay = exponential(rng, channel.meanDaysToOpportunity * DAY) * seasonalDelay(mqlAt);
  const at = atWork(rng, mqlAt + delay);
  return { at: Math.max(at, addWorkingSeconds(mqlAt, HOUR / 2)), status: 'Qualified' };
}

function loss(rng: Rng, mqlAt: number, notBefore: number, wasRecycled: boolean): End | null {
  const kind = rng();
  if (kind < LIFE.disqualifiedShareOfLosers) {
    const delay = 2 * DAY + exponential(rng, (LIFE.meanDaysToDisqualified - 2) * DAY);
    return { at: Math.max(notBefore, atWork(rng, mqlAt + delay)), status: 'Disqualified' };
  }
  if (kind < LIFE.disqualifiedShareOfLosers + LIFE.nurtureShareOfLosers && !wasRecycled) {
    return { at: Math.max(notBefore, atWork(rng, mqlAt + between(rng, 10, 45) * DAY)), status: 'Nurture' };
  }
  return null;
}

/** The first touch as drawn, or somewhere earlier when it would come after the end of the cycle. */
function early(rng: Rng, drawn: number, from: number, endsAt: number): number {
  const latest = endsAt - 600;
  return drawn <= latest ? drawn : Math.round(from + (latest - from) * between(rng, 0.2, 0.9));
}
