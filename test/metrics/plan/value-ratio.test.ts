import { describe, expect, it } from 'vitest';
import { isRanked, valueRatio } from '../../../src/metrics/plan/value-ratio.ts';
import { zOf } from '../../../src/stats/normal.ts';
import { valueOf } from '../../support/plan-basis.ts';

const worth = (channel: string, valueMinor: number, variation: number | null = 0.1, n = 400) => {
  const value = valueOf(channel, { valueMinor, variation });
  return { ...value, l2o: { ...value.l2o, n } };
};

describe('how often the best channel is worth the worst', () => {
  it('is the ratio of their values with the spread of both', () => {
    const found = valueRatio([worth('b', 2000), worth('a', 8000, 0.3), worth('c', 4000)]);
    expect(found).toMatchObject({ best: { channel: 'a' }, worst: { channel: 'b' }, ratio: 4, isTold: true });
    const reach = Math.exp(zOf(0.8) * Math.hypot(0.3, 0.1));
    expect(found?.range.low).toBeCloseTo(4 / reach, 9);
    expect(found?.range.high).toBeCloseTo(4 * reach, 9);
  });

  it('is not told where the range holds 1', () =>
    expect(valueRatio([worth('a', 1100, 0.3), worth('b', 1000)])?.isTold).toBe(false));

  it('leaves out channels with fewer than 30 leads, without a value or of unknown spread', () => {
    expect(isRanked(worth('a', 1, 0.1, 30))).toBe(true);
    expect(isRanked(worth('a', 1, 0.1, 29))).toBe(false);
    expect(isRanked(worth('a', 0))).toBe(false);
    expect(isRanked(worth('a', 1, null))).toBe(false);
    expect(isRanked(valueOf('a', { valueMinor: null }))).toBe(false);
    expect(valueRatio([worth('a', 8000), worth('b', 10, 0.1, 29)])).toBeNull();
    expect(valueRatio([])).toBeNull();
  });
});
