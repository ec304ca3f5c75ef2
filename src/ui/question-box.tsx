import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { SignalIcon } from './icons.tsx';

/** One answer to an undecidable thing. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly note?: string;
}

/** Something only a person can decide: evidence, consequence, equal choices, none preselected. */
export interface QuestionBoxProps<Value extends string> {
  /** Whose decision and about what. */
  readonly title: ReactNode;
  readonly question: string;
  readonly evidence: ReactNode;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
}

/** A red-edged box that waits for a person. */
export function QuestionBox<Value extends string>(props: QuestionBoxProps<Value>) {
  const { title, question, evidence, choices, chosen, onChoose } = props;
  return (
    <div className="question-box">
      <div>
        <p className="question question-box-title">
          <SignalIcon />
          {title}
        </p>
        <h2>{question}</h2>
        <p className="definition">{evidence}</p>
      </div>
      <fieldset className="choices" aria-label={question}>
        {choices.map((choice) => (
          <ToggleButton
            key={choice.value}
            className="choice"
            isSelected={choice.value === chosen}
            onChange={() => onChoose(choice.value)}
          >
            <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
              <circle cx="9" cy="9" r="7.5" className="ring" />
              <circle cx="9" cy="9" r="4" className="choice-dot" />
            </svg>
            <b>{choice.label}</b>
            {choice.note !== undefined && <small>{choice.note}</small>}
          </ToggleButton>
        ))}
      </fieldset>
    </div>
  );
}
