import { minimumSample } from '../domain/definitions.ts';
import {
  kaplanMeier,
  survivalInterval,
  survivalQuantile,
  type EndCount,
  type SurvivalPoint,
} from '../stats/kaplan-meier.ts';
import { totalOf } from './in-groups.ts';

/** How long something lasts, those that still wait included (Kaplan-Meier). Days are whole local days. */
export interface WaitingTime {
  readonly waits: number;
  /** How many of them have ended. */
  readonly ended: number;
  /** The day by which half have ended; null where fewer have, and below five waits. */
  readonly medianDays: number | null;
  /** The day by which 80 % have ended; null likewise. */
  readonly mostDays: number | null;
  readonly curve: readonly SurvivalPoint[];
}

const atOneAge = (ages: readonly EndCount[]): readonly EndCount[] => {
  const byAge = new Map<number, EndCount>();
  for (const { age, ended, total } of ages) {
    const before = byAge.get(age) ?? { ended: 0, total: 0 };
    byAge.set(age, { age, ended: before.ended + ended, total: before.total + total });
  }
  return [...byAge.values()].toSorted((a, b) => a.age - b.age);
};

/** The waiting time of counts by age, in any order; counts of one age are added. */
export const waitingTime = (ages: readonly EndCount[]): WaitingTime => {
  const curve = kaplanMeier(atOneAge(ages));
  const waits = totalOf(ages, ({ total }) => total);
  const day = (share: number) => (waits < minimumSample.hide ? null : survivalQuantile(curve, share));
  return {
    waits,
    ended: totalOf(ages, ({ ended }) => ended),
    medianDays: day(0.5),
    mostDays: day(0.8),
    curve,
  };
};

/** The share that ends within a number of days, with its 95 % interval where one can be told. */
export interface EndedShare {
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** The share that ends within `days`, the last day included. Null below five waits. */
export const endedWithin = ({ waits, curve }: WaitingTime, days: number): EndedShare | null => {
  if (waits < minimumSample.hide) return null;
  const point = curve.findLast(({ age }) => age <= days);
  if (point === undefined) return { share: 0, low: null, high: null };
  const survival = survivalInterval(point);
  return {
    share: 1 - point.survival,
    low: survival === null ? null : 1 - survival.high,
    high: survival === null ? null : 1 - survival.low,
  };
};
