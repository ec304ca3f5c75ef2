import { isRanked } from './value-ratio.ts';
import { usualPace, type PlanBasis } from './plan-basis.ts';
import type { MovableChannel } from './reallocation.ts';
import { mostLeadsInMonth } from '../deal-lags.ts';

/** The channels that leads can be moved between: those that have leads or had some, and a value. `costOf` is the cost of a lead in minor units, null where it is not known. */
export const movableChannels = (
  basis: PlanBasis,
  costOf: (channel: string) => number | null,
): readonly MovableChannel[] => {
  const pace = usualPace(basis);
  return basis.values.channels.flatMap((value) => {
    const { channel, valueMinor, variation } = value;
    if (channel === null || valueMinor === null) return [];
    return [
      {
        channel,
        leads: pace.get(channel) ?? 0,
        mostPerMonth: mostLeadsInMonth(basis.history.arrivals, channel),
        valueMinor,
        variation,
        costMinor: costOf(channel),
        isJudged: isRanked(value),
      },
    ];
  });
};
