import { zOf } from '../../stats/normal.ts';
import type { LeadValues } from '../lead-value.ts';
import type { MarketingTarget } from '../marketing-target.ts';
import type { Metric } from '../metric.ts';
import type { LeadMix } from './lead-mix.ts';
import type { SpeedGain } from './speed-gain.ts';
import { promisedQuarter } from './value-path.ts';

/** What a pair of promises brings. */
export const pairValue: Metric = {
  id: 'promise_pair_value',
  label: 'Deals of a quarter of leads',
  question: 'What does this pair of promises bring a quarter?',
  definition:
    'The weighted value that marketing promises for the first three months: what the leads arriving in them are expected to bring in deals, whenever these are won, at the rate card of today; times what goes with the promise of speed, where own history bears one. The 80 % range holds how well the value of a lead is known, and the luck of few deals of different sizes.',
  leftOut:
    'Deals from leads that have arrived already, and leads without a value. That a promise may not be kept: its chance and its cost stand beside it.',
  measure: 'money',
  better: 'higher',
  subject: 'the value of the deals that a quarter of leads brings',
};

/** What a broken promise costs. */
export const breachCost: Metric = {
  id: 'promise_breach_cost',
  label: 'Cost of a broken promise',
  question: 'What does it cost if a side falls short?',
  definition:
    'Marketing short by 5 %: the same share of the expected deals. Sales late on 10 % more of the leads: these leads, times the difference that answering in time went with, times what an opportunity brings.',
  leftOut:
    'Sales: everything, where own history does not bear that answering in time goes with more opportunities; no amount can be given then.',
  measure: 'money',
  better: 'lower',
  subject: 'the cost of a broken promise',
};

/** A number expected, and its 80 % range; the ends are null where nothing says how far it may lie off. */
export interface Expected {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** What the leads of a quarter are expected to bring. Money is minor units. */
export interface PairOutcome {
  readonly leads: number;
  readonly valueMinor: Expected;
  readonly deals: Expected;
  readonly pipelineMinor: number;
  /** Expected cost of marketing being 5 % short over the quarter. */
  readonly shortMinor: number;
  /** Expected cost of sales being late on 10 % more; null where it cannot be told. */
  readonly lateMinor: number | null;
}

const expectedConfidence = 0.8;
const shortBy = 0.05;
const lateOn = 0.1;

/** The value times or over exp(z * variation), as the ranges of lead values are. */
const ranged = (value: number, variance: number | null): Expected => {
  if (variance === null) return { value, low: null, high: null };
  const spread = Math.exp(zOf(expectedConfidence) * Math.sqrt(variance));
  return { value, low: value / spread, high: value * spread };
};

const added = (terms: readonly (number | null)[]): number | null =>
  terms.reduce<number | null>((sum, term) => (sum === null || term === null ? null : sum + term), 0);

/** Mean square of a deal's amount over its squared mean: 1 where all are equal. Null without amounts. */
const unevenness = ({ total }: LeadValues): number | null => {
  const { dealSize } = total;
  if (dealSize === null || dealSize.sumMinor === 0) return null;
  return (dealSize.squaresMinor * dealSize.deals) / dealSize.sumMinor ** 2;
};

/**
 * The outcome of a pair of promises that are kept. Squared coefficients of variation are added: of the value of a lead, of the
 * gain of speed, and of the luck of the deals (a Poisson number of them, of amounts as uneven as those of the past).
 */
export const pairOutcome = (
  target: MarketingTarget,
  mix: LeadMix,
  values: LeadValues,
  gain: SpeedGain | null,
): PairOutcome => {
  const { total } = values;
  const factor = 1 + (gain?.share ?? 0);
  const leads = promisedQuarter(target) / mix.valueMinor;
  const value = leads * mix.valueMinor * factor;
  const deals = leads * mix.dealsPerLead * factor;
  const ofGain = gain === null ? 0 : (gain.error / factor) ** 2;
  const uneven = unevenness(values);
  const known = total.variation === null ? null : total.variation ** 2;
  const luck = deals > 0 ? 1 / deals : null;
  const perOpportunity = mix.opportunitiesPerLead === 0 ? 0 : mix.valueMinor / mix.opportunitiesPerLead;
  return {
    leads,
    valueMinor: ranged(
      value,
      added([known, ofGain, luck === null || uneven === null ? null : luck * uneven]),
    ),
    deals: ranged(deals, added([total.l2o.variation, total.o2d.variation, ofGain, luck])),
    pipelineMinor: leads * mix.pipelineMinor * factor,
    shortMinor: shortBy * value,
    lateMinor: gain === null ? null : lateOn * leads * gain.perLead * perOpportunity,
  };
};
