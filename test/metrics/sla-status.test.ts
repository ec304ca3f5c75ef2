import { describe, expect, it } from 'vitest';
import { firstAttempt, slaStatus } from '../../src/metrics/sla-status.ts';

const hour = 3_600_000;

describe('the status of a handover', () => {
  it.each([
    ['is met by an attempt at the very deadline', 100, 100, 100, 'met'],
    ['is met by an earlier attempt', 100, 99, 500, 'met'],
    ['is breached by an attempt a moment late', 100, 101, 500, 'breached'],
    ['is breached without an attempt once the deadline is here', 100, null, 100, 'breached'],
    ['is pending until then', 100, null, 99, 'pending'],
    ['stays outside the count while the deadline is ahead, though answered', 100, 50, 99, 'pending_met'],
    ['is pending for ever where nobody ever works', null, null, 1e15, 'pending'],
    ['is answered, but never due, where nobody ever works', null, 50, 1e15, 'pending_met'],
  ] as const)('%s', (_, deadline, attempt, asOf, expected) => {
    expect(slaStatus(deadline, attempt, asOf)).toBe(expected);
  });
});

describe('the first attempt', () => {
  const handover = 100 * hour;

  it.each([
    ['is the earliest from the handover on', [103, 101, 102], 101, false],
    ['may come at the moment of the handover', [100], 100, false],
    ['may have come 24 hours before it', [76], 76, true],
    ['before the handover counts before a later one', [101, 99], 99, true],
    ['before the handover is the latest of them', [80, 99, 90], 99, true],
  ] as const)('%s', (_, attempts, expected, isBeforeHandover) => {
    expect(
      firstAttempt(
        handover,
        attempts.map((at) => at * hour),
        1000 * hour,
      ),
    ).toEqual({ atMs: expected * hour, isBeforeHandover });
  });

  it('is none where nobody tried, or only more than 24 hours before', () => {
    expect(firstAttempt(handover, [], 1000 * hour)).toBeNull();
    expect(firstAttempt(handover, [76 * hour - 1], 1000 * hour)).toBeNull();
  });

  it('is not one that came after the day the numbers speak of', () => {
    expect(firstAttempt(handover, [110 * hour], 110 * hour)).not.toBeNull();
    expect(firstAttempt(handover, [110 * hour + 1], 110 * hour)).toBeNull();
  });
});
