import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEpochDay } from '../../../src/domain/local-date.ts';
import { leadCells, opportunityCells } from '../../../src/metrics/cube/cube-cells.ts';
import { sliceCube } from '../../../src/metrics/cube/cube.ts';
import { pivot, pivotTotal } from '../../../src/metrics/cube/pivot.ts';
import { onlyOnSuccess } from '../../../src/metrics/measurability.ts';
import { conversionTable } from '../../../src/metrics/conversion-table.ts';
import { filters, tinyRows } from '../../support/random-tiny-cube.ts';
import { tinyCube, type TinyRow } from '../../support/tiny-cube.ts';

const old = '2026-01-10';
const young = '2026-06-20';

const lead = (row: string, column: string, journeys: number, converted: number, day = old): TinyRow => ({
  row,
  column,
  day,
  journeys,
  converted,
  converted_windowed: converted,
});

const opportunity = (
  row: string,
  column: string,
  opportunities: number,
  won: number,
  day = old,
): TinyRow => ({
  row,
  column,
  day,
  opportunities,
  won,
  won_windowed: won,
  sourced: opportunities,
});

describe('a pivot within the window', () => {
  const cube = tinyCube({
    leads: [
      lead('Web', 'Small', 100, 10),
      lead('Web', 'Large', 100, 40),
      lead('Event', 'Small', 20, 2),
      lead('Web', 'Small', 25, 0, young),
    ],
    opportunities: [opportunity('Web', 'Small', 10, 5), opportunity('(unsourced)', 'Small', 40, 4)],
  });
  const made = () => pivot(cube, 'windowed', {});

  it('makes the rate of a line of the sums of its cells, never of their rates', () => {
    expect(made().rows[0]).toMatchObject({
      group: 'Web',
      total: { l2o: { rate: { k: 50, n: 200, rate: 0.25 } } },
    });
    expect(made().columns.find(({ group }) => group === 'Small')?.total.l2o?.rate).toMatchObject({
      k: 12,
      n: 120,
    });
    expect(made().total.l2o?.rate).toMatchObject({ k: 52, n: 220 });
  });

  it('goes from the line with most leads to that with fewest, and last those without a lead', () =>
    expect(made().rows.map(({ group }) => group)).toEqual(['Web', 'Event', '(unsourced)']));

  it('orders lines of as many leads by their opportunities, then by name', () => {
    const lines = pivot(
      tinyCube({
        leads: ['D', 'B', 'C'].map((group) => lead(group, group, 40, 4)),
        opportunities: [opportunity('A', 'A', 9, 1), opportunity('C', 'C', 3, 1)],
      }),
      'windowed',
      {},
    );
    expect(lines.rows.map(({ group }) => group)).toEqual(['C', 'B', 'D', 'A']);
    expect(lines.columns.map(({ group }) => group)).toEqual(['C', 'B', 'D', 'A']);
    expect(lines.columns[0]?.total).toMatchObject({ row: '', column: 'C', o2d: { rate: { k: 1, n: 3 } } });
    expect(lines.rows[0]?.total).toMatchObject({ row: 'C', column: '' });
  });

  it('lists every cell with its row and column', () =>
    expect(made().cells.map(({ row, column }) => `${row} ${column}`)).toEqual([
      'Event Small',
      'Web Large',
      'Web Small',
      '(unsourced) Small',
    ]));

  it('says which share of the leads has had the window', () => {
    expect(made().cellOf('Web', 'Small')?.l2o?.seen).toBe(100 / 125);
    expect(made().cellOf('Web', 'Large')?.l2o?.seen).toBe(1);
    expect(made().total.l2o?.seen).toBe(220 / 245);
  });

  it('says nothing of a share seen where nothing started', () =>
    expect(made().cellOf('(unsourced)', 'Small')?.l2o).toMatchObject({
      rate: { k: 0, n: 0, rate: null },
      seen: null,
    }));

  it('flags the cells that differ from the rest, in the direction of the rate', () => {
    expect(made().cellOf('Web', 'Large')?.l2o?.side).toBe('above');
    expect(made().cellOf('Web', 'Small')?.l2o?.side).toBe('below');
  });

  it('shows a cell under 30 without testing it', () => {
    expect(made().cellOf('Event', 'Small')?.l2o).toMatchObject({
      rate: { k: 2, n: 20, rate: 0.1 },
      adjusted: null,
      side: null,
    });
    expect(made().tested).toBe(3);
  });

  it('has no cell where there is no record, and no flag on a total', () => {
    expect(made().cellOf('Event', 'Large')).toBeNull();
    expect(made().cellOf('Nobody', 'Large')).toBeNull();
    expect(made().rows[0]?.total.l2o).toMatchObject({ adjusted: null, side: null });
  });

  it('leaves a joint out that the input cannot tell', () => {
    const blind = pivot(cube, 'windowed', { o2d: 'Only deals are known.' });
    expect(blind.total.o2d).toBeNull();
    expect(blind.cellOf('Web', 'Small')?.o2d).toBeNull();
    expect(blind.cellOf('Web', 'Small')?.l2o).not.toBeNull();
  });

  it('of nothing is nothing', () => {
    const empty = pivot(tinyCube({}), 'windowed', {});
    expect(empty).toMatchObject({ rows: [], columns: [], cells: [], tested: 0 });
    expect(empty.total.l2o).toMatchObject({ rate: { k: 0, n: 0, rate: null }, seen: null });
  });
});

