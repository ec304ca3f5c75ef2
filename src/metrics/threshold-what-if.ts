import type { Rate } from '../domain/rate.ts';
import { areaUnderRoc, rocRows, type ScoreCount } from '../stats/roc.ts';
import type { Metric } from './metric.ts';
import { rateOf } from './rate-of.ts';

/** What another score threshold would have selected. */
export const thresholdRecall: Metric = {
  id: 'threshold_recall',
  label: 'Conversions above the threshold',
  question: 'How many of the leads that convert would a threshold have let through?',
  definition:
    'Of the leads with a score that became opportunities within the window from creation, the share with a score at or above the threshold.',
  leftOut:
    'Leads without a score, and those too young for the window. Scores are those of the export where they have no history.',
  measure: 'share',
  better: 'higher',
  subject: 'the share of conversions above the threshold',
};

/** How well the score tells leads that convert from the others. */
export const scoreAuc: Metric = {
  id: 'score_auc',
  label: 'Score quality (AUC)',
  question: 'How well does the score tell leads that convert from those that do not?',
  definition:
    'The chance that a lead that converted has a higher score than one that did not, a tie counting half; 50 % is a coin.',
  leftOut: 'The same as for conversions above the threshold.',
  measure: 'share',
  better: 'higher',
  subject: 'the quality of the score',
};

/** How leads of one score fared, from creation on; see the question of the same name. Money is minor units. */
export interface ScoreOutcome {
  readonly score: number;
  readonly leads: number;
  readonly converted: number;
  readonly attempted: number;
  readonly open_now: number;
  readonly opportunities: number;
  readonly won: number;
  readonly deals: number;
  readonly won_minor: number;
}

/** Whether history can tell what a threshold does: not where the leads it adds were rarely worked; unknown where nobody can tell who was worked. */
export type Support = 'supported' | 'notSupported' | 'unknown';

/** What a threshold would have selected: every lead with a score at or above it. */
export interface ThresholdOutcome {
  readonly threshold: number;
  readonly l2o: Rate;
  readonly o2d: Rate;
  readonly deals: number;
  readonly wonMinor: number;
  /** Selected among all, converted selected among all converted, and selected among those not converted; null without any. */
  readonly selectedShare: number | null;
  readonly recall: number | null;
  readonly falsePositiveRate: number | null;
  /** Selected leads that are open now, for each rep, and that over the cap; null without reps. */
  readonly openPerRep: number | null;
  readonly load: number | null;
  readonly support: Support;
}

/** What a threshold is judged by. */
export interface ThresholdSetting {
  /** The threshold in force; null where none is. */
  readonly present: number | null;
  readonly reps: number;
  /** Open leads that one rep can care for. */
  readonly repCap: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const attemptedShare = (scores: readonly ScoreOutcome[]): number | null => {
  const leads = sum(scores.map((score) => score.leads));
  return leads === 0 ? null : sum(scores.map(({ attempted }) => attempted)) / leads;
};

/** Leads below the present threshold were rarely worked when less than half as often as those above. */
const rarelyWorked = 0.5;

/** What history can tell of thresholds below the present one. */
const supportBelow = (scores: readonly ScoreOutcome[], present: number): Support => {
  const below = attemptedShare(scores.filter(({ score }) => score < present));
  const above = attemptedShare(scores.filter(({ score }) => score >= present));
  if (below === null || above === null || above === 0) return 'unknown';
  return below < rarelyWorked * above ? 'notSupported' : 'supported';
};

const countOf = ({ score, leads, converted }: ScoreOutcome): ScoreCount => ({
  score,
  n: leads,
  positives: converted,
});

/**
 * What each score would have done as the threshold, highest first: the points of the ROC curve with the outcomes of the
 * leads selected. Below the threshold in force, what is seen of leads that were rarely worked is a lower bound.
 */
export const thresholdOutcomes = (
  scores: readonly ScoreOutcome[],
  { present, reps, repCap }: ThresholdSetting,
): readonly ThresholdOutcome[] => {
  const below = present === null ? 'unknown' : supportBelow(scores, present);
  return rocRows(scores.map(countOf)).map((row) => {
    const selected = scores.filter(({ score }) => score >= row.threshold);
    const add = (pick: (score: ScoreOutcome) => number): number => sum(selected.map(pick));
    const openPerRep = reps === 0 ? null : add(({ open_now }) => open_now) / reps;
    return {
      threshold: row.threshold,
      l2o: rateOf(row.positives, row.selected),
      o2d: rateOf(
        add(({ won }) => won),
        add(({ opportunities }) => opportunities),
      ),
      deals: add(({ deals }) => deals),
      wonMinor: add(({ won_minor }) => won_minor),
      selectedShare: row.selectedShare,
      recall: row.recall,
      falsePositiveRate: row.falsePositiveRate,
      openPerRep,
      load: openPerRep === null ? null : openPerRep / repCap,
      support: present !== null && row.threshold >= present ? 'supported' : below,
    };
  });
};

/** Area under the ROC curve of the score; null where no lead, or every lead, converted. */
export const scoreQuality = (scores: readonly ScoreOutcome[]): number | null =>
  areaUnderRoc(scores.map(countOf));
