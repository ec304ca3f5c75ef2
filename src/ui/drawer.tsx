import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';

/** What lies behind a number. Mounted means open. */
export interface DrawerProps {
  /** Says what is shown; a new heading moves the focus here again. */
  readonly heading: string;
  /** A small line above the heading. */
  readonly kicker?: ReactNode;
  readonly onClose: () => void;
  readonly closeLabel?: string;
  readonly children: ReactNode;
}

/**
 * A panel at the side, on a phone a sheet from below; the page stays usable.
 * As a direct child of `.beside` it has its own column, elsewhere it lies above the page.
 */
export function Drawer({ heading, kicker, onClose, closeLabel = 'Close', children }: DrawerProps) {
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLElement | null>(null);

  useEffect(() => {
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && !panel.current?.contains(focused)) opener.current = focused;
    if (heading !== '') title.current?.focus();
  }, [heading]);

  useEffect(() => {
    const section = panel.current;
    return () => {
      const focused = document.activeElement;
      if (focused === document.body || section?.contains(focused)) opener.current?.focus();
    };
  }, []);

  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [onClose]);

  return (
    <section className="drawer" aria-labelledby={id} ref={panel}>
      <div className="drawer-head">
        <p className="question">{kicker}</p>
        <Button variant="link" onPress={onClose}>
          {closeLabel}
        </Button>
      </div>
      <h2 id={id} ref={title} tabIndex={-1}>
        {heading}
      </h2>
      {children}
    </section>
  );
}
