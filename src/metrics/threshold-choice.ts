import type { StageRule } from '../domain/stage-rule.ts';
import type { ScoreOutcome, ThresholdOutcome } from './threshold-what-if.ts';

/**
 * The lowest score that a rule takes; null where the rule is not a score threshold alone. A rule "above" takes the next
 * score there is; null where no lead scores above it.
 */
export const presentThreshold = (rule: StageRule, scores: readonly ScoreOutcome[]): number | null => {
  if (rule.kind !== 'score') return null;
  if (rule.is === 'atLeast') return rule.value;
  const above = scores.map(({ score }) => score).filter((score) => score > rule.value);
  return above.length === 0 ? null : Math.min(...above);
};

/** What a threshold selects: that of the lowest score at or above it; null where no score is as high. */
export const outcomeAt = (
  outcomes: readonly ThresholdOutcome[],
  threshold: number,
): ThresholdOutcome | null => {
  const selected = outcomes.filter((outcome) => outcome.threshold >= threshold);
  return selected.reduce<ThresholdOutcome | null>(
    (lowest, outcome) => (lowest === null || outcome.threshold < lowest.threshold ? outcome : lowest),
    null,
  );
};

/** Thresholds for a chart, lowest first: all where they are few, else as many at even places, both ends among them. */
export const shownOutcomes = (
  outcomes: readonly ThresholdOutcome[],
  most: number,
): readonly ThresholdOutcome[] => {
  const ascending = outcomes.toSorted((a, b) => a.threshold - b.threshold);
  if (ascending.length <= most) return ascending;
  const places = Array.from({ length: most }, (_, index) =>
    Math.round((index * (ascending.length - 1)) / (most - 1)),
  );
  return places.flatMap((place) => ascending[place] ?? []);
};

/** The thresholds that history does not support, from the lowest to the highest; null where it supports all or cannot tell. */
export const unsupportedRange = (
  outcomes: readonly ThresholdOutcome[],
): { readonly from: number; readonly to: number } | null => {
  const unsupported = outcomes
    .filter(({ support }) => support === 'notSupported')
    .map(({ threshold }) => threshold);
  return unsupported.length === 0 ? null : { from: Math.min(...unsupported), to: Math.max(...unsupported) };
};
