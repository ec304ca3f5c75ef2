import type { ChangeCause, NewWeeks, SnapshotChange } from '../metrics/snapshot-change.ts';
import { wholeParts } from '../stats/largest-remainder.ts';
import { count, day, dayWithWeekday, percent } from './format.ts';

const causes: Readonly<Record<ChangeCause, string>> = {
  matured: 'matured',
  lateEntry: 'late entry',
  definition: 'another definition',
  lateEntryOrDefinition: 'late entry or another definition',
  unsplit: 'matured or late entry',
};

const tenths = (value: number): string => (value / 10).toFixed(1);

const signedTenths = (value: number): string => (value < 0 ? `−${tenths(-value)}` : tenths(value));

/** Parts in tenths of a point that add up to the difference of the two rates as they are shown, each rounded for itself. */
const shownParts = ({ said, now, parts }: SnapshotChange): readonly number[] => {
  const whole = Math.round(now.rate * 1000) - Math.round(said.rate * 1000);
  const exact = parts.map(({ change }) => change * 1000);
  const rest = whole - exact.reduce((sum, part) => sum + part, 0);
  return wholeParts(exact.map((part) => part + rest / exact.length));
};

/**
 * What was said, what is said now of the same weeks, and why: "On Mon 3 Aug 2026 we said 12.4%, now 13.1%: 0.6 matured, 0.1
 * late entry." The tenths add up to the rates as they are shown; parts that round to nothing are left out.
 */
export const snapshotWords = (change: SnapshotChange): string => {
  const { said, now, thenAsOf, parts } = change;
  const shown = shownParts(change);
  const told = parts.flatMap(({ cause }, index) => {
    const part = shown[index] ?? 0;
    return part === 0 ? [] : [`${signedTenths(part)} ${causes[cause]}`];
  });
  const sentence = `On ${dayWithWeekday(thenAsOf)} we said ${tenths(Math.round(said.rate * 1000))}%, now ${tenths(Math.round(now.rate * 1000))}%`;
  return told.length === 0 ? `${sentence}.` : `${sentence}: ${told.join(', ')}.`;
};

/** Whether the weeks since then are other than those before were at the same age. */
export const newWeeksWords = ({ before, after, verdict, direction }: NewWeeks): string => {
  const rates = `${percent(after.rate)} so far (${count(after.k)} of ${count(after.n)}), against ${percent(before.rate)} (${count(before.k)} of ${count(before.n)}) of those before at the same age`;
  const said = `The weeks since then are at ${rates}`;
  if (verdict === 'cannotTell') return `${said}: too few to tell whether it moved.`;
  if (verdict === 'usual') return `${said}: no clear change.`;
  return `${said}: probably ${direction}.`;
};

/** Over which weeks, of how many. */
export const snapshotDefinition = ({ from, to, said, now }: SnapshotChange): string =>
  `Weeks of ${day(from)} to ${day(to)}, percentage points, converted within the window so far: ${count(said.k)} of ${count(said.n)} then, ${count(now.k)} of ${count(now.n)} now.`;
