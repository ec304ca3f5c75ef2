/** Where a handover stands with its response target; only `met` and `breached` are due and enter attainment. */
export type SlaStatus = 'met' | 'breached' | 'pending' | 'pending_met';

/** The first answer to a handover, in milliseconds since 1970-01-01T00:00Z. */
export interface FirstAttempt {
  readonly atMs: number;
  /** It came up to 24 hours before the handover: the lead had been answered already, in 0 minutes. */
  readonly isBeforeHandover: boolean;
}

const earlyMs = 24 * 3_600_000;

/**
 * The first attempt from the handover on, or else from the 24 hours before it; an earlier attempt counts first, as the
 * lead was in contact when it was handed over. Attempts come in any order and are those of the handover's own lead, up
 * to its next handover. Null where there is none by `asOfMs`, the end of what is known.
 */
export const firstAttempt = (
  handoverMs: number,
  attemptsMs: readonly number[],
  asOfMs: number,
): FirstAttempt | null => {
  const known = attemptsMs.filter((atMs) => atMs >= handoverMs - earlyMs && atMs <= asOfMs);
  const before = known.filter((atMs) => atMs < handoverMs);
  if (before.length > 0) return { atMs: Math.max(...before), isBeforeHandover: true };
  return known.length === 0 ? null : { atMs: Math.min(...known), isBeforeHandover: false };
};

/**
 * `pending` or, answered already, `pending_met` while the deadline lies after the end of what is known; from then on
 * `met` where the first attempt came at the deadline or before, else `breached`. A deadline of null never comes.
 */
export const slaStatus = (
  deadlineMs: number | null,
  firstAttemptMs: number | null,
  asOfMs: number,
): SlaStatus => {
  if (deadlineMs === null || asOfMs < deadlineMs) return firstAttemptMs === null ? 'pending' : 'pending_met';
  return firstAttemptMs !== null && firstAttemptMs <= deadlineMs ? 'met' : 'breached';
};
