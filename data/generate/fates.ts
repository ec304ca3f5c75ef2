import { chooseExactly, chooseWithinGroups } from './draws.ts';
import { CHANNELS, LIFE } from './plan.ts';
import type { Rng } from './prng.ts';
import type { Arrival } from './world.ts';

/** What is settled for each lead before its dates are drawn. */
export interface Fates {
  readonly becomesMql: ReadonlySet<Arrival>;
  readonly recycled: ReadonlySet<Arrival>;
  readonly converts: ReadonlySet<Arrival>;
}

/** Settles who becomes MQL, who rests in nurture and who ends as an opportunity, channel by channel. */
export function drawFates(rng: Rng, arrivals: readonly Arrival[]): Fates {
  const becomesMql = chooseExactly(rng, arrivals, () => LIFE.mqlShare);
  const recycled = chooseExactly(rng, [...becomesMql], () => LIFE.recycledShare);
  const converts = chooseWithinGroups(
    rng,
    CHANNELS.map((each) => [...becomesMql].filter(({ channel }) => channel === each)),
    ({ channel, owner }) => channel.l2o * owner.team.l2oFactor,
  );
  return { becomesMql, recycled, converts };
}
