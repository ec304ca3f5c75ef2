import * as v from 'valibot';
import { dimensions } from '../domain/dimension.ts';
import { isLocalDate } from '../domain/local-date.ts';
import { chosenWindowDays } from '../metrics/chosen-windows.ts';
import { reviewBlocks } from '../sentences/review/review-agenda.ts';
import { shapes, type ViewChange, type ViewState } from '../views/view-state.ts';

const date = v.pipe(v.string(), v.check(isLocalDate));
const position = v.pipe(v.number(), v.integer(), v.minValue(0));
const positions = v.array(position);
const windowDays = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(chosenWindowDays.shortest),
  v.maxValue(chosenWindowDays.longest),
);

const fields = {
  asOf: date,
  knownAt: date,
  anchor: v.picklist(['created', 'mql']),
  from: date,
  to: date,
  channel: positions,
  segment: positions,
  basis: v.picklist(['windowed', 'toDate']),
  l2oDays: windowDays,
  o2dDays: windowDays,
  rows: v.picklist(dimensions),
  columns: v.picklist(dimensions),
  clock: v.picklist(['cohort', 'period']),
  shape: v.picklist(shapes),
  joint: v.picklist(['l2o', 'o2d']),
  compare: v.picklist(['groups', 'periods']),
  a: position,
  b: position,
  aFrom: date,
  aTo: date,
  bFrom: date,
  bTo: date,
  present: v.picklist(reviewBlocks),
} as const;

/** Reads the view from the address; whatever does not belong there is dropped, never an error. */
export const readViewState = (search: Readonly<Record<string, unknown>>): ViewState =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, schema]) => {
      const result = v.safeParse(schema, search[name]);
      return result.success ? [[name, result.output]] : [];
    }),
  );

/** The view after a change; cleared and empty fields leave the address. */
export const changedView = (state: ViewState, change: ViewChange): ViewState =>
  readViewState(
    Object.fromEntries(
      Object.entries({ ...state, ...change }).filter(
        ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
      ),
    ),
  );