describe('a field that is filled only on success', () => {
  const cube = tinyCube({
    leads: [lead('Web', 'Large', 30, 30), lead('Web', '(blank)', 70, 0)],
    opportunities: [opportunity('Web', 'Large', 30, 3), opportunity('(unsourced)', 'Large', 9, 3)],
  });

  it('gives no share of leads in its cells, with the reason, but does in all together', () => {
    const made = pivot(cube, 'windowed', {});
    expect(made.notMeasurable).toEqual({ l2o: onlyOnSuccess });
    expect(made.cellOf('Web', 'Large')?.l2o).toBeNull();
    expect(made.cellOf('Web', 'Large')?.o2d?.rate).toMatchObject({ k: 3, n: 30 });
    expect(made.total.l2o?.rate).toMatchObject({ k: 30, n: 100 });
  });
});

describe('a pivot to date', () => {
  const rows = (group: string, at: number): readonly TinyRow[] => [
    { row: group, day: '2025-01-10', journeys: 200, converted: 100, disqualified: 100 },
    { row: group, day: toEpochDay('2026-06-30') - at, journeys: 50 },
  ];
  const ages = (group: string, at: number) => [
    { row: group, day: at, converted: 100 },
    { row: group, day: 60, disqualified: 100 },
  ];
  const cube = tinyCube({
    leads: [...rows('Quick', 10), ...rows('Slow', 10)],
    leadAges: [...ages('Quick', 5), ...ages('Slow', 50)],
  });
  const made = () => pivot(cube, 'toDate', {});

  it('counts all that started, however young', () =>
    expect(made().cellOf('Quick', 'Small')?.l2o?.rate).toMatchObject({ k: 100, n: 250 }));

  it('takes the maturity of each row from its own curve', () => {
    expect(made().cellOf('Quick', 'Small')?.l2o?.seen).toBe(1);
    expect(made().cellOf('Slow', 'Small')?.l2o?.seen).toBe(200 / 250);
    expect(made().total.l2o?.seen).toBe(450 / 500);
  });

  it('takes the maturity of opportunities from their own curve', () => {
    const deals = pivot(
      tinyCube({
        opportunities: [
          { ...opportunity('Web', 'Small', 200, 100, '2025-01-10'), lost: 100 },
          opportunity('Web', 'Small', 40, 0, '2026-06-20'),
        ],
        opportunityAges: [
          { day: 5, won: 50 },
          { day: 30, won: 50 },
          { day: 60, lost: 100 },
        ],
      }),
      'toDate',
      {},
    );
    expect(deals.cellOf('Web', 'Small')?.o2d).toMatchObject({ rate: { k: 100, n: 240 } });
    // The 40 are followed for 10 days: 50 of 240 by day 5, then 50 of the 150 who are left.
    const byDay5 = 50 / 240;
    const final = byDay5 + (190 / 240) * (50 / 150);
    expect(deals.total.o2d?.seen).toBeCloseTo((200 + 40 * (byDay5 / final)) / 240, 12);
    expect(deals.total.l2o?.seen).toBeNull();
  });

  it('tells no maturity of a line of which one cell has none', () => {
    const mixed = tinyCube({
      leads: [...rows('Quick', 10), lead('Young', 'Small', 10, 0, young)],
      leadAges: [...ages('Quick', 5)],
    });
    expect(pivot(mixed, 'toDate', {}).total.l2o?.seen).toBe(1);
    const none = pivot(tinyCube({ leads: rows('Quick', 10) }), 'toDate', {});
    expect(none.total.l2o?.seen).toBeNull();
  });

  it('tells no maturity where no curve has an end', () =>
    expect(pivot(tinyCube({ leads: [lead('Web', 'Small', 40, 4)] }), 'toDate', {}).total.l2o).toMatchObject({
      rate: { k: 4, n: 40 },
      seen: null,
    }));
});

