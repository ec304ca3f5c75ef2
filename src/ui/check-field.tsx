import { Checkbox } from 'react-aria-components';
import { TickBox } from './tick-box.tsx';

/** Something that holds or does not. */
export interface CheckFieldProps {
  readonly label: string;
  readonly selected: boolean;
  readonly onChange: (selected: boolean) => void;
}

/** A tick box with its name. */
export function CheckField({ label, selected, onChange }: CheckFieldProps) {
  return (
    <Checkbox className="check-field" isSelected={selected} onChange={onChange}>
      <TickBox />
      <span>{label}</span>
    </Checkbox>
  );
}
