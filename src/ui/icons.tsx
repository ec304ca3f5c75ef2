/** A closed padlock: nothing leaves this browser. */
export function LockIcon() {
  return (
    <svg width="14" height="16" viewBox="0 0 14 16" aria-hidden="true">
      <rect x="1" y="7" width="12" height="8" rx="1.5" className="fill-mark" />
      <path d="M4 7V4.5a3 3 0 0 1 6 0V7" className="line-ink" />
    </svg>
  );
}

/** A tick: sure, done. */
export function CheckIcon() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2.5 8.5l3.5 3.5 7.5-8.5" className="line-ink" />
    </svg>
  );
}

/** A short dash: left out. */
export function DashIcon() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M3 8h10" className="line-context" />
    </svg>
  );
}

/** A small chevron; the style sheet turns it where it opens something. */
export function ChevronIcon({ direction }: { readonly direction: 'right' | 'down' }) {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      <path d={direction === 'down' ? 'M1.5 3l3.5 4 3.5-4' : 'M3 1.5l4 3.5-4 3.5'} className="line-ink" />
    </svg>
  );
}

/** An arrow from one state to the next, said in words beside it for those who do not see it. */
export function ArrowIcon() {
  return (
    <svg width="18" height="10" viewBox="0 0 18 10" aria-hidden="true">
      <path d="M1 5h15M12 1.5l4 3.5-4 3.5" className="line-ink" />
    </svg>
  );
}

/** The red mark of a decision or a signal. */
export function SignalIcon() {
  return (
    <svg width="13" height="12" viewBox="0 0 13 12" aria-hidden="true">
      <path d="M1 11H12L6.5 1.5Z" className="fill-signal" />
    </svg>
  );
}
