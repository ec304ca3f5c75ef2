import type { GroupNames, ViewState } from '../view-state.ts';

/** A view kept under a name. It holds positions of groups, never a value out of the data. */
export interface SavedView {
  readonly name: string;
  readonly state: ViewState;
  /** Stands for the groups that the positions point at. */
  readonly groups: number;
}

/** Where views are kept. */
export type ViewStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const place = 'saved views';
const mostViews = 50;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a view chooses is not looked at here: whatever does not belong into a view is dropped when it is opened. */
const isSavedView = (value: unknown): value is SavedView =>
  isRecord(value) &&
  typeof value['name'] === 'string' &&
  value['name'] !== '' &&
  isRecord(value['state']) &&
  typeof value['groups'] === 'number';

/** The views that are kept, by name; none where nothing can be read. */
export const savedViews = (store: ViewStore): readonly SavedView[] => {
  try {
    const kept: unknown = JSON.parse(store.getItem(place) ?? '[]');
    return Array.isArray(kept) && kept.every(isSavedView) ? kept : [];
  } catch {
    return [];
  }
};

/** Keeps these views; false where the browser keeps nothing. */
const keep = (store: ViewStore, views: readonly SavedView[]): boolean => {
  try {
    store.setItem(place, JSON.stringify(views));
    return true;
  } catch {
    return false;
  }
};

/** Keeps a view, in place of one of the same name; false where it cannot be kept or there are too many. */
export const saveView = (store: ViewStore, view: SavedView): boolean => {
  const others = savedViews(store).filter(({ name }) => name !== view.name);
  if (others.length >= mostViews) return false;
  return keep(
    store,
    [...others, view].toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
  );
};

/** Forgets a view; false where the browser keeps nothing. */
export const forgetView = (store: ViewStore, name: string): boolean =>
  keep(
    store,
    savedViews(store).filter((view) => view.name !== name),
  );

/** Forgets every view, with everything else that is kept. */
export const forgetAllViews = (store: ViewStore): void => store.removeItem(place);

/** A number that changes when the groups of a field do (FNV-1a), so that a position is never taken for another group. */
export const groupsMark = ({ channel = [], segment = [] }: GroupNames): number => {
  let mark = 0x811c9dc5;
  for (const letter of JSON.stringify([channel, segment]))
    mark = Math.imul(mark ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return mark;
};

/** The view as it can be opened over these groups: where they have changed, what points at groups is left out. */
export const openedView = (
  { state, groups }: SavedView,
  mark: number,
): { readonly state: ViewState; readonly isWhole: boolean } => {
  const { channel, segment, a, b, ...rest } = state;
  const pointsAtGroups = [channel, segment, a, b].some((field) => field !== undefined);
  return groups === mark || !pointsAtGroups ? { state, isWhole: true } : { state: rest, isWhole: false };
};
