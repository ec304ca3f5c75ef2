import { useState, type ReactNode } from 'react';
import { DialogTrigger, Popover } from 'react-aria-components';
import { Button } from './button.tsx';

/** A button and the small form it opens. */
export interface FormDialogProps {
  /** On the button. */
  readonly action: string;
  /** Said of the button where its text alone is not enough; it must contain the text. Names the form too. */
  readonly label?: string;
  readonly children: (close: () => void) => ReactNode;
}

/** A form beside the button that opens it. Escape closes it, and the focus goes back to the button. */
export function FormDialog({ action, label = action, children }: FormDialogProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button variant="link" label={label}>
        {action}
      </Button>
      <Popover className="popover form-popover" offset={6} aria-label={label}>
        {children(() => setOpen(false))}
      </Popover>
    </DialogTrigger>
  );
}
