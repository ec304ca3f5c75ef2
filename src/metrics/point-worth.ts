import type { Metric } from './metric.ts';

/** What one point more at a joint is worth. */
export const pointWorth: Metric = {
  id: 'point_worth',
  label: 'Worth of one point',
  question: 'What is one percentage point more at each step worth?',
  definition:
    'The deals and money that the same leads would bring if this conversion were one percentage point higher and all else stayed, and the leads that could be saved for the same deals.',
  leftOut: 'Whether the point can be had, and what it would cost.',
  measure: 'money',
  better: 'higher',
  subject: 'the worth of one percentage point',
};

/** The terms of the pipe: leads, both rates, opportunities per converted lead, and the deal size in minor units. */
export interface PipeTerms {
  readonly leads: number;
  readonly l2o: number;
  readonly opportunitiesPerConverted: number;
  readonly o2d: number;
  readonly dealSizeMinor: number | null;
}

/** What a higher rate at one joint gives, all else as it is. */
export interface PointWorth {
  readonly joint: 'l2o' | 'o2d';
  /** The rate with the points added, at most 1. */
  readonly rate: number;
  readonly extraDeals: number;
  /** Minor units; null without a deal size. */
  readonly extraMinor: number | null;
  /** Leads that are no longer needed for the same deals. */
  readonly savedLeads: number;
}

/** The worth of `points` percentage points (1 = one point) at each joint. A rate does not pass 1. */
export const worthOfPoints = (terms: PipeTerms, points: number): readonly PointWorth[] =>
  (['l2o', 'o2d'] as const).map((joint) => {
    const rate = Math.min(1, terms[joint] + points / 100);
    const gain = rate - terms[joint];
    const other = joint === 'l2o' ? terms.o2d : terms.l2o;
    const extraDeals = terms.leads * terms.opportunitiesPerConverted * other * gain;
    return {
      joint,
      rate,
      extraDeals,
      extraMinor: terms.dealSizeMinor === null ? null : extraDeals * terms.dealSizeMinor,
      savedLeads: rate === 0 ? 0 : terms.leads * (gain / rate),
    };
  });
