import type { Rate } from '../../domain/rate.ts';
import { nextPeriodStart, periodStart, type TimeGrain } from '../../domain/time-grain.ts';
import type { AgeTally } from '../../stats/projection.ts';
import { rateOf } from '../rate-of.ts';
import type { Cube } from './cube.ts';
import { spanOf } from './facet.ts';
import { jointDays, type CohortClock, type JointDays } from './joint-counts.ts';

/** Leads, or opportunities, that started in one week or month. Days count from 1970-01-01. */
export interface Cohort {
  readonly start: number;
  /** Last day, included. */
  readonly end: number;
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
  /** Ages on the as-of day of all, and of those still open. */
  readonly ages: readonly AgeTally[];
  readonly openAges: readonly AgeTally[];
}

const between = (daily: Float64Array, from: number, to: number): number => {
  let sum = 0;
  for (let place = Math.max(0, from); place <= to && place < daily.length; place += 1)
    sum += daily[place] ?? 0;
  return sum;
};

const agesOf = (
  { first }: JointDays,
  { start, end, asOf }: { readonly start: number; readonly end: number; readonly asOf: number },
  countOf: (place: number) => number,
): readonly AgeTally[] => {
  const ages: AgeTally[] = [];
  for (let day = Math.min(end, asOf); day >= start; day -= 1) {
    const count = countOf(day - first);
    if (count > 0) ages.push({ age: asOf - day, count });
  }
  return ages;
};

const cohortOf = (cube: Cube, days: JointDays, start: number, end: number): Cohort => {
  const { asOf, from, to } = cube;
  const { first, started, converted, left, windowDays } = days;
  const sum = (daily: Float64Array): number => between(daily, start - first, end - first);
  const lastRipe = windowDays === null ? start - 1 : Math.min(end, asOf - windowDays);
  const ripe = (daily: Float64Array): number => between(daily, start - first, lastRipe - first);
  const n = sum(started);
  const isWhole = start >= from && end <= to;
  return {
    start,
    end,
    n,
    converted: sum(converted),
    left: sum(left),
    open: n - sum(converted) - sum(left),
    toDate: rateOf(sum(converted), n),
    windowed: rateOf(ripe(days.convertedWindowed), ripe(started)),
    isComplete: isWhole && end <= asOf,
    isWindowComplete: isWhole && windowDays !== null && end + windowDays <= asOf,
    ages: agesOf(days, { start, end, asOf }, (place) => started[place] ?? 0),
    openAges: agesOf(
      days,
      { start, end, asOf },
      (place) => (started[place] ?? 0) - (converted[place] ?? 0) - (left[place] ?? 0),
    ),
  };
};

/** A week or month. Days count from 1970-01-01, the last one included. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/** All weeks or months from the one that holds a first day to the one that holds a last day. */
export const periodsBetween = (first: number, last: number, grain: TimeGrain): readonly Period[] => {
  const periods: Period[] = [];
  for (let start = periodStart(first, grain); start <= last;) {
    const next = nextPeriodStart(start, grain);
    periods.push({ start, end: next - 1 });
    start = next;
  }
  return periods;
};

/**
 * The cohorts of one joint in the period of a cube, by week or month, from the first with a record to the one of the
 * as-of day or the end of the period; those without a record in between are there, empty.
 */
export const cohorts = (cube: Cube, clock: CohortClock, grain: TimeGrain): readonly Cohort[] => {
  const span = spanOf(clock === 'o2d' ? cube.period.opportunities : cube.period.leads);
  if (span === null) return [];
  const last = Math.min(cube.to, cube.asOf);
  const periods = periodsBetween(span.first, last, grain);
  const days = jointDays(cube, clock, { first: span.first, last });
  return periods.map(({ start, end }) => cohortOf(cube, days, start, end));
};
