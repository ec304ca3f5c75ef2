import type { StageRule } from '../../domain/stage-rule.ts';
import type { NamedValue } from '../../engine/definition-ground.ts';
import { MultiSelectField } from '../../ui/multi-select-field.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import type { Option } from '../../ui/option.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { count } from '../../sentences/format.ts';
import type { Condition, RuleGroundWithActs } from './draft-edits.ts';

const isOptions = [
  { value: 'atLeast', label: 'at least' },
  { value: 'above', label: 'above' },
] as const;

const directionOptions = [
  { value: 'inbound', label: 'by them (inbound)' },
  { value: 'outbound', label: 'by us (outbound)' },
  { value: 'any', label: 'by either' },
] as const;

const mostNumber = 1e9;

/** The values of the data and, before them, those that only the rule names. */
const optionsOf = (values: readonly NamedValue[], chosen: readonly string[]): readonly Option<string>[] => [
  ...chosen
    .filter((name) => values.every(({ value }) => value !== name))
    .map((name) => ({ value: name, label: name, count: 0 })),
  ...values.map(({ value, records }) => ({ value, label: value, count: records })),
];

interface ConditionFieldsProps {
  /** What the condition is called, before the name of each field. */
  readonly name: string;
  readonly condition: Condition;
  readonly ground: RuleGroundWithActs;
  readonly onChange: (condition: Condition) => void;
}

/** The values of one condition. */
export function ConditionFields({ name, condition, ground, onChange }: ConditionFieldsProps) {
  switch (condition.kind) {
    case 'status':
      return null;
    case 'score':
    case 'fit':
      return (
        <>
          <SelectField
            label={`${name}: ${condition.kind} is`}
            options={isOptions}
            selected={condition.is}
            onChange={(is) => onChange({ ...condition, is })}
          />
          <NumberInput
            label={`${name}: value`}
            value={condition.value}
            min={-mostNumber}
            max={mostNumber}
            isWhole={false}
            onChange={(value) => onChange({ ...condition, value })}
          />
        </>
      );
    case 'channel':
    case 'segment':
      return (
        <MultiSelectField
          label={`${name}: ${condition.kind}`}
          options={optionsOf(
            condition.kind === 'channel' ? ground.channels : ground.segments,
            condition.oneOf,
          )}
          selected={condition.oneOf}
          formatCount={count}
          noneLabel="Choose"
          onChange={(oneOf) => onChange({ ...condition, oneOf })}
        />
      );
    case 'acts':
      return <ActFields name={name} condition={condition} ground={ground} onChange={onChange} />;
  }
}

interface ActFieldsProps extends ConditionFieldsProps {
  readonly condition: Extract<StageRule, { readonly kind: 'acts' }>;
}

function ActFields({ name, condition, ground, onChange }: ActFieldsProps) {
  return (
    <>
      <NumberInput
        label={`${name}: at least`}
        unit={condition.count === 1 ? 'activity' : 'activities'}
        value={condition.count}
        min={1}
        max={99}
        onChange={(times) => onChange({ ...condition, count: times })}
      />
      <SelectField
        label={`${name}: made`}
        options={directionOptions}
        selected={condition.direction}
        onChange={(direction) => onChange({ ...condition, direction })}
      />
      <MultiSelectField
        label={`${name}: type`}
        options={optionsOf(ground.acts, condition.types)}
        selected={condition.types}
        formatCount={count}
        noneLabel="Any"
        onChange={(types) => onChange({ ...condition, types })}
      />
    </>
  );
}
