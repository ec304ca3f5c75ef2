import type { ReactNode } from 'react';
import { ChoiceGroup, type Choice } from './choice-group.tsx';

/** Something a person must decide: what it is about, the question, the evidence, equal choices. */
export interface QuestionBoxProps {
  readonly about: string;
  readonly title: string;
  readonly evidence: ReactNode;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string) => void;
  readonly disabled?: boolean;
}

/** An undecided matter, with a red edge because it waits for a person. */
export function QuestionBox({
  about,
  title,
  evidence,
  choices,
  onChoose,
  disabled = false,
}: QuestionBoxProps) {
  return (
    <section className="question-box">
      <div>
        <p className="question question-box-title">
          <svg width="13" height="12" viewBox="0 0 13 12" aria-hidden="true">
            <path d="M1 11H12L6.5 1.5Z" className="fill-signal" />
          </svg>
          {about}
        </p>
        <h2>{title}</h2>
        <p className="definition">{evidence}</p>
      </div>
      <ChoiceGroup label={title} choices={choices} selected={null} onChoose={onChoose} disabled={disabled} />
    </section>
  );
}
