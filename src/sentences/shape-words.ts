import type { ConversionDays } from '../metrics/cube/conversion-days.ts';
import type { GroupCurve } from '../metrics/cube/group-curves.ts';
import { curveMinimum } from '../metrics/cube/reference-curve.ts';
import type { Funnel } from '../metrics/funnel.ts';
import type { FunnelStage } from '../metrics/funnel-stage.ts';
import type { MonthCohort } from '../metrics/cohort-triangle.ts';
import type { StageDwell } from '../metrics/stage-dwell.ts';
import type { TransitionMatrix } from '../metrics/transitions.ts';
import { rateDifference, type RateDifference } from '../metrics/rate-difference.ts';
import { minimumSample } from '../domain/definitions.ts';
import { count, monthAndYear, percent, several } from './format.ts';
import { fromEpochDay } from '../domain/local-date.ts';

type Joint = 'l2o' | 'o2d';

const those: Readonly<Record<Joint, string>> = {
  l2o: 'the leads that become opportunities',
  o2d: 'the opportunities that become deals',
};

const days = (value: number): string => several(value, ['day', 'days']);

/** The answer of the curves: how long those who convert take. */
export const curveHeadline = ({ half, fourFifths }: ConversionDays, joint: Joint): string => {
  if (half === null) return `Too few of ${those[joint]} are known to say how long they take`;
  return fourFifths === null
    ? `Half of ${those[joint]} do so within ${days(half)}`
    : `Half of ${those[joint]} do so within ${days(half)}, four fifths within ${days(fourFifths)}`;
};

/** Whose curve stands in for the groups that are too small for one; empty where all have their own. */
export const parentWords = (groups: readonly GroupCurve[]): string => {
  const small = groups.filter(({ curve }) => curve.isParent).map(({ group }) => group);
  if (small.length === 0) return '';
  const named =
    small.length <= 4 ? small.join(', ') : `${small.slice(0, 3).join(', ')} and ${small.length - 3} more`;
  return `Fewer than ${curveMinimum.records} records or ${curveMinimum.conversions} conversions, so the curve of all stands in: ${named}.`;
};

/** The answer of the cohort triangle: the latest cohort that is wholly old enough, beside the one before it, at one age. */
export const triangleHeadline = (cohorts: readonly MonthCohort[], age: number, joint: Joint): string => {
  const matured = cohorts.flatMap(({ month, ages }) => {
    const cell = ages.find((one) => one.age === age);
    return cell?.isMatured === true && cell.rate.rate !== null ? [{ month, rate: cell.rate }] : [];
  });
  const last = matured.at(-1);
  if (last === undefined) return `No month is ${days(age)} old as a whole yet`;
  const started = joint === 'l2o' ? 'leads that started' : 'opportunities created';
  const became = joint === 'l2o' ? 'opportunities' : 'deals';
  const first = `Of the ${started} in ${monthAndYear(fromEpochDay(last.month))}, ${percent(last.rate.k / last.rate.n)} became ${became} within ${days(age)}`;
  const before = matured.at(-2);
  return before === undefined
    ? first
    : `${first}; ${percent(before.rate.k / before.rate.n)} of those in ${monthAndYear(fromEpochDay(before.month))}, ${apart(rateDifference(before.rate, last.rate))}`;
};

const apart = ({ verdict, direction }: RateDifference): string => {
  if (verdict === 'cannotTell') return 'too few to tell them apart';
  if (verdict === 'usual') return 'no difference that can be told from chance';
  return direction === 'up' ? 'probably fewer' : 'probably more';
};

const stageNames: Readonly<
  Record<FunnelStage | 'recycled' | 'disqualified' | 'lost' | 'start' | 'stay', string>
> = {
  created: 'Created',
  mql: 'MQL',
  sal: 'SAL',
  sql: 'SQL',
  opportunity: 'Opportunity',
  won: 'Deal',
  recycled: 'Recycled',
  disqualified: 'Disqualified',
  lost: 'Lost',
  start: 'Start',
  stay: 'Still there',
};

/** The name of a stage or state in a table head; one that is not known as it is. */
export const stageName = (state: string): string =>
  Object.entries(stageNames).find(([name]) => name === state)?.[1] ?? state;

/** The answer of time in stage: where half of the leads have not gone on yet, else where half take longest. Stages of fewer than 30 are left out. */
export const dwellHeadline = (stages: readonly StageDwell[]): string => {
  const large = stages.filter(({ waits }) => waits >= minimumSample.rank);
  const unfinished = large.filter(({ medianDays }) => medianDays === null);
  if (unfinished.length > 0)
    return `At ${unfinished.map(({ stage }) => stageName(stage)).join(' and ')} fewer than half of the leads have gone on yet`;
  const [longest] = large.toSorted((a, b) => (b.medianDays ?? 0) - (a.medianDays ?? 0));
  return longest === undefined
    ? 'Too few leads were seen in any stage to say how long they wait'
    : `Leads wait longest at ${stageName(longest.stage)}: half of them have gone on after ${days(longest.medianDays ?? 0)}`;
};

/** The answer of the funnels: how far the strict and the loose way of counting lie apart at the last stage. */
export const funnelHeadline = (strict: Funnel, loose: Funnel): string => {
  const all = loose.steps[0]?.reached ?? 0;
  const end = loose.steps.at(-1);
  if (all === 0 || end === undefined) return 'No lead was created in this period';
  const inOrder = strict.steps.at(-1)?.reached ?? 0;
  return `${count(end.reached)} of ${several(all, ['lead', 'leads'])} reached ${stageName(end.stage)} by whatever way, ${count(inOrder)} through every stage in order`;
};

/** The answer of the transition matrix: how many moves are not from one stage to the next. */
export const movesHeadline = ({ totals }: TransitionMatrix): string => {
  const steps = totals.forward + totals.skip + totals.back;
  if (steps === 0) return 'No lead moved from one stage to another in this period';
  return `${percent(totals.forward / steps)} of ${several(steps, ['move', 'moves'])} between stages go to the next one, ${percent(totals.skip / steps)} skip at least one, ${percent(totals.back / steps)} go back`;
};
