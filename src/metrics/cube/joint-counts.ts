import { fastWindowDays } from '../../domain/definitions.ts';
import type { AgeCount } from '../../stats/aalen-johansen.ts';
import type { Joint } from '../metric.ts';
import type { Cube } from './cube.ts';
import { addByDay, type Facet } from './facet.ts';

/** One value a day, or a day of age, from a first one on. */
export type Daily = Float64Array;

/**
 * One joint day by day: how many started on a day, how many of these converted, left without converting, and converted
 * within the window whether or not it has passed. Place 0 is the day `first`.
 */
export interface JointDays {
  readonly first: number;
  readonly started: Daily;
  readonly converted: Daily;
  readonly left: Daily;
  readonly convertedWindowed: Daily;
  readonly windowDays: number | null;
}

const daysOf = <Count extends string>(
  facet: Facet<Count>,
  span: { readonly first: number; readonly last: number },
): ((count: Count) => Daily) => {
  const length = Math.max(0, span.last - span.first + 1);
  return (count) => {
    const daily = new Float64Array(length);
    addByDay(facet, count, span.first, daily);
    return daily;
  };
};

/** A joint and its window; `fast` is leads to opportunities within the shortest window, for an early signal. */
export type CohortClock = Joint | 'fast';

/** The days of one joint from a first to a last day, both included, as far as they lie in the period of a cube. */
export const jointDays = (
  { period, windows }: Cube,
  clock: CohortClock,
  span: { readonly first: number; readonly last: number },
): JointDays => {
  const lead = daysOf(period.leads, span);
  const opportunity = daysOf(period.opportunities, span);
  switch (clock) {
    case 'l2o':
    case 'fast':
      return {
        first: span.first,
        started: lead('journeys'),
        converted: lead('converted'),
        left: lead('disqualified'),
        convertedWindowed: lead(clock === 'fast' ? 'converted_fast' : 'converted_windowed'),
        windowDays: clock === 'fast' ? fastWindowDays : windows.l2oDays,
      };
    case 'l2d':
      return {
        first: span.first,
        started: lead('journeys'),
        converted: lead('won'),
        left: lead('disqualified'),
        convertedWindowed: lead('won_windowed'),
        windowDays: windows.l2dDays,
      };
    case 'o2d':
      return {
        first: span.first,
        started: opportunity('opportunities'),
        converted: opportunity('won'),
        left: opportunity('lost'),
        convertedWindowed: opportunity('won_windowed'),
        windowDays: windows.o2dDays,
      };
  }
};

/** Whether leads whose clock starts at a date taken from a later stage are among those looked at. */
export type Imputed = 'with imputed' | 'without imputed';

/** Adds how many ended at every age. */
const addEnds = (cube: Cube, joint: Joint, imputed: Imputed, converted: Daily, left: Daily): void => {
  const { leads, leadDeals, opportunities } = cube.ages;
  if (joint === 'o2d') {
    addByDay(opportunities, 'won', 0, converted);
    addByDay(opportunities, 'lost', 0, left);
    return;
  }
  addByDay(leads, 'disqualified', 0, left);
  if (joint === 'l2d') addByDay(leadDeals, 'won', 0, converted);
  else addByDay(leads, 'converted', 0, converted);
  if (joint === 'l2d' || imputed === 'with imputed') return;
  addByDay(leads, 'imputed_converted', 0, converted, -1);
  addByDay(leads, 'imputed_disqualified', 0, left, -1);
};

/** Open ones by the day they started, in the reference months. */
const openByDay = (cube: Cube, joint: Joint, imputed: Imputed): Daily => {
  const { always, asOf, referenceFrom } = cube;
  const open = new Float64Array(Math.max(0, asOf - referenceFrom + 1));
  if (joint === 'o2d') {
    addByDay(always.opportunities, 'opportunities', referenceFrom, open);
    addByDay(always.opportunities, 'won', referenceFrom, open, -1);
    addByDay(always.opportunities, 'lost', referenceFrom, open, -1);
    return open;
  }
  addByDay(always.leads, 'journeys', referenceFrom, open);
  addByDay(always.leads, 'disqualified', referenceFrom, open, -1);
  addByDay(always.leads, joint === 'l2d' ? 'won' : 'converted', referenceFrom, open, -1);
  if (joint === 'l2d' || imputed === 'with imputed') return open;
  addByDay(always.leads, 'imputed', referenceFrom, open, -1);
  addByDay(always.leads, 'imputed_disqualified', referenceFrom, open, 1);
  addByDay(always.leads, 'imputed_converted', referenceFrom, open, 1);
  return open;
};

/**
 * The life table of a joint over the reference months, whatever the period of the cube: for every age in days, how many
 * converted, left, and ended or were last seen at it. One that is open on the as-of day is as old as it has been open.
 */
export const lifeTable = (
  cube: Cube,
  joint: Joint,
  imputed: Imputed = 'with imputed',
): readonly AgeCount[] => {
  const open = openByDay(cube, joint, imputed);
  const converted = new Float64Array(open.length);
  const left = new Float64Array(open.length);
  addEnds(cube, joint, imputed, converted, left);
  const ages: AgeCount[] = [];
  for (let age = 0; age < open.length; age += 1) {
    const ended = { converted: converted[age] ?? 0, left: left[age] ?? 0 };
    const total = ended.converted + ended.left + (open[open.length - 1 - age] ?? 0);
    if (total > 0) ages.push({ age, ...ended, total });
  }
  return ages;
};
