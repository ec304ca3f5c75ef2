import { standardDefinitions, type DefinitionSet } from '../../domain/definition-set.ts';
import { ruledStages, type RuledStage } from '../../domain/stage-rule.ts';
import type { DefinitionGround } from '../../engine/definition-ground.ts';
import { definitionName } from '../../sentences/definition-label.ts';
import type { SideNames } from '../../sentences/definitions/taken-answer.ts';
import { stageName } from '../../sentences/definitions/stage-name.ts';
import type { Option } from '../../ui/option.ts';

/** A version that can be held against another. */
export interface SideSet {
  readonly key: string;
  readonly label: string;
  readonly set: DefinitionSet;
}

/** One side of a comparison: a version by its key, and a stage of it. */
export interface Side {
  readonly key: string;
  readonly stage: RuledStage;
}

export const inForceKey = 'in force';
export const draftKey = 'draft';

/** Whether two sets are the same version, be they the same object or not. */
export const isSameVersion = (a: DefinitionSet, b: DefinitionSet): boolean =>
  a.name === b.name && a.version === b.version && a.validFrom === b.validFrom;

/** What can be compared: the version in force first, the draft that was looked at, then the others, newest first. */
export const sideSets = (
  inForce: DefinitionSet,
  draft: DefinitionSet | null,
  versions: readonly DefinitionSet[],
): readonly SideSet[] => {
  const others = [...versions.toReversed(), ...(versions.length > 0 ? [standardDefinitions] : [])].filter(
    (set) => !isSameVersion(set, inForce),
  );
  return [
    { key: inForceKey, label: `${definitionName(inForce)}, in force`, set: inForce },
    ...(draft === null ? [] : [{ key: draftKey, label: 'the draft', set: draft }]),
    ...others.map((set) => ({
      key: set === standardDefinitions ? 'standard' : `v${set.version}`,
      label: definitionName(set),
      set,
    })),
  ];
};

/** The stages as options, by the words of a version. */
export const stageOptions = (set: DefinitionSet): readonly Option<RuledStage>[] =>
  ruledStages.map((stage) => ({ value: stage, label: stageName(stage, set.words) }));

/** What is compared before anybody chooses: what marketing hands over with the draft's, else with what sales takes. */
export const usualSides = (
  hasDraft: boolean,
  { reach }: Pick<DefinitionGround, 'reach'>,
): readonly [first: Side, second: Side] => [
  { key: inForceKey, stage: 'mql' },
  hasDraft
    ? { key: draftKey, stage: 'mql' }
    : { key: inForceKey, stage: reach.own_sal === 0 && reach.own_sql > 0 ? 'sql' : 'sal' },
];

/** What the two sides are called in a sentence: by what they differ in. */
export const sideNames = (
  first: SideSet,
  firstStage: RuledStage,
  second: SideSet,
  secondStage: RuledStage,
): SideNames => {
  const names = [stageName(firstStage, first.set.words), stageName(secondStage, second.set.words)] as const;
  const labels = [definitionLabelOf(first), definitionLabelOf(second)] as const;
  if (first.key === second.key) return { first: `“${names[0]}”`, second: `“${names[1]}”` };
  if (firstStage === secondStage) return { first: labels[0], second: labels[1] };
  return { first: `“${names[0]}” of ${labels[0]}`, second: `“${names[1]}” of ${labels[1]}` };
};

const definitionLabelOf = ({ key, label, set }: SideSet): string =>
  key === draftKey ? label : definitionName(set);
