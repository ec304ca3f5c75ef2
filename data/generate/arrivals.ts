import { MONTHS } from './calendar.ts';
import type { Month } from './calendar.ts';
import { between, normal, pick, pickWeighted } from './draws.ts';
import { inventPerson } from './people.ts';
import { CHANNELS, MIX_SHIFT, SEASON, SEGMENTS, WORLD } from './plan.ts';
import type { Channel } from './plan.ts';
import { stream } from './prng.ts';
import type { Rng } from './prng.ts';
import { DAY, fromLocal, HOUR, isoWeekday, localDay } from './stockholm-time.ts';
import { inventReps } from './users.ts';
import type { Arrival } from './world.ts';

const MONTHLY_SPREAD = 0.05;
const WEEKEND_WEIGHT = 0.35;

/** Raises the share of the growing channel from its usual value to the planned one, the others untouched. */
const SHIFT_FACTOR =
  MIX_SHIFT.share / (1 - MIX_SHIFT.share) / (MIX_SHIFT.usualShare / (1 - MIX_SHIFT.usualShare));

/** All first leads of the world, about `count` of them, each a new person. */
export function firstArrivals(seed: number, count: number): Arrival[] {
  const rng = stream(seed, 'arrivals');
  const reps = inventReps(seed);
  const cells = MONTHS.flatMap((month) =>
    CHANNELS.map((channel) => ({ month, channel, weight: planned(channel, month) })),
  );
  const total = cells.reduce((sum, cell) => sum + cell.weight, 0);
  return cells
    .flatMap(({ month, channel, weight }) => {
      const expected = ((count * weight) / total) * Math.exp(MONTHLY_SPREAD * normal(rng));
      return Array.from({ length: Math.floor(expected + rng()) }, () => ({ month, channel }));
    })
    .map(({ month, channel }, key): Arrival => {
      const segment = pickWeighted(rng, SEGMENTS, ({ share }) => share);
      return {
        key,
        kind: 'first',
        channel,
        segment,
        owner: pick(rng, reps),
        person: inventPerson(rng, key, segment),
        createdAt: arrivalInstant(rng, month),
        originalKey: null,
      };
    });
}

function planned(channel: Channel, month: Month): number {
  const growth = (1 + WORLD.monthlyGrowth) ** month.index;
  const shift = channel.name === MIX_SHIFT.channel && month.index >= MIX_SHIFT.firstMonth ? SHIFT_FACTOR : 1;
  return channel.leads * growth * shift * (SEASON[month.month]?.volume ?? 1);
}

function arrivalInstant(rng: Rng, month: Month): number {
  const first = localDay(month.startsAt);
  const days = Array.from({ length: localDay(month.endsAt) - first }, (_, index) => first + index);
  const day = pickWeighted(rng, days, (each) => (isoWeekday(each) > 5 ? WEEKEND_WEIGHT : 1));
  const [from, to] = pickWeighted(rng, DAY_PARTS, ([, , weight]) => weight);
  return fromLocal(day * DAY + Math.floor(between(rng, from * HOUR, to * HOUR)));
}

const DAY_PARTS = [
  [0, 7, 4],
  [7, 9, 9],
  [9, 17, 67],
  [17, 22, 16],
  [22, 24, 4],
] as const;
