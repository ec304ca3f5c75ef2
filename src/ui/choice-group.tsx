import { Label, Radio, RadioGroup } from 'react-aria-components';

/** One of the choices of a question: a word, and what it would mean. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly note: string;
}

/** Equal choices beside one another, none chosen before a person does. */
export function ChoiceGroup({
  label,
  choices,
  selected,
  onChoose,
  disabled = false,
}: {
  /** Names the group for those who do not see it. */
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly selected: string | null;
  readonly onChoose: (value: string) => void;
  readonly disabled?: boolean;
}) {
  return (
    <RadioGroup className="choices" value={selected} onChange={onChoose} isDisabled={disabled}>
      <Label className="visually-hidden">{label}</Label>
      {choices.map((choice) => (
        <Radio key={choice.value} value={choice.value} className="choice">
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            <circle cx="9" cy="9" r="7.5" className="line-ink" />
            <circle cx="9" cy="9" r="4" className="choice-dot" />
          </svg>
          <b>{choice.label}</b>
          <small>{choice.note}</small>
        </Radio>
      ))}
    </RadioGroup>
  );
}
