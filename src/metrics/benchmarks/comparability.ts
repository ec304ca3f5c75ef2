import type { Anchor } from '../../domain/definitions.ts';
import type { Basis } from '../channel-verdict.ts';
import { matureFrom } from '../cube/cohort-outlook.ts';
import type { NotMeasurable } from '../measurability.ts';
import type { Joint } from '../metric.ts';
import type { BenchmarkStep, StepEnd, StepStart } from './passport.ts';

/** How a page counts, in what a benchmark can differ from it. */
export interface OurCounting {
  readonly anchor: Anchor;
  readonly basis: Basis;
  /** Only some channels or segments are looked at. */
  readonly isFiltered: boolean;
  readonly notMeasurable: NotMeasurable;
  /** Share of the final conversions that is in by now; null where it cannot be told. */
  readonly seen: Readonly<Record<Joint, number | null>>;
}

/**
 * A part in which a step is not the joint it would be set beside:
 * - `start`, `end`: other records are counted below or above the line;
 * - `opportunity`: an opportunity is called one only much later;
 * - `window`: the step is counted without one;
 * - `young`: too few of the final conversions of the period are in, so that ours would read too low;
 * - `filter`: the step is one of all records;
 * - `notMeasured`: ours cannot be measured at all.
 */
export type Difference = 'notMeasured' | 'start' | 'end' | 'opportunity' | 'filter' | 'window' | 'young';

const endOf: Readonly<Record<Joint, StepEnd>> = { l2o: 'opportunity', o2d: 'deal', l2d: 'deal' };

/** What a joint of ours starts from under an anchor. */
export const startOf = (joint: Joint, anchor: Anchor): StepStart => {
  if (joint === 'o2d') return 'opportunity';
  return anchor === 'mql' ? 'mql' : 'lead';
};

/**
 * Every part in which a step and ours differ; none: they may be set side by side. An opportunity of ours is a record of
 * the CRM, so a step that calls it one only with a proposal in hand is another, unless it neither starts nor ends there.
 */
export const differences = (step: BenchmarkStep, ours: OurCounting): readonly Difference[] => {
  const joint = step.beside;
  if (ours.notMeasurable[joint] !== undefined) return ['notMeasured'];
  const touchesOpportunity = step.start === 'opportunity' || step.end === 'opportunity';
  const seen = ours.seen[joint];
  const checks: readonly (readonly [Difference, boolean])[] = [
    ['start', step.start !== startOf(joint, ours.anchor)],
    ['end', step.end !== endOf[joint]],
    ['opportunity', touchesOpportunity && step.opportunity === 'proposal'],
    ['filter', ours.isFiltered],
    ['window', ours.basis !== 'toDate'],
    ['young', seen === null || seen < matureFrom],
  ];
  return checks.filter(([, differs]) => differs).map(([difference]) => difference);
};

/** Whether a choice on the page does away with a difference: which anchor, whether to date, until when, of whom. */
export const isChoice = (difference: Difference, step: BenchmarkStep): boolean => {
  switch (difference) {
    case 'start':
      return step.beside !== 'o2d' && (step.start === 'lead' || step.start === 'mql');
    case 'filter':
    case 'window':
    case 'young':
      return true;
    case 'end':
    case 'notMeasured':
    case 'opportunity':
      return false;
  }
};
