import { between, chance, exponential, logNormal } from './draws.ts';
import type { Team } from './plan.ts';
import type { Rng } from './prng.ts';
import { HOUR } from './stockholm-time.ts';
import { addWorkingSeconds } from './working-hours.ts';
import type { Touch } from './world.ts';

const MOST_TOUCHES = 6;
const ANOTHER_SHARE = 0.45;
const CALL_SHARE = 0.8;
const MEAN_HOURS_BETWEEN = 14;

/** The instant a rep of the team first calls or writes, counted in working time from the handover. */
export const firstTouchAt = (rng: Rng, team: Team, handoverAt: number): number =>
  addWorkingSeconds(handoverAt, logNormal(rng, team.medianResponseHours, team.responseSigma) * HOUR);

/** One to six outbound calls and e-mails, the first at `firstAt`, none after `endsAt`. */
export function outboundTouches(rng: Rng, firstAt: number, endsAt: number): readonly Touch[] {
  const touches: Touch[] = [];
  let at = firstAt;
  do {
    touches.push({ at, type: chance(rng, CALL_SHARE) ? 'Call' : 'Email', manner: 'outbound', done: true });
    at = addWorkingSeconds(at, between(rng, 0.5, 2) * HOUR + exponential(rng, MEAN_HOURS_BETWEEN * HOUR));
  } while (touches.length < MOST_TOUCHES && at < endsAt && chance(rng, ANOTHER_SHARE));
  return touches;
}
