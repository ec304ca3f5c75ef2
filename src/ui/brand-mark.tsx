/** Two stages on one line: an open one, a closed one. */
export function BrandMark() {
  return (
    <svg width="34" height="16" viewBox="0 0 34 16" aria-hidden="true">
      <line x1="2" y1="8" x2="32" y2="8" className="line-ink line-bar" />
      <circle cx="11" cy="8" r="6" className="fill-paper" />
      <circle cx="11" cy="8" r="4" className="ring" />
      <circle cx="24" cy="8" r="5.2" className="fill-ink" />
    </svg>
  );
}
