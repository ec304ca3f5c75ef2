import * as v from 'valibot';
import { isLocalDate } from '../domain/local-date.ts';
import { snapshotFormat, snapshotVersion, type Snapshot } from './snapshot.ts';

/** A snapshot, or in words why a file is none. */
export type OpenedSnapshot = { readonly snapshot: Snapshot } | { readonly problem: string };

const day = v.pipe(v.string(), v.check(isLocalDate, 'must be a date that exists'));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const share = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));

const rate = v.strictObject({ k: whole, n: whole, rate: share, low: share, high: share });
const cell = v.union([v.string(), v.pipe(v.number(), v.finite()), rate, v.null()]);
const row = v.array(cell);
const table = v.pipe(
  v.strictObject({
    columns: v.array(
      v.strictObject({
        label: v.string(),
        kind: v.picklist(['text', 'people', 'number', 'share', 'points', 'money', 'rate']),
        about: v.optional(whole),
      }),
    ),
    rows: v.array(row),
    total: v.nullable(row),
    rowsAre: v.picklist(['groups', 'places']),
  }),
  v.check(
    ({ columns, rows, total }) =>
      [...rows, ...(total === null ? [] : [total])].every(({ length }) => length === columns.length),
    'must have as many cells in each row as columns',
  ),
);
const block = v.strictObject({
  question: v.string(),
  answer: v.string(),
  definition: v.string(),
  notes: v.array(v.string()),
  table: v.nullable(table),
  chart: v.nullable(
    v.strictObject({ kind: v.picklist(['line', 'bar', 'scatter']), columns: v.array(whole) }),
  ),
  namesRecords: v.literal(false),
});
const cohorts = v.nullable(
  v.strictObject({
    asOf: day,
    definition: v.string(),
    weeks: v.array(
      v.pipe(
        v.strictObject({ start: day, n: whole, k: whole }),
        v.check(({ k, n }) => k <= n, 'must not convert more than there are'),
      ),
    ),
  }),
);
const schema: v.GenericSchema<unknown, Snapshot> = v.strictObject({
  format: v.literal(snapshotFormat),
  version: v.literal(snapshotVersion),
  document: v.strictObject({
    title: v.string(),
    summary: v.array(v.strictObject({ text: v.string(), namesRecords: v.literal(false) })),
    asOf: day,
    definitionLabel: v.string(),
    currency: v.nullable(v.string()),
    blocks: v.array(block),
  }),
  cohorts: v.strictObject({ l2o: cohorts, o2d: cohorts }),
});

const head = v.object({ format: v.literal(snapshotFormat), version: v.number() });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Reads a snapshot from the text of a file: the same numbers as on the day it was frozen. Nothing of a damaged file is shown. */
export const openSnapshot = (text: string): OpenedSnapshot => {
  const data = parsed(text);
  const known = v.safeParse(head, data);
  if (!known.success) return { problem: 'This file is not a snapshot of a weekly review.' };
  if (known.output.version !== snapshotVersion)
    return {
      problem: `This snapshot was written in version ${known.output.version} of its format; this page reads version ${snapshotVersion}.`,
    };
  const result = v.safeParse(schema, data);
  if (result.success) return { snapshot: result.output };
  const [issue] = result.issues;
  return { problem: `This snapshot is damaged at ${v.getDotPath(issue) ?? 'its start'}: ${issue.message}.` };
};
