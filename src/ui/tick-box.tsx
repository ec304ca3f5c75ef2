/** The box of a check box; its parent's `data-selected` fills it. */
export function TickBox() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <rect x="1" y="1" width="16" height="16" rx="2" className="tick-box" />
      <path d="M4.5 9.5l3 3 6-7" className="tick-mark" />
    </svg>
  );
}
