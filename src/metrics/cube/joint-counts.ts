import { fastWindowDays } from '../../domain/definitions.ts';
import type { AgeCount } from '../../stats/aalen-johansen.ts';
import type { Joint } from '../metric.ts';
import type { Cube, LeadDayCount, OpportunityDayCount } from './cube.ts';
import { addByDay, byPeriod } from './facet.ts';

/** A joint and its window; `fast` is leads to opportunities within the shortest window, for an early signal. */
export type CohortClock = Joint | 'fast';

/** The window of a clock in days; null where the joint cannot be measured. */
export const windowDaysOf = ({ windows }: Cube, clock: CohortClock): number | null =>
  clock === 'fast' ? fastWindowDays : windows[`${clock}Days`];

/**
 * The counts a clock is made of: how many started, converted, left without converting and are still open, and how many
 * converted within the window, whether or not it has passed.
 */
interface ClockCounts<Count extends string> {
  readonly started: Count;
  readonly converted: Count;
  readonly left: Count;
  readonly open: Count;
  readonly windowed: Count;
}

const ofLeads: Readonly<Record<Exclude<CohortClock, 'o2d'>, ClockCounts<LeadDayCount>>> = {
  l2o: {
    started: 'journeys',
    converted: 'converted',
    left: 'disqualified',
    open: 'open',
    windowed: 'converted_windowed',
  },
  fast: {
    started: 'journeys',
    converted: 'converted',
    left: 'disqualified',
    open: 'open',
    windowed: 'converted_fast',
  },
  l2d: {
    started: 'journeys',
    converted: 'won',
    left: 'disqualified',
    open: 'undecided',
    windowed: 'won_windowed',
  },
};

const ofOpportunities: ClockCounts<OpportunityDayCount> = {
  started: 'opportunities',
  converted: 'won',
  left: 'lost',
  open: 'open',
  windowed: 'won_windowed',
};

type ClockCount = keyof ClockCounts<string>;

/** The totals of the counts of a clock in periods that follow each other, as `byPeriod` gives them. */
export const clockByPeriod = (
  { period }: Cube,
  clock: CohortClock,
  starts: readonly number[],
): ((count: ClockCount) => Float64Array) => {
  if (clock === 'o2d') {
    const totals = byPeriod(period.opportunities, starts);
    return (count) => totals(ofOpportunities[count]);
  }
  const totals = byPeriod(period.leads, starts);
  return (count) => totals(ofLeads[clock][count]);
};

/** One count of a clock, day by day from a first to a last one, both included. */
export const clockByDay = (
  { period }: Cube,
  clock: CohortClock,
  count: ClockCount,
  first: number,
  last: number,
): Float64Array => {
  const daily = new Float64Array(Math.max(0, last - first + 1));
  if (clock === 'o2d') addByDay(period.opportunities, ofOpportunities[count], first, daily);
  else addByDay(period.leads, ofLeads[clock][count], first, daily);
  return daily;
};

/** Whether leads whose clock starts at a date taken from a later stage are among those looked at. */
export type Imputed = 'with imputed' | 'without imputed';

/** Adds how many ended at every age. */
const addEnds = (
  { ages: { leads, leadDeals, opportunities } }: Cube,
  joint: Joint,
  imputed: Imputed,
  converted: Float64Array,
  left: Float64Array,
): void => {
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
const openByDay = ({ always, asOf, referenceFrom }: Cube, joint: Joint, imputed: Imputed): Float64Array => {
  const open = new Float64Array(Math.max(0, asOf - referenceFrom + 1));
  if (joint === 'o2d') addByDay(always.opportunities, ofOpportunities.open, referenceFrom, open);
  else addByDay(always.leads, ofLeads[joint].open, referenceFrom, open);
  if (joint === 'l2o' && imputed === 'without imputed')
    addByDay(always.leads, 'open_imputed', referenceFrom, open, -1);
  return open;
};

/**
 * The life table of a joint over the reference months, whatever the period of the cube: for every age in days, how many
 * converted, left, and ended or were last seen at it. One that is open on the as-of day is as old as it has been open.
 * Ages beyond `cap` are told as one, `cap + 1`: a curve up to the cap is the same, and shorter. Imputed leads can be
 * left out of leads to opportunities alone; with clocks that start at creation there are none.
 */
export const lifeTable = (
  cube: Cube,
  joint: Joint,
  imputed: Imputed = 'with imputed',
  cap: number = Number.POSITIVE_INFINITY,
): readonly AgeCount[] => {
  const open = openByDay(cube, joint, imputed);
  const convertedAt = new Float64Array(open.length);
  const leftAt = new Float64Array(open.length);
  addEnds(cube, joint, imputed, convertedAt, leftAt);
  const ages: AgeCount[] = [];
  const beyond = { age: cap + 1, converted: 0, left: 0, total: 0 };
  for (let age = 0; age < open.length; age += 1) {
    const converted = convertedAt[age] ?? 0;
    const left = leftAt[age] ?? 0;
    const total = converted + left + (open[open.length - 1 - age] ?? 0);
    if (age > cap) {
      beyond.converted += converted;
      beyond.left += left;
      beyond.total += total;
    } else if (total > 0) ages.push({ age, converted, left, total });
  }
  if (beyond.total > 0) ages.push(beyond);
  return ages;
};
