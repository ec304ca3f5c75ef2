import { describe, expect, it } from 'vitest';
import { openSnapshot } from '../../src/exports/open-snapshot.ts';
import { snapshotComparison } from '../../src/exports/snapshot-comparison.ts';
import {
  compareSnapshots,
  freezeSnapshot,
  snapshotText,
  snapshotVersion,
  type Snapshot,
} from '../../src/exports/snapshot.ts';
import { aggregatesOnly } from '../../src/exports/suppress-small.ts';
import type { CohortCount } from '../../src/metrics/snapshot-change.ts';
import { hardDocument } from '../support/review-document.ts';

const counted = (asOf: string, k: number): CohortCount => ({
  asOf,
  definition: 'v1',
  weeks: [
    { start: '2026-06-01', n: 100, k },
    { start: '2026-06-08', n: 4, k: 1 },
    { start: '2026-06-15', n: 5, k: 0 },
  ],
});

const frozen = freezeSnapshot(hardDocument, { l2o: counted('2026-06-22', 10), o2d: null });

const opened = (text: string): Snapshot => {
  const result = openSnapshot(text);
  if ('problem' in result) throw new Error(result.problem);
  return result.snapshot;
};

const problemOf = (text: string): string => {
  const result = openSnapshot(text);
  return 'problem' in result ? result.problem : '';
};

/** The file with one place changed. */
const changed = (before: string, after: string): string => {
  const text = snapshotText(frozen);
  if (!text.includes(before)) throw new Error(`No ${before}.`);
  return text.replace(before, after);
};

describe('a frozen week', () => {
  it('opens with the same numbers', () => expect(opened(snapshotText(frozen))).toEqual(frozen));

  it('holds aggregates only, and no week of fewer than five leads', () => {
    expect(frozen.document).toEqual(aggregatesOnly(hardDocument));
    expect(frozen.cohorts.l2o?.weeks.map(({ n }) => n)).toEqual([100, 5]);
    for (const personal of ['006XX000004C92AB', 'Ada Byron', 'ada@'])
      expect(snapshotText(frozen)).not.toContain(personal);
  });

  it('is held against a later one, joint by joint', () => {
    const later = freezeSnapshot(hardDocument, {
      l2o: counted('2026-06-29', 15),
      o2d: counted('2026-06-29', 1),
    });
    const { l2o, o2d } = compareSnapshots(frozen, later);
    expect(l2o).toMatchObject({ said: { k: 10, n: 105 }, now: { k: 15, n: 105 } });
    expect(o2d).toBeNull();
    expect(compareSnapshots(later, frozen).o2d).toBeNull();
    const recount = { thenDefinition: null, nowDefinition: counted('2026-06-22', 12) };
    expect(compareSnapshots(frozen, later, { l2o: recount }).l2o?.parts).toEqual([
      { cause: 'lateEntry', change: 12 / 105 - 10 / 105 },
      { cause: 'matured', change: 15 / 105 - 12 / 105 },
    ]);
  });
});

describe('an earlier week against this one, in words', () => {
  const later = freezeSnapshot(hardDocument, { l2o: counted('2026-06-29', 15), o2d: null });

  it('tells what matured from what was entered late, and what was not measured', () => {
    const recounted = { l2o: counted('2026-06-22', 12), o2d: null };
    const { l2o, o2d } = snapshotComparison(frozen, later, recounted);
    expect(l2o).toMatchObject({
      label: 'Leads become opportunities',
      answer: 'On Mon, 22 Jun 2026 we said 9.5%, now 14.3%: 1.9 late entry, 2.9 matured.',
      newWeeks: null,
    });
    expect(o2d.answer).toBe('Nothing to compare: no week was counted both then and now');
  });

  it.each([
    ['the day lies outside the files', null],
    [
      'the count was made in another way',
      { l2o: { ...counted('2026-06-22', 12), definition: 'v2' }, o2d: null },
    ],
  ])('does not split where %s', (_, recounted) =>
    expect(snapshotComparison(frozen, later, recounted).l2o.answer).toBe(
      'On Mon, 22 Jun 2026 we said 9.5%, now 14.3%: 4.8 matured or late entry.',
    ),
  );
});

describe('a file that is no snapshot', () => {
  it.each([
    ['is no JSON', 'a,b\n1,2', 'This file is not a snapshot of a weekly review.'],
    ['is other JSON', '{"format":"else","version":1}', 'This file is not a snapshot of a weekly review.'],
    [
      'comes from a later version',
      changed('"version": 1', '"version": 2'),
      `This snapshot was written in version 2 of its format; this page reads version ${snapshotVersion}.`,
    ],
  ])('is refused where it %s', (_, text, problem) => expect(problemOf(text)).toBe(problem));

  it.each([
    ['a day that does not exist', '"asOf": "2026-06-30"', '"asOf": "2026-06-31"', 'document.asOf'],
    ['more converted than there are', '"k": 10', '"k": 101', 'cohorts.l2o.weeks.0'],
    ['a row without a cell', '"April 2026",', '', 'document.blocks.0.table'],
    ['a share above one', '"rate": 0.12,', '"rate": 1.2,', 'document.blocks.0.table.rows.0.1.rate'],
    ['a key that does not belong there', '"title"', '"id": "006XX", "title"', 'document.id'],
    [
      'a sentence about single records',
      '"namesRecords": false',
      '"namesRecords": true',
      'document.summary.0.namesRecords',
    ],
  ])('is refused for %s, and the place is named', (_, before, after, place) =>
    expect(problemOf(changed(before, after))).toContain(`damaged at ${place}: `),
  );
});
