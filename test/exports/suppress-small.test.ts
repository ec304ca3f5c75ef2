import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentRow, DocumentTable, ReviewDocument } from '../../src/exports/review-document.ts';
import { aggregatesOnly, fewestPeople, pooledName } from '../../src/exports/suppress-small.ts';
import { rateOf } from '../../src/metrics/rate-of.ts';
import { channelBlock, hardDocument, jointBlock } from '../support/review-document.ts';

const documentOf = (table: DocumentTable): ReviewDocument => ({
  ...hardDocument,
  blocks: [{ ...channelBlock, table }],
});

const safeTable = (table: DocumentTable): DocumentTable => {
  const safe = aggregatesOnly(documentOf(table)).blocks[0]?.table ?? null;
  if (safe === null) throw new Error('The table is gone.');
  return safe;
};

const groups = (sizes: readonly number[]): DocumentTable => ({
  rowsAre: 'groups',
  columns: [
    { label: 'Channel', kind: 'text' },
    { label: 'Leads', kind: 'people' },
  ],
  rows: sizes.map((size, index) => [`Channel ${index}`, size]),
  total: ['All', sizes.reduce((sum, size) => sum + size, 0)],
});

const places = (rows: readonly DocumentRow[]): DocumentTable => ({
  rowsAre: 'places',
  columns: [
    { label: 'Week', kind: 'text' },
    { label: 'Deals', kind: 'people' },
    { label: 'Revenue', kind: 'money' },
    { label: 'O2D', kind: 'rate' },
  ],
  rows,
  total: null,
});

describe('what is passed on', () => {
  it('counts small channels as others, with all they have', () => {
    const table = aggregatesOnly(hardDocument).blocks[1]?.table;
    expect(table?.rows.map(([name]) => name)).toEqual([
      channelBlock.table?.rows[0]?.[0],
      channelBlock.table?.rows[1]?.[0],
      pooledName,
    ]);
    expect(table?.rows[2]).toEqual([pooledName, 114, rateOf(12, 114), rateOf(2, 12), 110_000]);
    expect(table?.total).toEqual(channelBlock.table?.total);
  });

  it('hides a lone small channel behind the next smallest, so that no subtraction finds it', () =>
    expect(safeTable(groups([90, 20, 4])).rows).toEqual([
      ['Channel 0', 90],
      [pooledName, 24],
    ]));

  it('takes small channels alone where they are many enough', () =>
    expect(safeTable(groups([90, 3, 20, 2])).rows).toEqual([
      ['Channel 0', 90],
      ['Channel 2', 20],
      [pooledName, 5],
    ]));

  it('keeps five and a channel without anybody', () =>
    expect(safeTable(groups([5, 0])).rows).toEqual([
      ['Channel 0', 5],
      ['Channel 1', 0],
    ]));

  it('leaves a column empty where all together are fewer than five', () =>
    expect(safeTable(groups([1, 3]))).toMatchObject({
      rows: [
        ['Channel 0', null],
        ['Channel 1', null],
      ],
      total: ['All', null],
    }));

  it('keeps the leads where only the deals are few', () => {
    const columns = [...groups([]).columns, { label: 'O2D', kind: 'rate' as const }];
    const rows = [
      ['Web', 90, rateOf(1, 3)],
      ['Fair', 60, rateOf(0, 0)],
    ];
    expect(safeTable({ columns, rows, total: null, rowsAre: 'groups' }).rows).toEqual([
      ['Web', 90, null],
      ['Fair', 60, null],
    ]);
  });

  it('leaves a small week empty, and the money beside it', () =>
    expect(
      safeTable(
        places([
          ['A', 4, 100, rateOf(3, 40)],
          ['B', 5, 100, rateOf(0, 5)],
          ['C', 0, 0, rateOf(1, 4)],
        ]),
      ).rows,
    ).toEqual([
      ['A', null, null, rateOf(3, 40)],
      ['B', 5, 100, rateOf(0, 5)],
      ['C', null, null, null],
    ]));

  it('shows money by the records it is about, not by others of the week', () => {
    const columns = [
      { label: 'Week', kind: 'text' as const },
      { label: 'Opportunities', kind: 'people' as const },
      { label: 'Deals', kind: 'people' as const },
      { label: 'Pipeline', kind: 'money' as const, about: 1 },
      { label: 'Revenue', kind: 'money' as const, about: 2 },
    ];
    const rows = [['A', 36, 2, 7_000, 500]];
    expect(safeTable({ columns, rows, total: null, rowsAre: 'places' }).rows).toEqual([
      ['A', 36, null, 7_000, null],
    ]);
  });

  it('leaves large weeks as they are', () =>
    expect(aggregatesOnly(hardDocument).blocks[0]).toEqual(jointBlock));

  it('names no record and no address', () => {
    const text = JSON.stringify(aggregatesOnly(hardDocument));
    for (const personal of ['006XX000004C92AB', 'Ada Byron', 'ada@', 'celebrate'])
      expect(text).not.toContain(personal);
  });

  it('holds no number about fewer than five, whatever the sizes, and the groups still add up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }), (sizes) => {
        const { rows, total } = safeTable(groups(sizes));
        const shown = rows.map(([, leads]) => Number(leads ?? 0));
        for (const leads of shown) expect(leads === 0 || leads >= fewestPeople).toBe(true);
        expect(shown.reduce((sum, leads) => sum + leads, 0)).toBe(Number(total?.[1] ?? 0));
        const again = safeTable({ ...groups(sizes), rows, total });
        expect(again.rows).toEqual(rows);
      }),
      { seed: 26, numRuns: 300 },
    );
  });
});
