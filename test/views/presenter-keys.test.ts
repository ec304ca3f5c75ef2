import { describe, expect, it } from 'vitest';
import { reviewBlocks } from '../../src/sentences/review/review-agenda.ts';
import { presenterKey } from '../../src/views/review/presenter-keys.ts';

describe('the keys of the presented review', () => {
  it('go through the agenda one by one, in the order of the page and back', () => {
    expect(presenterKey('PageDown', 'week')).toBe('track');
    expect(presenterKey('ArrowRight', 'track')).toBe('l2o');
    expect(presenterKey('PageUp', 'l2o')).toBe('track');
    expect(presenterKey('ArrowLeft', 'track')).toBe('week');
  });

  it('jump to both ends, beyond which there is nothing', () => {
    expect(presenterKey('Home', 'wins')).toBe('week');
    expect(presenterKey('End', 'week')).toBe('wins');
    for (const key of ['Home', 'PageUp', 'ArrowLeft']) expect(presenterKey(key, 'week')).toBeNull();
    for (const key of ['End', 'PageDown', 'ArrowRight']) expect(presenterKey(key, 'wins')).toBeNull();
  });

  it('leave everything else to the page', () => {
    expect(reviewBlocks.map((block) => presenterKey('Escape', block))).toEqual(
      reviewBlocks.map(() => 'leave'),
    );
    for (const key of ['ArrowDown', 'ArrowUp', 'Enter', ' ', 'a'])
      expect(presenterKey(key, 'l2o')).toBeNull();
  });
});
