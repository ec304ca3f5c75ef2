import type { Rate } from '../domain/rate.ts';
import { rateOf } from './rate-of.ts';

/** Counts of one month of start at one age. */
export interface CohortAgeCount {
  /** Epoch day of the first day of the month. */
  readonly month: number;
  readonly age: number;
  readonly size: number;
  readonly n: number;
  readonly k: number;
}

/** One cohort at one age: converted by then, of those that are that old. */
export interface CohortAge {
  readonly age: number;
  readonly rate: Rate;
  /** The whole cohort is that old. */
  readonly isMatured: boolean;
}

/** A month of start with its share converted by age. */
export interface MonthCohort {
  readonly month: number;
  readonly size: number;
  readonly ages: readonly CohortAge[];
}

/** Ages in days at which cohorts are looked at. Deals take longer. */
export const triangleAges = {
  l2o: [7, 14, 30, 45, 60, 90, 120, 180, 270, 365],
  o2d: [14, 30, 60, 90, 120, 180, 270, 365, 540],
} as const;

/** Months that are shown, the present one included. */
export const triangleMonths = 15;

/** Cohorts by month, the oldest first, with their ages ascending. Fewer than five that are old enough give no rate. */
export const cohortTriangle = (counts: readonly CohortAgeCount[]): readonly MonthCohort[] =>
  [...new Set(counts.map(({ month }) => month))]
    .toSorted((a, b) => a - b)
    .map((month) => {
      const rows = counts.filter((row) => row.month === month);
      return {
        month,
        size: rows[0]?.size ?? 0,
        ages: rows
          .toSorted((a, b) => a.age - b.age)
          .map(({ age, k, n, size }) => ({ age, rate: rateOf(k, n), isMatured: n === size })),
      };
    });
