import type { AgeCount } from '../../src/stats/aalen-johansen.ts';
import type { Prng } from '../support/naive/prng.ts';
import { drawExponential } from './draws.ts';

/** How leads of a simulated company fare: the shares that convert and leave, and how many days that takes on average. */
export interface LeadHabits {
  readonly converts: number;
  readonly leaves: number;
  readonly daysToConvert: number;
  readonly daysToLeave: number;
}

/** A simulated lead: on which day it will convert or leave, counted from its anchor; neither: it stays open. */
export interface SimulatedLead {
  readonly convertsAfter: number | null;
  readonly leavesAfter: number | null;
}

/** Draws the fate of one lead. */
export const drawLead = (prng: Prng, habits: LeadHabits): SimulatedLead => {
  const fate = prng.next();
  if (fate < habits.converts)
    return { convertsAfter: Math.floor(drawExponential(prng, habits.daysToConvert)), leavesAfter: null };
  return fate < habits.converts + habits.leaves
    ? { convertsAfter: null, leavesAfter: Math.floor(drawExponential(prng, habits.daysToLeave)) }
    : { convertsAfter: null, leavesAfter: null };
};

/** What is seen of a lead at an age, in days. */
export const seenAt = (
  { convertsAfter, leavesAfter }: SimulatedLead,
  age: number,
): { readonly age: number; readonly outcome: 'converted' | 'left' | 'open' } => {
  if (convertsAfter !== null && convertsAfter <= age) return { age: convertsAfter, outcome: 'converted' };
  return leavesAfter !== null && leavesAfter <= age
    ? { age: leavesAfter, outcome: 'left' }
    : { age, outcome: 'open' };
};

/** The life table of leads, each seen at its age. */
export const lifeTableOf = (
  seen: readonly { readonly age: number; readonly outcome: 'converted' | 'left' | 'open' }[],
): readonly AgeCount[] => {
  const byAge = new Map<number, { converted: number; left: number; total: number }>();
  for (const { age, outcome } of seen) {
    const counts = byAge.get(age) ?? { converted: 0, left: 0, total: 0 };
    if (outcome === 'converted') counts.converted += 1;
    if (outcome === 'left') counts.left += 1;
    counts.total += 1;
    byAge.set(age, counts);
  }
  return [...byAge].map(([age, counts]) => ({ age, ...counts })).toSorted((a, b) => a.age - b.age);
};
