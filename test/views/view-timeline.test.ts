import { describe, expect, it } from 'vitest';
import type { ViewState } from '../../src/views/view-state.ts';
import { arrivedAt, newTimeline } from '../../src/views/explore/view-timeline.ts';

const [first, second, third]: readonly [ViewState, ViewState, ViewState] = [
  {},
  { basis: 'toDate', channel: [1] },
  { rows: 'owner' },
];
const walked = (...states: readonly ViewState[]) => states.reduce(arrivedAt, newTimeline(first));

describe('the views looked at', () => {
  it('lie behind, the nearest last', () =>
    expect(walked(second, third)).toEqual({ past: [first, second], present: third, future: [] }));

  it('stay as they are while the view is the same, however its choices are ordered', () => {
    const timeline = walked(second);
    expect(arrivedAt(timeline, { channel: [1], basis: 'toDate' })).toBe(timeline);
  });

  it('are stepped back through, and forward again', () => {
    expect(walked(second, third, second)).toEqual({ past: [first], present: second, future: [third] });
    expect(walked(second, third, second, first).future).toEqual([third, second]);
    expect(walked(second, third, second, first, second, third)).toEqual({
      past: [first, second],
      present: third,
      future: [],
    });
  });

  it('end what was undone with a new one', () =>
    expect(walked(second, first, third)).toEqual({ past: [first], present: third, future: [] }));

  it('are remembered as far as a hundred', () => {
    const many = Array.from({ length: 130 }, (_, index): ViewState => ({ l2oDays: index + 7 }));
    const { past } = walked(...many);
    expect(past.length).toBe(100);
    expect(past.at(-1)).toEqual({ l2oDays: 135 });
  });
});
