import type { Rate } from '../../domain/rate.ts';
import type { TimeGrain } from '../../domain/time-grain.ts';
import { rateOf } from '../rate-of.ts';
import type { Cube } from './cube.ts';
import { spanOf } from './facet.ts';
import { clockByPeriod, windowDaysOf, type CohortClock } from './joint-counts.ts';
import { isWhole, periodsBetween, type Period } from './periods.ts';

/** Leads, or opportunities, that started in one week or month. */
export interface Cohort extends Period {
  readonly n: number;
  readonly converted: number;
  readonly left: number;
  readonly open: number;
  /** Converted by the as-of day. Younger cohorts have had less time: never to be compared with older ones. */
  readonly toDate: Rate;
  /** Converted within the window, of those that have had all of it. */
  readonly windowed: Rate;
  /** The whole week or month lies in the period of the cube and is over on the as-of day. */
  readonly isComplete: boolean;
  /** The same, and everyone in it has had the whole window. */
  readonly isWindowComplete: boolean;
}

const none = rateOf(0, 0);

/** The rate of the part that has had the window of the one period that the window ends in. */
const halfRipe = (cube: Cube, clock: CohortClock, periods: readonly Period[], ripeBefore: number): Rate => {
  const half = periods.find(({ start, end }) => start < ripeBefore && ripeBefore <= end);
  if (half === undefined) return none;
  const total = clockByPeriod(cube, clock, [half.start, ripeBefore]);
  return rateOf(total('windowed')[0] ?? 0, total('started')[0] ?? 0);
};

/**
 * The cohorts of one joint in the period of a cube, by week or month, from the first with a record to the one of the
 * as-of day or the end of the period; those without a record in between are there, empty.
 */
export const cohorts = (cube: Cube, clock: CohortClock, grain: TimeGrain): readonly Cohort[] => {
  const span = spanOf(clock === 'o2d' ? cube.period.opportunities : cube.period.leads);
  if (span === null) return [];
  const { periods, starts } = periodsBetween(span.first, Math.min(cube.to, cube.asOf), grain);
  const windowDays = windowDaysOf(cube, clock);
  const ripeBefore = windowDays === null ? Number.NEGATIVE_INFINITY : cube.asOf - windowDays + 1;
  const total = clockByPeriod(cube, clock, starts);
  const [n, converted, open, windowed] = [
    total('started'),
    total('converted'),
    total('open'),
    total('windowed'),
  ];
  const half = halfRipe(cube, clock, periods, ripeBefore);
  return periods.map(({ start, end }, index) => {
    const started = n[index] ?? 0;
    const yes = converted[index] ?? 0;
    const stillOpen = open[index] ?? 0;
    const isRipe = end < ripeBefore;
    const whole = isWhole(cube, start, end);
    return {
      start,
      end,
      n: started,
      converted: yes,
      left: started - yes - stillOpen,
      open: stillOpen,
      toDate: rateOf(yes, started),
      windowed: isRipe ? rateOf(windowed[index] ?? 0, started) : start < ripeBefore ? half : none,
      isComplete: whole && end <= cube.asOf,
      isWindowComplete: whole && isRipe,
    };
  });
};
