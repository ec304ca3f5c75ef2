import { describe, expect, it } from 'vitest';
import { earlyLoss, tooEarly, type EarlyCounts } from '../../src/metrics/too-early.ts';

const group = (
  row_group: string,
  [converted, leads]: readonly [number, number],
  fast: number,
  [lost_early, opportunities]: readonly [number, number],
): EarlyCounts => ({ row_group, leads, converted, fast, opportunities, lost_early });

// Two others of 20 % conversion, half of it fast and 10 % lost early.
const usual = [group('web', [100, 500], 50, [10, 100]), group('mail', [40, 200], 20, [4, 40])];
const fair = group('fair', [60, 150], 50, [25, 60]);

const isTooEarly = (counts: readonly EarlyCounts[], name: string) =>
  tooEarly(counts).find((entry) => entry.group === name)?.isTooEarly;

describe('leads made opportunities too early', () => {
  it('convert more often, faster, and are lost early more often than those of all others', () => {
    expect(isTooEarly([...usual, fair], 'fair')).toBe(true);
    expect(isTooEarly([...usual, fair], 'web')).toBe(false);
    expect(tooEarly([...usual, fair])[2]).toMatchObject({
      l2o: { k: 60, n: 150 },
      fast: { k: 50, n: 60 },
      lostEarly: { k: 25, n: 60 },
    });
  });

  it.each([
    ['convert as often as others', group('fair', [60, 300], 50, [25, 60])],
    ['take as long as others', group('fair', [60, 150], 30, [25, 60])],
    ['are not lost early', group('fair', [60, 150], 50, [6, 60])],
    ['may be lost early by chance', group('fair', [60, 150], 50, [9, 60])],
  ])('are not those that %s', (_, entry) => expect(isTooEarly([...usual, entry], 'fair')).toBe(false));

  it('are not told from fewer than 30 of any', () => {
    expect(isTooEarly([...usual, group('fair', [29, 60], 29, [20, 30])], 'fair')).toBe(false);
    expect(isTooEarly([...usual, group('fair', [30, 60], 30, [20, 29])], 'fair')).toBe(false);
    expect(isTooEarly([...usual, group('fair', [30, 60], 30, [20, 30])], 'fair')).toBe(true);
  });

  it('cannot be told without others to compare with', () => {
    expect(isTooEarly([fair], 'fair')).toBe(false);
    expect(tooEarly([])).toEqual([]);
  });

  it('are a loss', () => expect(earlyLoss).toMatchObject({ measure: 'share', better: 'lower' }));
});
