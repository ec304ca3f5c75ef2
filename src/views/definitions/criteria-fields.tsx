import type { StageRule } from '../../domain/stage-rule.ts';
import { ruleClause } from '../../sentences/definitions/rule-sentence.ts';
import { capitalised } from '../../sentences/format.ts';
import { Button } from '../../ui/button.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { ConditionFields } from './condition-fields.tsx';
import {
  newCondition,
  withConditions,
  type Condition,
  type Criteria,
  type RuleGroundWithActs,
} from './draft-edits.ts';
import { conditionOptions } from './rule-options.ts';

interface CriteriaFieldsProps {
  readonly name: string;
  readonly rule: Criteria;
  readonly ground: RuleGroundWithActs;
  /** Whether a condition may rest on the status of the CRM. */
  readonly hasStatus: boolean;
  readonly onChange: (rule: Criteria) => void;
}

/** Conditions, and how many of them have to hold. Criteria within them are shown in words and stay as they are. */
export function CriteriaFields({ name, rule, ground, hasStatus, onChange }: CriteriaFieldsProps) {
  const change = (of: readonly StageRule[]): void => onChange(withConditions(rule, of));
  const options = conditionOptions.filter(({ value }) => hasStatus || value !== 'status');
  const placed = rule.of.map((part, place) => ({ part, place }));
  const firstKind = ground.fields.scored > 0 ? 'score' : 'channel';
  return (
    <>
      {placed.map(({ part, place }) => (
        <div key={place} className="condition">
          {part.kind === 'criteria' ? (
            <p className="note written">{capitalised(ruleClause(part))}. Kept as it is.</p>
          ) : (
            <ConditionRow
              name={`${name} ${place + 1}`}
              part={part}
              options={options}
              ground={ground}
              onChange={(changed) => change(rule.of.with(place, changed))}
            />
          )}
          {rule.of.length > 1 && (
            <Button
              variant="link"
              label={`Remove ${name} ${place + 1}`}
              onPress={() => change(rule.of.filter((_, other) => other !== place))}
            >
              Remove
            </Button>
          )}
        </div>
      ))}
      <div className="condition-foot">
        {rule.of.length > 1 && (
          <NumberInput
            label={`${name}s that have to hold`}
            unit={`of ${rule.of.length}`}
            value={rule.atLeast}
            min={1}
            max={rule.of.length}
            onChange={(atLeast) => onChange({ ...rule, atLeast })}
          />
        )}
        <Button
          variant="link"
          label={`Add a condition to ${name}`}
          onPress={() => change([...rule.of, newCondition(firstKind, ground)])}
        >
          Add a condition
        </Button>
      </div>
    </>
  );
}

interface ConditionRowProps {
  readonly name: string;
  readonly part: Condition;
  readonly options: typeof conditionOptions;
  readonly ground: RuleGroundWithActs;
  readonly onChange: (part: Condition) => void;
}

function ConditionRow({ name, part, options, ground, onChange }: ConditionRowProps) {
  return (
    <>
      <SelectField
        label={name}
        options={options}
        selected={part.kind}
        onChange={(kind) => onChange(kind === part.kind ? part : newCondition(kind, ground))}
      />
      <ConditionFields name={name} condition={part} ground={ground} onChange={onChange} />
    </>
  );
}
