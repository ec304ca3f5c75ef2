import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components';

/** How far something is; null while nobody can say. */
export interface ProgressLineProps {
  readonly label: string;
  /** From 0 to 1. */
  readonly value: number | null;
  /** Stands at the right: what has been done so far. */
  readonly detail?: ReactNode;
}

/** A hairline that fills, with words above it. */
export function ProgressLine({ label, value, detail }: ProgressLineProps) {
  const share = Math.min(1, Math.max(0, value ?? 0));
  return (
    <ProgressBar
      className="progress"
      aria-label={label}
      {...(value === null ? { isIndeterminate: true } : { value: share * 100 })}
    >
      <span className="progress-words">
        <span>{label}</span>
        <span>{detail}</span>
      </span>
      <svg className="progress-line" aria-hidden="true">
        <rect width="100%" height="2" className="fill-band" />
        {value === null && <rect width="30%" height="2" className="fill-ink progress-unknown" />}
        {value !== null && <rect width={`${share * 100}%`} height="2" className="fill-ink" />}
      </svg>
    </ProgressBar>
  );
}
