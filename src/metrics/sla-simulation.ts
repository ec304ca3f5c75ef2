import { blankGroup } from '../domain/dimension.ts';
import type { Rate } from '../domain/rate.ts';
import { slaGrid } from '../domain/sla-grid.ts';
import { minimumSample } from '../domain/definitions.ts';
import { inGroups, totalOf } from './in-groups.ts';
import type { Metric } from './metric.ts';
import { rateOf } from './rate-of.ts';

const recount =
  'A recount of what was done, not a forecast: with another promise people would have worked otherwise.';

/** Attainment as it would have been under another promise. */
export const simulatedAttainment: Metric = {
  id: 'sla_simulated',
  label: 'Attainment under another promise',
  question: 'How often would sales have kept another promise?',
  definition: `The handovers of the last ${slaGrid.days} days, judged again with another number of minutes and of attempts.`,
  leftOut: `Handovers that would not have been due by the end of the as-of day. ${recount}`,
  measure: 'share',
  better: 'higher',
  subject: 'the attainment under another promise',
};

/** The shortest promise that most reps kept anyway. */
export const suggestedTarget: Metric = {
  id: 'sla_suggested_minutes',
  label: 'Suggested response target',
  question: 'Which response time could be promised?',
  definition: `The shortest of the promises tried that the median rep would have kept for at least 80 % of the handovers of the last ${slaGrid.days} days.`,
  leftOut: `Leads without an owner; reps with fewer than ${minimumSample.hide} due handovers. ${recount}`,
  measure: 'minutes',
  better: 'neither',
  subject: 'the suggested response target',
};

/** Handovers alike in everything a promise is judged by, of one owner or of one weekday and hour. */
export interface SlaCubeRow {
  readonly owner: string | null;
  readonly weekday: number | null;
  readonly hour: number | null;
  /** Promises of the grid that are too short for the response; all of them where there was none. */
  readonly needed: number;
  /** Promises of the grid that are due. */
  readonly due: number;
  readonly attempts: number;
  readonly attempt_stop: boolean;
  readonly attempts_due: boolean;
  readonly handovers: number;
}

/** A promise of the grid: business minutes to the first attempt, and attempts. */
export interface SlaPromise {
  readonly responseMinutes: number;
  readonly attempts: number;
}

/** How a promise would have been kept. */
export interface SimulatedAttainment {
  readonly response: Rate;
  readonly attempts: Rate;
  /** Both, of the handovers due in both. */
  readonly full: Rate;
}

const targetAttainment = 0.8;

const placeInGrid = (responseMinutes: number): number => {
  const place = slaGrid.responseMinutes.findIndex((minutes) => minutes === responseMinutes);
  if (place < 0) throw new RangeError(`Not a promise of the grid: ${responseMinutes} minutes.`);
  return place;
};

const handoversOf = (rows: readonly SlaCubeRow[]): number => totalOf(rows, ({ handovers }) => handovers);

/** Judges rows under a promise of the grid. Throws a RangeError for minutes that the grid does not have. */
const judge = (
  rows: readonly SlaCubeRow[],
  { responseMinutes, attempts }: SlaPromise,
): SimulatedAttainment => {
  const place = placeInGrid(responseMinutes);
  const isEnough = (row: SlaCubeRow): boolean => row.attempts >= attempts || row.attempt_stop;
  const due = rows.filter((row) => row.due > place);
  const met = due.filter((row) => row.needed <= place);
  const tried = rows.filter((row) => row.attempts_due);
  const both = (of: readonly SlaCubeRow[]): readonly SlaCubeRow[] => of.filter((row) => row.attempts_due);
  return {
    response: rateOf(handoversOf(met), handoversOf(due)),
    attempts: rateOf(handoversOf(tried.filter(isEnough)), handoversOf(tried)),
    full: rateOf(handoversOf(both(met).filter(isEnough)), handoversOf(both(due))),
  };
};

const ofOwners = (cube: readonly SlaCubeRow[]): readonly SlaCubeRow[] =>
  cube.filter((row) => row.owner !== null);

/** How all handovers of the cube would have kept a promise of the grid. Throws a RangeError for other minutes. */
export const simulateSla = (cube: readonly SlaCubeRow[], promise: SlaPromise): SimulatedAttainment =>
  judge(ofOwners(cube), promise);

/** The same, owner by owner, in the order of their names. */
export const simulateByOwner = (
  cube: readonly SlaCubeRow[],
  promise: SlaPromise,
): readonly (SimulatedAttainment & { readonly owner: string })[] =>
  inGroups(ofOwners(cube), ({ owner }) => owner ?? '').map(([owner, rows]) => ({
    owner,
    ...judge(rows, promise),
  }));

/** The same, by weekday (1 is Monday) and hour of arrival, in their order; hours without an arrival are left out. */
export const simulateByArrival = (
  cube: readonly SlaCubeRow[],
  promise: SlaPromise,
): readonly (SimulatedAttainment & { readonly weekday: number; readonly hour: number })[] =>
  inGroups(
    cube.filter((row) => row.owner === null),
    ({ weekday, hour }) => String((weekday ?? 0) * 24 + (hour ?? 0)).padStart(3, '0'),
  ).map(([place, rows]) => ({
    weekday: Math.floor(Number(place) / 24),
    hour: Number(place) % 24,
    ...judge(rows, promise),
  }));

/**
 * The shortest promise of the grid with an attainment of 80 % or more for the median rep, who is the weaker of the two
 * in the middle where their number is even. Null where no promise, or no rep, is enough.
 */
export const suggestedResponseMinutes = (cube: readonly SlaCubeRow[]): number | null => {
  const reps = inGroups(
    ofOwners(cube).filter(({ owner }) => owner !== blankGroup),
    ({ owner }) => owner ?? '',
  );
  const isKeptByMedianRep = (responseMinutes: number): boolean => {
    const rates = reps
      .flatMap(([, rows]) => judge(rows, { responseMinutes, attempts: 1 }).response.rate ?? [])
      .toSorted((a, b) => a - b);
    const median = rates[Math.ceil(rates.length / 2) - 1];
    return median !== undefined && median >= targetAttainment;
  };
  return slaGrid.responseMinutes.find(isKeptByMedianRep) ?? null;
};
