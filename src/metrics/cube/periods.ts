import { nextPeriodStart, periodStart, type TimeGrain } from '../../domain/time-grain.ts';
import type { Cube } from './cube.ts';

/** A week or month. Days count from 1970-01-01, the last one included. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/** Weeks or months that follow each other: `starts` is the first day of each, and that of the one after the last. */
export interface Periods {
  readonly periods: readonly Period[];
  readonly starts: readonly number[];
}

/** The weeks or months from the one that holds a first day to the one that holds a last day; none where the last is earlier. */
export const periodsBetween = (first: number, last: number, grain: TimeGrain): Periods => {
  const starts: number[] = [];
  for (let start = periodStart(first, grain); start <= last; start = nextPeriodStart(start, grain))
    starts.push(start);
  const end = nextPeriodStart(starts.at(-1) ?? first, grain);
  return {
    periods: starts.map((start, index) => ({ start, end: (starts[index + 1] ?? end) - 1 })),
    starts: [...starts, end],
  };
};

/** Whether a week or month lies in the period of a cube as a whole. */
export const isWhole = ({ from, to }: Cube, start: number, end: number): boolean =>
  start >= from && end <= to;