describe('a pivot of what happened in the period', () => {
  const cube = tinyCube({
    leads: [lead('Web', 'Small', 50, 9)],
    opportunities: [opportunity('Web', 'Small', 60, 9)],
    closes: [{ row: 'Web', column: 'Small', day: old, won: 8, lost: 24 }],
  });
  const made = () => pivot(cube, 'period', {});

  it('divides opportunities created by leads that started, which is no share and has no interval', () =>
    expect(made().total.l2o).toMatchObject({
      rate: { k: 60, n: 50, rate: 1.2, low: null, high: null },
      seen: null,
      adjusted: null,
    }));

  it('flags no opportunities for each lead, and the share of deals where it differs', () => {
    const closed = (column: string, won: number, lost: number): TinyRow => ({
      row: 'Web',
      column,
      day: old,
      won,
      lost,
    });
    const two = pivot(
      tinyCube({
        leads: [lead('Web', 'Small', 200, 9), lead('Web', 'Large', 200, 190)],
        closes: [closed('Small', 8, 192), closed('Large', 80, 120)],
      }),
      'period',
      {},
    );
    expect(two.cellOf('Web', 'Small')).toMatchObject({ l2o: { side: null }, o2d: { side: 'below' } });
    expect(two.cellOf('Web', 'Large')).toMatchObject({ l2o: { side: null }, o2d: { side: 'above' } });
    expect(two.tested).toBe(2);
  });

  it('divides won by closed, whatever is still open', () =>
    expect(made().total.o2d).toMatchObject({ rate: { k: 8, n: 32, rate: 0.25 }, seen: null }));

  it('has no ratio of fewer than five leads', () => {
    const few = (leads: number) =>
      pivotTotal(
        tinyCube({
          leads: [lead('Web', 'Small', leads, 0)],
          opportunities: [opportunity('Web', 'Small', 3, 0)],
        }),
        'period',
        {},
      ).l2o?.rate.rate;
    expect(few(4)).toBeNull();
    expect(few(5)).toBe(0.6);
  });
});

describe('any pivot', () => {
  it('has the totals of the conversion table, line by line, within the window and to date', () =>
    fc.assert(
      fc.property(
        tinyRows,
        filters,
        fc.constantFrom('windowed' as const, 'toDate' as const),
        (rows, filter, clock) => {
          const cube = sliceCube(tinyCube(rows), filter);
          const table = conversionTable(leadCells(cube), opportunityCells(cube), 'row_group', {});
          const made = pivot(cube, clock, {});
          const lines = new Map(made.rows.map(({ group, total }) => [group, total]));
          for (const group of table.groups) {
            expect(lines.get(group.group)?.o2d?.rate).toEqual(group.o2d?.[clock]);
            const told = made.notMeasurable.l2o === undefined ? group.l2o?.[clock] : undefined;
            expect(lines.get(group.group)?.l2o?.rate).toEqual(told);
          }
          expect(lines.size).toBe(table.groups.length);
          expect(made.total.l2o?.rate).toEqual(table.total.l2o?.[clock]);
        },
      ),
      { seed: 20261124, numRuns: 100 },
    ));
});
