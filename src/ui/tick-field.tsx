import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import { TickBox } from './tick-box.tsx';

/** One thing that a person agrees to or not. */
export interface TickFieldProps {
  readonly children: ReactNode;
  readonly isTicked: boolean;
  readonly onChange: (isTicked: boolean) => void;
  readonly disabled?: boolean;
}

/** A check box with its words beside it. */
export function TickField({ children, isTicked, onChange, disabled = false }: TickFieldProps) {
  return (
    <Checkbox className="tick" isSelected={isTicked} onChange={onChange} isDisabled={disabled}>
      <TickBox />
      <span>{children}</span>
    </Checkbox>
  );
}
