import { describe, expect, it } from 'vitest';
import type { SnapshotChange } from '../../src/metrics/snapshot-change.ts';
import { newWeeksWords, snapshotDefinition, snapshotWords } from '../../src/sentences/snapshot-words.ts';

const change: SnapshotChange = {
  thenAsOf: '2026-08-03',
  nowAsOf: '2026-08-10',
  from: '2026-05-04',
  to: '2026-07-27',
  said: { k: 124, n: 1000, rate: 0.124 },
  now: { k: 132, n: 1008, rate: 132 / 1008 },
  parts: [
    { cause: 'lateEntry', change: 0.001 },
    { cause: 'matured', change: 132 / 1008 - 0.125 },
  ],
  newWeeks: null,
};

const said = (parts: SnapshotChange['parts'], now: number): string =>
  snapshotWords({ ...change, parts, now: { k: 1, n: 1, rate: now } });

describe('what was said and what is said now', () => {
  it('are told with the parts between them', () =>
    expect(snapshotWords(change)).toBe(
      'On Mon, 3 Aug 2026 we said 12.4%, now 13.1%: 0.1 late entry, 0.6 matured.',
    ));

  it('are told with parts that add up as they are shown, though each is rounded', () =>
    expect(
      said(
        [
          { cause: 'lateEntry', change: 0.00149 },
          { cause: 'definition', change: 0.00149 },
          { cause: 'matured', change: 0.00149 },
        ],
        0.12847,
      ),
    ).toBe(
      'On Mon, 3 Aug 2026 we said 12.4%, now 12.8%: 0.2 late entry, 0.1 another definition, 0.1 matured.',
    ));

  it('show what was taken away with its sign', () =>
    expect(
      said(
        [
          { cause: 'lateEntry', change: -0.003 },
          { cause: 'matured', change: 0.001 },
        ],
        0.122,
      ),
    ).toBe('On Mon, 3 Aug 2026 we said 12.4%, now 12.2%: −0.3 late entry, 0.1 matured.'));

  it('are told without parts where nothing moved', () =>
    expect(said([{ cause: 'unsplit', change: 0.0001 }], 0.1241)).toBe(
      'On Mon, 3 Aug 2026 we said 12.4%, now 12.4%.',
    ));

  it('come with their weeks and counts', () =>
    expect(snapshotDefinition(change)).toBe(
      'Weeks of 4 May 2026 to 27 Jul 2026, percentage points, converted within the window so far: 124 of 1,000 then, 132 of 1,008 now.',
    ));
});

describe('the weeks since then', () => {
  const weeks = {
    before: { k: 30, n: 300, rate: 0.1 },
    after: { k: 10, n: 250, rate: 0.04 },
    difference: -0.06,
    low: -0.1,
    high: -0.02,
    direction: 'down',
  } as const;
  const rates =
    'The weeks since then are at 4.0% so far (10 of 250), against 10.0% (30 of 300) of those before at the same age';

  it.each([
    ['probably', `${rates}: probably down.`],
    ['usual', `${rates}: no clear change.`],
    ['cannotTell', `${rates}: too few to tell whether it moved.`],
  ] as const)('are never told stronger than the numbers: %s', (verdict, words) =>
    expect(newWeeksWords({ ...weeks, verdict })).toBe(words),
  );
});
