import { describe, expect, it } from 'vitest';
import type { ViewState } from '../../src/views/view-state.ts';
import { changeTo } from '../../src/views/view-state.ts';
import {
  forgetAllViews,
  forgetView,
  groupsMark,
  openedView,
  savedViews,
  saveView,
  type ViewStore,
} from '../../src/views/explore/saved-views.ts';

const memory = (): ViewStore => {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
};
const full: ViewStore = {
  getItem: () => null,
  setItem: () => {
    throw new Error('There is no room.');
  },
  removeItem: () => undefined,
};
const state: ViewState = { channel: [2], rows: 'owner', from: '2026-01-01' };
const view = (name: string, groups = 1) => ({ name, state, groups });

describe('views kept on this computer', () => {
  it('are there again in order of their names, one a name', () => {
    const store = memory();
    expect(savedViews(store)).toEqual([]);
    expect(saveView(store, view('Monday'))).toBe(true);
    expect(saveView(store, view('All'))).toBe(true);
    expect(saveView(store, { ...view('Monday'), state: {} })).toBe(true);
    expect(savedViews(store)).toEqual([view('All'), { ...view('Monday'), state: {} }]);
    expect(forgetView(store, 'All')).toBe(true);
    expect(savedViews(store).map(({ name }) => name)).toEqual(['Monday']);
  });

  it('are none where what is kept is not of this kind, and are not kept without room', () => {
    for (const text of ['nonsense', '{}', '[{"name":""}]', '[{"name":"A","state":1,"groups":1}]'])
      expect(savedViews({ ...full, getItem: () => text })).toEqual([]);
    expect(saveView(full, view('A'))).toBe(false);
    expect(forgetView(full, 'A')).toBe(false);
  });

  it('leave nothing behind once all are forgotten', () => {
    const store = memory();
    saveView(store, view('Monday'));
    forgetAllViews(store);
    expect(store.getItem('saved views')).toBeNull();
  });

  it('are 50 at most, of which one can still be replaced', () => {
    const store = memory();
    for (let index = 0; index < 50; index += 1) expect(saveView(store, view(`View ${index}`))).toBe(true);
    expect(saveView(store, view('One more'))).toBe(false);
    expect(saveView(store, view('View 7'))).toBe(true);
  });
});

describe('opening a kept view', () => {
  it('gives it whole over the same groups', () =>
    expect(openedView(view('A', 7), 7)).toEqual({ state, isWhole: true }));

  it('leaves out what points at groups once these have changed', () => {
    expect(openedView(view('A', 7), 8)).toEqual({
      state: { rows: 'owner', from: '2026-01-01' },
      isWhole: false,
    });
    expect(openedView({ name: 'A', groups: 7, state: { a: 1, basis: 'toDate' } }, 8)).toEqual({
      state: { basis: 'toDate' },
      isWhole: false,
    });
  });

  it('gives a view whole that points at none, whatever the groups', () =>
    expect(openedView({ name: 'A', groups: 7, state: { rows: 'owner' } }, 8).isWhole).toBe(true));

  it('tells groups apart by name, field and order', () => {
    const marks = [
      groupsMark({ channel: ['A', 'B'], segment: [] }),
      groupsMark({ channel: ['A'], segment: ['B'] }),
      groupsMark({ channel: ['B', 'A'], segment: [] }),
      groupsMark({ channel: ['A', 'B', 'C'], segment: [] }),
      groupsMark({}),
    ];
    expect(new Set(marks).size).toBe(marks.length);
    expect(groupsMark({ channel: ['A', 'B'] })).toBe(marks[0]);
  });

  it('clears what the view does not choose', () =>
    expect(changeTo({ rows: 'owner' })).toMatchObject({ rows: 'owner', channel: undefined, bTo: undefined }));
});
