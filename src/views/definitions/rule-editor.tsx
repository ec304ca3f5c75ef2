import type { StageRule } from '../../domain/stage-rule.ts';
import { ruleClause } from '../../sentences/definitions/rule-sentence.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { CriteriaFields } from './criteria-fields.tsx';
import { ruleOfKind, ruleProblem, type RuleGroundWithActs } from './draft-edits.ts';
import { ruleOptions } from './rule-options.ts';

interface RuleEditorProps {
  /** What the stage is called. */
  readonly name: string;
  readonly rule: StageRule;
  readonly ground: RuleGroundWithActs;
  /** What the export does not hold for this rule to look at. */
  readonly missing: readonly string[];
  readonly onChange: (rule: StageRule) => void;
}

/** When a lead reaches a stage: the kind of rule, its values, and the rule in words. */
export function RuleEditor({ name, rule, ground, missing, onChange }: RuleEditorProps) {
  const problem = ruleProblem(rule);
  return (
    <fieldset className="rule-editor">
      <legend>{name}</legend>
      <SelectField
        label={`${name} rule`}
        options={ruleOptions}
        selected={rule.kind}
        onChange={(kind) => onChange(ruleOfKind(kind, rule, ground))}
      />
      {rule.kind === 'criteria' ? (
        <CriteriaFields
          name={`${name} condition`}
          rule={rule}
          ground={ground}
          hasStatus
          onChange={onChange}
        />
      ) : (
        <ConditionFields name={name} condition={rule} ground={ground} onChange={onChange} />
      )}
      <p className="note written">{problem === null ? `A lead, once ${ruleClause(rule)}.` : problem}</p>
      {missing.map((words) => (
        <p key={words} className="note missing">
          {words}
        </p>
      ))}
    </fieldset>
  );
}
