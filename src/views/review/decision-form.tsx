import { useState, type FormEvent } from 'react';
import { decisionMeasures, decisionStates, type Decision } from '../../domain/decision.ts';
import { decisionMeasureNames, decisionStateNames } from '../../sentences/review/decision-answer.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

const measureOptions = decisionMeasures.map((value) => ({ value, label: decisionMeasureNames[value] }));
const stateOptions = decisionStates.map((value) => ({ value, label: decisionStateNames[value] }));

interface DecisionFormProps {
  readonly start: Decision;
  readonly onSave: (decision: Decision) => void;
  /** Null for one that is not written down yet. */
  readonly onRemove: (() => void) | null;
}

/** What was decided, by whom, when, and the number to look at. */
export function DecisionForm({ start, onSave, onRemove }: DecisionFormProps) {
  const [draft, setDraft] = useState(start);
  const change = (parts: Partial<Decision>): void => setDraft((known) => ({ ...known, ...parts }));
  const isDueTooEarly = draft.dueOn !== null && draft.dueOn < draft.decidedOn;
  const canSave = draft.text.trim() !== '' && !isDueTooEarly;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const owner = draft.owner?.trim() ?? '';
    if (canSave) onSave({ ...draft, text: draft.text.trim(), owner: owner === '' ? null : owner });
  };
  return (
    <form className="form" onSubmit={save}>
      <TextField
        label="Decision"
        value={draft.text}
        onChange={(text) => change({ text })}
        isRequired
        isFirst
      />
      <TextField label="Owner" value={draft.owner ?? ''} onChange={(owner) => change({ owner })} most={80} />
      <DateInput
        label="Decided on"
        value={draft.decidedOn}
        onChange={(decidedOn) => change({ decidedOn: decidedOn ?? start.decidedOn })}
      />
      <DateInput
        label="Due on"
        value={draft.dueOn}
        min={draft.decidedOn}
        onChange={(dueOn) => change({ dueOn })}
      />
      <SelectField
        label="Measured by"
        options={measureOptions}
        selected={draft.measure}
        onChange={(measure) => change({ measure })}
      />
      <SelectField
        label="State"
        options={stateOptions}
        selected={draft.state}
        onChange={(state) => change({ state })}
      />
      {isDueTooEarly && <p className="note">It is due before it was decided.</p>}
      <div className="form-actions">
        <Button type="submit" disabled={!canSave}>
          Save
        </Button>
        {onRemove !== null && (
          <Button variant="link" onPress={onRemove}>
            Remove it
          </Button>
        )}
      </div>
    </form>
  );
}
