import { monthWords, quarterWithYear } from '../../sentences/plan/quarter-words.ts';
import { Button } from '../../ui/button.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import type { PlanOnScreen } from './use-plan.ts';

const most = 999_999_999_999;

interface PlanBarProps {
  readonly plan: PlanOnScreen;
  readonly currency: string;
}

/** The quarter, its budget, and the month from which leads can be added. */
export function PlanBar({ plan, currency }: PlanBarProps) {
  const { quarters, quarter, starts, startMonth, budgetMinor, isKept } = plan;
  return (
    <div className="toolbar">
      <SelectField
        label="Quarter"
        options={quarters.map((value) => ({ value, label: quarterWithYear(value) }))}
        selected={quarter}
        onChange={plan.chooseQuarter}
      />
      <NumberInput
        label="Budget"
        unit={currency}
        value={budgetMinor === 0 ? null : Math.round(budgetMinor / 100)}
        min={0}
        max={most}
        onChange={plan.setBudget}
        isSet={budgetMinor > 0}
        isWide
      />
      <SelectField
        label="Leads from"
        options={starts.map((month) => ({ value: String(month), label: monthWords(month) }))}
        selected={String(startMonth)}
        onChange={(month) => plan.chooseStart(Number(month))}
      />
      {budgetMinor > 0 && (
        <Button variant="link" onPress={() => plan.setBudget(0)}>
          Remove the budget
        </Button>
      )}
      <p className="kept-note push">
        {isKept
          ? 'The budget is kept on this computer and tracked in the review.'
          : 'The budget is tracked in the review; it is gone when this page closes, unless the data is kept.'}
      </p>
    </div>
  );
}
