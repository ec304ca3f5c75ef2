import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';

/** A name that is typed or taken from those in use. */
export interface NameFieldProps {
  /** Said, not shown: a table's head shows it already. */
  readonly label: string;
  readonly names: readonly string[];
  readonly value: string;
  readonly placeholder: string;
  /** Called when the field is left or a name is taken; empty where it was cleared. */
  readonly onChange: (name: string) => void;
}

/** A text field that offers the names already in use. */
export function NameField({ label, names, value, placeholder, onChange }: NameFieldProps) {
  const [typed, setTyped] = useState(value);
  const commit = (name: string): void => {
    if (name.trim() !== value) onChange(name.trim());
  };
  return (
    <ComboBox
      className="field"
      allowsCustomValue
      menuTrigger="focus"
      inputValue={typed}
      onInputChange={setTyped}
      onSelectionChange={(key) => {
        if (typeof key !== 'string') return;
        setTyped(key);
        commit(key);
      }}
    >
      <Label className="visually-hidden">{label}</Label>
      <Input className="field-control" placeholder={placeholder} onBlur={() => commit(typed)} />
      <Popover className="popover" offset={6}>
        <ListBox className="options">
          {names.map((name) => (
            <ListBoxItem key={name} id={name} textValue={name} className="option">
              {name}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
