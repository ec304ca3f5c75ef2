import { changedParts, type DefinitionPart, type DefinitionSet } from './definition-set.ts';
import { ruledStages, type RuledStage } from './stage-rule.ts';
import type { NamedStage } from './stage-words.ts';

const fixedParts: Readonly<Record<Exclude<NamedStage, RuledStage>, readonly DefinitionPart[]>> = {
  lead: ['reentryDays'],
  opportunity: ['backdateDays', 'accountMatchDays'],
  deal: [],
};

const isRuled = (stage: NamedStage): stage is RuledStage => ruledStages.some((ruled) => ruled === stage);

const isSame = (stage: NamedStage, a: DefinitionSet, b: DefinitionSet): boolean => {
  if (!isRuled(stage)) return changedParts(a, b).every((part) => !fixedParts[stage].includes(part));
  const alone = { ...a, stages: { ...a.stages, [stage]: b.stages[stage] } };
  return !changedParts(a, alone).includes('stages');
};

/**
 * The version that brought in the rule of a stage as it is in `inForce`: the oldest of those before it, ascending by day,
 * that say the same of the stage without a break.
 */
export const ruleSince = (
  stage: NamedStage,
  inForce: DefinitionSet,
  versions: readonly DefinitionSet[],
): DefinitionSet => {
  const earlier = versions.filter(({ validFrom }) => validFrom < inForce.validFrom).toReversed();
  const other = earlier.findIndex((version) => !isSame(stage, inForce, version));
  return (other === -1 ? earlier : earlier.slice(0, other)).at(-1) ?? inForce;
};
