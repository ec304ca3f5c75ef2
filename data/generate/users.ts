import { inventName } from './people.ts';
import { OWNERS_PER_TEAM, TEAMS } from './plan.ts';
import { stream } from './prng.ts';
import { salesforceId } from './salesforce-id.ts';
import type { Arrival, User } from './world.ts';

/** The user behind web forms and imports. */
export const INTEGRATION: User = { id: salesforceId('user', 101), name: 'Web Integration', team: null };

/** The queue user who holds some leads until they are handed to a rep. */
export const MARKETING: User = { id: salesforceId('user', 102), name: 'Marketing Desk', team: null };

/** Five reps a team. */
export function inventReps(seed: number): readonly Arrival['owner'][] {
  const rng = stream(seed, 'reps');
  return TEAMS.flatMap((team, place) =>
    Array.from({ length: OWNERS_PER_TEAM }, (_, index) => ({
      id: salesforceId('user', 120 + place * OWNERS_PER_TEAM + index),
      name: inventName(rng),
      team,
    })),
  );
}
