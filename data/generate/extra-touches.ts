import { EXPORT_AT } from './calendar.ts';
import { between, chance, sample } from './draws.ts';
import { isMql, statusOf } from './drafts.ts';
import type { DirtCounts } from './lead-dirt.ts';
import type { Rng } from './prng.ts';
import { DAY, HOUR } from './stockholm-time.ts';
import { addWorkingSeconds } from './working-hours.ts';
import type { Draft, Touch } from './world.ts';

const PLANNED_SHARE = 0.3;

/** Adds tasks that are no sales attempt: inbound calls, mass e-mails, and calls that are only planned. */
export function addOtherTouches(rng: Rng, drafts: readonly Draft[], counts: DirtCounts): Draft[] {
  const worked = drafts.filter(({ life }) => life.touches.length > 0);
  const inbound = new Set(sample(rng, worked, counts.inboundCalls));
  const unworked = drafts.filter(({ life }) => isMql(life) && life.touches.length === 0);
  const mass = new Set(sample(rng, unworked, counts.massEmails));
  return drafts.map((draft) => {
    const { touches } = draft.life;
    const lastAt = touches.at(-1)?.at ?? draft.arrival.createdAt;
    const more: Touch[] = [];
    if (inbound.has(draft))
      more.push(heard(addWorkingSeconds(lastAt, between(rng, 1, 5) * HOUR), 'Call', 'inbound'));
    if (mass.has(draft)) more.push(heard(lastAt + HOUR, 'Email', 'mass'));
    if (isInPlay(draft, lastAt) && chance(rng, PLANNED_SHARE)) {
      const at = addWorkingSeconds(EXPORT_AT, between(rng, 2, 60) * HOUR);
      more.push({ at, type: 'Call', manner: 'outbound', done: false });
    }
    const kept = more.filter(({ at, done }) => at < EXPORT_AT || !done);
    return kept.length === 0 ? draft : { ...draft, life: { ...draft.life, touches: [...touches, ...kept] } };
  });
}

const heard = (at: number, type: Touch['type'], manner: Touch['manner']): Touch => ({
  at,
  type,
  manner,
  done: true,
});

const isInPlay = ({ life }: Draft, lastAt: number): boolean =>
  life.touches.length > 0 && statusOf(life) === 'Accepted' && lastAt > EXPORT_AT - 20 * DAY;
