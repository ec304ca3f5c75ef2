import type { ViewState } from '../view-state.ts';

/** The views that were looked at before and after the present one, each nearest last. */
export interface ViewTimeline {
  readonly past: readonly ViewState[];
  readonly present: ViewState;
  readonly future: readonly ViewState[];
}

const kept = 100;

/** A view as a text that does not know the order in which its choices were made. */
const textOf = (state: ViewState): string =>
  JSON.stringify(Object.entries(state).toSorted(([a], [b]) => (a < b ? -1 : 1)));

const isSame = (a: ViewState | undefined, b: ViewState): boolean =>
  a !== undefined && textOf(a) === textOf(b);

/** A timeline of one view. */
export const newTimeline = (present: ViewState): ViewTimeline => ({ past: [], present, future: [] });

/**
 * The timeline after a view has come on screen, by whatever way: the one before is a step back, the one after a step
 * forward, so that the browser's own buttons and those of the page never disagree. Any other ends what was undone.
 */
export const arrivedAt = (timeline: ViewTimeline, state: ViewState): ViewTimeline => {
  const { past, present, future } = timeline;
  if (isSame(present, state)) return timeline;
  if (isSame(past.at(-1), state))
    return { past: past.slice(0, -1), present: state, future: [...future, present] };
  if (isSame(future.at(-1), state))
    return { past: [...past, present], present: state, future: future.slice(0, -1) };
  return { past: [...past, present].slice(-kept), present: state, future: [] };
};
