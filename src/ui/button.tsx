import { useEffect, useRef, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';

/** A button; `link` looks like a link but acts on this page. */
export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly variant?: 'primary' | 'ghost' | 'link';
  readonly disabled?: boolean;
  /** Takes the focus when it appears: for the way back to where the reader was. */
  readonly isFirst?: boolean;
  readonly type?: 'button' | 'submit';
  /** Said instead of the text where the text alone is not enough; it must contain the text. */
  readonly label?: string;
}

const variantClass = { primary: 'button button-primary', ghost: 'button button-ghost', link: 'button-link' };

/** The one button. */
export function Button({
  children,
  onPress,
  variant = 'primary',
  disabled = false,
  isFirst = false,
  type,
  label,
}: ButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isFirst) button.current?.focus();
  }, [isFirst]);
  return (
    <AriaButton
      ref={button}
      className={variantClass[variant]}
      isDisabled={disabled}
      type={type ?? 'button'}
      {...(onPress && { onPress })}
      {...(label !== undefined && { 'aria-label': label })}
    >
      {children}
    </AriaButton>
  );
}
