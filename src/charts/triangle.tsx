/** The mark of a direction: up or down, red where it is a signal. */
export interface TriangleProps {
  readonly direction: 'up' | 'down';
  readonly tone?: 'signal' | 'mark';
  /** Said to those who do not see it; without it the mark is decoration. */
  readonly label?: string;
}

/** A small triangle, since the fonts have none. */
export function Triangle({ direction, tone = 'signal', label }: TriangleProps) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className="triangle" width="13" height="12" viewBox="0 0 13 12" {...named}>
      <path
        d={direction === 'up' ? 'M1 11H12L6.5 1.5Z' : 'M1 1H12L6.5 10.5Z'}
        className={tone === 'signal' ? 'fill-signal' : 'fill-mark'}
      />
    </svg>
  );
}
