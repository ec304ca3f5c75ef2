/** A closed padlock: nothing leaves this browser. */
export function LockIcon() {
  return (
    <svg width="14" height="16" viewBox="0 0 14 16" aria-hidden="true">
      <rect x="1" y="7" width="12" height="8" rx="1.5" className="fill-mark" />
      <path d="M4 7V4.5a3 3 0 0 1 6 0V7" className="line-ink" />
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
