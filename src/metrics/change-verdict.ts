import { minimumSample } from '../domain/definitions.ts';
import type { Interval } from '../stats/wilson.ts';
import type { ChartEvidence } from './control-chart.ts';
import type { Direction, Verdict } from './verdict.ts';

/** Everything a verdict on a change may rest on. */
export interface ChangeEvidence {
  /** Both periods are complete and their cohorts have had the time the metric asks for. */
  readonly isMature: boolean;
  /** Records in the smaller of the two periods or groups; null for counts and money, which are not shares of records. */
  readonly smallestN: number | null;
  /** What a control chart says of the point; null where it has no limits. */
  readonly chart: ChartEvidence | null;
  /** 95 % interval of the difference; for a rate a fraction. Null where none is computed. */
  readonly difference: Interval | null;
  /** Among many cells, this one is flagged after correction for their number; false where it was not looked for. */
  readonly isFlagged: boolean;
}

export interface ChangeVerdict {
  readonly verdict: Verdict;
  /** `none` for `usual` and `cannotTell`, which bear no arrow. */
  readonly direction: Direction;
}

/** A rate whose difference is known less well than to ten points either way is of low precision. */
const widestHalf = 0.1;

const directionOf = ({ low, high }: Interval): Direction => (low > 0 ? 'up' : high < 0 ? 'down' : 'none');

/**
 * What may be said of a change, by the first rule that applies:
 * 1. `cannotTell` for a period that is incomplete or a cohort too young, and for fewer than 30 records.
 * 2. `signal` where the control chart signals at the point, by any rule, in the direction of its side of the mean; or
 *    where the interval of the difference leaves zero out and the cell is flagged after correction.
 * 3. `probably` where the interval leaves zero out, in its direction.
 * 4. `usual` where the chart has limits and does not signal, whatever the interval.
 * 5. Without limits, `cannotTell` where there is no interval, or that of a rate reaches more than ten points either way.
 * 6. `usual` else: the interval covers zero and is narrow.
 */
export const verdictOf = ({
  isMature,
  smallestN,
  chart,
  difference,
  isFlagged,
}: ChangeEvidence): ChangeVerdict => {
  const cannotTell: ChangeVerdict = { verdict: 'cannotTell', direction: 'none' };
  const usual: ChangeVerdict = { verdict: 'usual', direction: 'none' };
  if (!isMature || (smallestN !== null && smallestN < minimumSample.rank)) return cannotTell;
  if (chart !== null && chart.isSignal) return { verdict: 'signal', direction: chart.direction };
  const direction = difference === null ? 'none' : directionOf(difference);
  if (direction !== 'none') return { verdict: isFlagged ? 'signal' : 'probably', direction };
  if (chart !== null) return usual;
  const isWide =
    difference === null || (smallestN !== null && difference.high - difference.low > 2 * widestHalf);
  return isWide ? cannotTell : usual;
};
