import type { DecisionMeasure, DecisionState } from '../../domain/decision.ts';
import { minimumSample } from '../../domain/definitions.ts';
import { fewestWeeks, mostWeeks, type DecisionEffect } from '../../metrics/decision-effect.ts';
import type { DecisionReview } from '../../metrics/review/decision-review.ts';
import { verdictLabels } from '../../metrics/verdict.ts';
import { capitalised, count, day, inWords, moneyShort, percent, several } from '../format.ts';
import { gapWords } from './gap-words.ts';

/** What each number is called that a decision can be measured by. */
export const decisionMeasureNames: Readonly<Record<DecisionMeasure, string>> = {
  l2oFast: 'Leads to opportunities within 14 days',
  l2oWindowed: 'Leads to opportunities within the window',
  o2dWindowed: 'Opportunities to deals within the window',
  leads: 'Leads a week',
  opportunities: 'Opportunities a week',
  pipelineCreated: 'Pipeline created a week',
  slaAttainment: 'Handovers answered in time',
};

export const decisionStateNames: Readonly<Record<DecisionState, string>> = {
  open: 'Open',
  done: 'Done',
  dropped: 'Dropped',
};

const kindOf = (measure: DecisionMeasure): 'rate' | 'volume' =>
  measure === 'leads' || measure === 'opportunities' || measure === 'pipelineCreated' ? 'volume' : 'rate';

/** A week of a measure in words: a share, a count or an amount. */
export const measuredValue = (measure: DecisionMeasure, value: number, currency: string | null): string => {
  if (kindOf(measure) === 'rate') return percent(value);
  return measure === 'pipelineCreated' && currency !== null
    ? moneyShort(value, currency)
    : count(Math.round(value));
};

const lackWords = (measure: DecisionMeasure, { lack, before, after }: DecisionEffect): string | null => {
  const fewest = fewestWeeks[kindOf(measure)];
  switch (lack) {
    case 'before':
      return `${before.weeks} of ${fewest.before} whole weeks needed before it`;
    case 'after':
      return `${after.weeks} of ${fewest.after} whole weeks needed after it`;
    case 'records':
      return before.n < minimumSample.test
        ? `${before.n} of ${minimumSample.test} records needed before it`
        : `${after.n} of ${minimumSample.test} records needed after it`;
    case null:
      return null;
  }
};

/** The number before and after a decision, or what is missing to tell it. */
export const decisionMeasured = (
  { decision: { measure }, effect, isCounting }: DecisionReview,
  currency: string | null,
): string => {
  if (effect === null) return isCounting ? 'Being counted' : 'These files cannot tell this number';
  const lacking = lackWords(measure, effect);
  const { before, after } = effect;
  if (lacking !== null) return lacking;
  if (before.value === null || after.value === null) return 'Nothing to compare';
  return `${measuredValue(measure, before.value, currency)} to ${measuredValue(measure, after.value, currency)}`;
};

/** What the numbers rest on: counts of a rate, or weeks of a volume. Null where nothing is measured. */
export const decisionBasis = ({ decision: { measure }, effect }: DecisionReview): string | null => {
  if (effect === null || effect.lack !== null) return null;
  const { before, after } = effect;
  return kindOf(measure) === 'rate'
    ? `${count(before.k)} of ${count(before.n)}, then ${count(after.k)} of ${count(after.n)}`
    : `means of ${several(before.weeks, ['week', 'weeks'])} and ${several(after.weeks, ['week', 'weeks'])}`;
};

/** Where a decision stands: by when it is due, or what became of it. */
export const decisionStateWords = ({ decision: { state, dueOn }, isOverdue }: DecisionReview): string => {
  if (state !== 'open' || dueOn === null) return decisionStateNames[state];
  return isOverdue ? `Was due ${day(dueOn)}` : `Due ${day(dueOn)}`;
};

/** The verdict, and how long until there can be one. */
export const decisionVerdict = ({ effect }: DecisionReview): string => {
  if (effect === null || effect.lack === 'before') return 'cannot be told';
  const { verdict, weeksLeft } = effect;
  return weeksLeft === null
    ? verdictLabels[verdict]
    : `${verdictLabels[verdict]}, at least ${several(weeksLeft, ['week', 'weeks'])} more`;
};

/** The answer to "what did we decide, and did it work?": how many show a signal, and the latest of them. */
export const decisionsAnswer = (reviews: readonly DecisionReview[], currency: string | null): string => {
  if (reviews.length === 0) return gapWords({ reason: 'noDecisions' }).why;
  const live = reviews.filter(({ decision }) => decision.state !== 'dropped');
  if (live.length === 0) return 'Every decision was dropped';
  const withVerdict = (verdict: DecisionEffect['verdict']): readonly DecisionReview[] =>
    live.filter(({ effect }) => effect?.verdict === verdict);
  const signals = withVerdict('signal');
  const likely = withVerdict('probably').length;
  const all = live.length === 1 ? 'one decision' : `${inWords(live.length)} decisions`;
  const none = live.length === 1 ? 'The one decision shows no signal' : `None of ${all} shows a signal`;
  const [first] = signals;
  if (first !== undefined) {
    const { text, measure } = first.decision;
    const shown =
      live.length === 1
        ? 'The one decision shows a signal'
        : `${capitalised(inWords(signals.length))} of ${all} ${signals.length === 1 ? 'shows a signal' : 'show a signal, the latest'}`;
    return `${shown}: since “${text}”, ${nameInSentence(measure)} went from ${decisionMeasured(first, currency)}`;
  }
  if (likely > 0)
    return live.length === 1
      ? 'The one decision shows no signal; since then the number probably changed'
      : `${none}; since ${inWords(likely)} of them the number probably changed`;
  return live.every(({ effect }) => effect === null || effect.verdict === 'cannotTell')
    ? `Nothing can be told of ${all} yet`
    : none;
};

const nameInSentence = (measure: DecisionMeasure): string => {
  const name = decisionMeasureNames[measure];
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
};

/** What is compared, and what the comparison leaves in. */
export const decisionsDefinition = (reviews: readonly DecisionReview[]): string =>
  reviews.length === 0
    ? gapWords({ reason: 'noDecisions' }).needs
    : `Dashed line: the week of the decision, which counts on neither side. Before: up to ${mostWeeks.before} whole weeks; after: the first ${mostWeeks.after} at most. Whatever else changed in these weeks is in the difference too.`;
