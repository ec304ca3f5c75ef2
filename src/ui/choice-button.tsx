import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';

/** One of a few equal choices: what it is and what follows from it. */
export interface ChoiceButtonProps {
  readonly title: string;
  readonly consequence: ReactNode;
  readonly onPress: () => void;
  readonly disabled?: boolean;
}

/** A choice of a question box that acts at once. */
export function ChoiceButton({ title, consequence, onPress, disabled = false }: ChoiceButtonProps) {
  return (
    <Button className="choice choice-act" isDisabled={disabled} onPress={onPress}>
      <b>{title}</b>
      <small>{consequence}</small>
    </Button>
  );
}
