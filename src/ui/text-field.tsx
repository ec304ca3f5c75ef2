import { useEffect, useRef } from 'react';
import { Input, Label, TextField as AriaTextField } from 'react-aria-components';

/** A line of text with its name. */
export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isRequired?: boolean;
  /** Takes the focus where the form it is in opens. */
  readonly isFirst?: boolean;
  /** Characters at the most. */
  readonly most?: number;
}

/** A labelled line of text. */
export function TextField({
  label,
  value,
  onChange,
  isRequired = false,
  isFirst = false,
  most = 200,
}: TextFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFirst) input.current?.focus();
  }, [isFirst]);
  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={onChange}
      isRequired={isRequired}
      maxLength={most}
    >
      <Label className="field-label">{label}</Label>
      <Input className="field-control" ref={input} />
    </AriaTextField>
  );
}
