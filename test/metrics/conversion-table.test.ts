import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  conversionCell,
  conversionTable,
  type LeadCounts,
  type OpportunityCounts,
} from '../../src/metrics/conversion-table.ts';
import { notMeasurableJoints } from '../../src/metrics/measurability.ts';
import { rateOf } from '../../src/metrics/rate-of.ts';

const leadCell = (row_group: string, counts: Partial<LeadCounts> = {}): LeadCounts => ({
  row_group,
  column_group: 'Small',
  journeys: 0,
  converted: 0,
  disqualified: 0,
  open: 0,
  won: 0,
  journeys_l2o: 0,
  converted_windowed: 0,
  journeys_l2d: 0,
  won_windowed: 0,
  ...counts,
});

const opportunityCell = (row_group: string, counts: Partial<OpportunityCounts> = {}): OpportunityCounts => ({
  row_group,
  column_group: 'Small',
  opportunities: 0,
  sourced: 0,
  won: 0,
  lost: 0,
  opportunities_windowed: 0,
  won_windowed: 0,
  won_minor: 0,
  won_with_amount: 0,
  ...counts,
});

const groups = fc.constantFrom('Web', 'Event', '(blank)', 'unknown');

const leadCells = fc.array(
  fc
    .tuple(groups, fc.constantFrom('Small', 'Large'), fc.nat(99), fc.nat(99), fc.nat(99))
    .map(([row, column, converted, open, won]) =>
      leadCell(row, {
        column_group: column,
        journeys: converted + open,
        converted,
        open,
        won: Math.min(won, converted),
        journeys_l2o: converted + open,
        converted_windowed: converted,
      }),
    ),
  { maxLength: 12 },
);

const opportunityCells = fc.array(
  fc
    .tuple(groups, fc.constantFrom('Small', 'Large'), fc.nat(99), fc.nat(99))
    .map(([row, column, won, lost]) =>
      opportunityCell(row, {
        column_group: column,
        opportunities: won + lost,
        sourced: won + lost,
        won,
        lost,
      }),
    ),
  { maxLength: 12 },
);

describe('a breakdown', () => {
  it('has groups whose counts add up to the total, whichever field it is cut by', () => {
    fc.assert(
      fc.property(leadCells, opportunityCells, (leads, opportunities) => {
        for (const side of ['row_group', 'column_group'] as const) {
          const { total, groups: parts } = conversionTable(leads, opportunities, side, {});
          const added = (pick: (group: (typeof parts)[number]) => number): number =>
            parts.reduce((sum, group) => sum + pick(group), 0);
          expect(added((group) => group.journeys)).toBe(total.journeys);
          expect(added((group) => group.opportunities)).toBe(total.opportunities);
          expect(added((group) => group.deals)).toBe(total.deals);
          expect(added((group) => group.o2d?.toDate.k ?? 0)).toBe(total.o2d?.toDate.k);
        }
      }),
      { seed: 51 },
    );
  });

  it('has the same total whichever field it is cut by', () => {
    fc.assert(
      fc.property(leadCells, opportunityCells, (leads, opportunities) => {
        expect(conversionTable(leads, opportunities, 'row_group', {}).total).toEqual(
          conversionTable(leads, opportunities, 'column_group', {}).total,
        );
      }),
      { seed: 52 },
    );
  });

  it('makes the total rate of sums, not of the rates of its groups', () => {
    const table = conversionTable(
      [leadCell('Web', { journeys: 90, converted: 9 }), leadCell('Event', { journeys: 10, converted: 9 })],
      [],
      'row_group',
      {},
    );
    expect(table.total.l2o?.toDate.rate).toBe(0.18);
  });

  it('lists a group that has opportunities but no leads', () => {
    const table = conversionTable(
      [leadCell('Web', { journeys: 9, open: 9 })],
      [opportunityCell('(unsourced)', { opportunities: 6, won: 3 })],
      'row_group',
      {},
    );
    expect(table.groups.map((group) => group.group)).toEqual(['(unsourced)', 'Web']);
  });

  it('has every count and rate of its group, on both bases', () => {
    const lead = leadCell('Web', {
      journeys: 100,
      converted: 40,
      won: 11,
      journeys_l2o: 80,
      converted_windowed: 30,
      journeys_l2d: 60,
      won_windowed: 9,
    });
    const opportunity = opportunityCell('Web', {
      opportunities: 50,
      sourced: 46,
      won: 12,
      lost: 20,
      opportunities_windowed: 44,
      won_windowed: 10,
      won_minor: 7_000,
      won_with_amount: 7,
    });
    const { total, groups: parts } = conversionTable([lead], [opportunity], 'row_group', {});
    const expected = {
      journeys: 100,
      opportunities: 50,
      deals: 12,
      l2o: { toDate: rateOf(40, 100), windowed: rateOf(30, 80) },
      o2d: { toDate: rateOf(12, 50), windowed: rateOf(10, 44) },
      l2d: { toDate: rateOf(11, 100), windowed: rateOf(9, 60) },
      opportunitiesPerConverted: 46 / 40,
      dealSizeMinor: 1_000,
    };
    expect(total).toEqual({ group: '', ...expected });
    expect(parts).toEqual([{ group: 'Web', ...expected }]);
  });

  it('keeps blank, unknown and other apart', () => {
    const cells = ['(blank)', 'unknown', 'other'].map((group) => leadCell(group, { journeys: 5, open: 5 }));
    expect(conversionTable(cells, [], 'row_group', {}).groups.map((group) => group.group)).toEqual([
      '(blank)',
      'other',
      'unknown',
    ]);
  });
});

describe('a cell of a cross table', () => {
  it('is what the breakdown of its row and column both count', () => {
    const leads = [
      leadCell('Web', { journeys: 10, converted: 4 }),
      leadCell('Web', { column_group: 'Large', journeys: 6, converted: 1 }),
      leadCell('Event', { journeys: 8, converted: 8 }),
    ];
    const cell = conversionCell(leads, [], 'Web', 'Large', {});
    expect(cell.l2o?.toDate).toMatchObject({ k: 1, n: 6 });
  });
});

describe('a rate', () => {
  const l2oOf = (journeys: number, converted: number) =>
    conversionTable([leadCell('Web', { journeys, converted })], [], 'row_group', {}).total.l2o?.toDate;

  it('of nothing is no rate', () =>
    expect(l2oOf(0, 0)).toEqual({ k: 0, n: 0, rate: null, low: null, high: null }));

  it('of four leads is hidden, but its counts are not', () => {
    expect(l2oOf(4, 1)).toEqual({ k: 1, n: 4, rate: null, low: null, high: null });
  });

  it('of five leads is shown with its interval', () => {
    expect(l2oOf(5, 1)).toMatchObject({ k: 1, n: 5, rate: 0.2 });
    expect(l2oOf(5, 1)?.low).toBeGreaterThan(0);
  });

  it('of opportunities per converted lead needs a converted lead', () => {
    const table = conversionTable(
      [leadCell('Web', { journeys: 9 })],
      [opportunityCell('Web', { opportunities: 3, sourced: 3 })],
      'row_group',
      {},
    );
    expect(table.total.opportunitiesPerConverted).toBeNull();
  });

  it('of money per deal counts only deals with an amount', () => {
    const table = conversionTable(
      [],
      [opportunityCell('Web', { opportunities: 9, won: 5, won_minor: 900_00, won_with_amount: 3 })],
      'row_group',
      {},
    );
    expect(table.total.dealSizeMinor).toBe(300_00);
  });

  it('of money per deal does not exist where no deal has an amount', () => {
    const table = conversionTable(
      [],
      [opportunityCell('Web', { opportunities: 9, won: 5 })],
      'row_group',
      {},
    );
    expect(table.total.dealSizeMinor).toBeNull();
  });
});

describe('what cannot be measured', () => {
  it('is nothing where won, lost and open opportunities are known', () => {
    expect(notMeasurableJoints({ wonOnly: false, opportunities: 20, notWon: 12 })).toEqual({});
  });

  it('is both joints where a source names opportunities only once they are won; the whole way can be', () => {
    const found = notMeasurableJoints({ wonOnly: true, opportunities: 20, notWon: 0 });
    expect(Object.keys(found).toSorted()).toEqual(['l2o', 'o2d']);
  });

  it('is everything where the files hold no opportunity', () => {
    const found = notMeasurableJoints({ wonOnly: false, opportunities: 0, notWon: 0 });
    expect(Object.keys(found).toSorted()).toEqual(['l2d', 'l2o', 'o2d']);
  });

  it('is opportunity to deal where every opportunity is won', () => {
    const found = notMeasurableJoints({ wonOnly: false, opportunities: 20, notWon: 0 });
    expect(Object.keys(found)).toEqual(['o2d']);
  });

  it('is shown as no joint at all, neither 0 nor 100 %, in the total and in every group', () => {
    const table = conversionTable(
      [leadCell('Web', { journeys: 40, converted: 40 })],
      [opportunityCell('Web', { opportunities: 40, won: 40 })],
      'row_group',
      notMeasurableJoints({ wonOnly: false, opportunities: 40, notWon: 0 }),
    );
    expect([table.total.o2d, ...table.groups.map((group) => group.o2d)]).toEqual([null, null]);
    expect(table.total.l2o).not.toBeNull();
  });

  it('is the share of leads by a field that only successes have; the total can be', () => {
    const table = conversionTable(
      [
        leadCell('Retail', { journeys: 12, converted: 12 }),
        leadCell('(blank)', { journeys: 90, converted: 3, open: 87 }),
      ],
      [],
      'row_group',
      {},
    );
    expect(table.groups.map((group) => group.l2o)).toEqual([null, null]);
    expect(table.groups.map((group) => group.l2d)).toEqual([null, null]);
    expect(table.total.l2o?.toDate).toMatchObject({ k: 15, n: 102 });
    expect(Object.keys(table.notMeasurable).toSorted()).toEqual(['l2d', 'l2o']);
  });

  it('is not a field that one unconverted lead has too', () => {
    const table = conversionTable(
      [
        leadCell('Retail', { journeys: 13, converted: 12, open: 1 }),
        leadCell('(blank)', { journeys: 90, converted: 3, open: 87 }),
      ],
      [],
      'row_group',
      {},
    );
    expect(table.notMeasurable).toEqual({});
  });

  it('is not a field that no lead has, only because some opportunities have no lead', () => {
    const table = conversionTable(
      [leadCell('(blank)', { journeys: 90, converted: 3, open: 87 })],
      [opportunityCell('(unsourced)', { opportunities: 6, won: 3 })],
      'row_group',
      {},
    );
    expect(table.notMeasurable).toEqual({});
  });

  it('is not a field that every lead has, even where all of them converted', () => {
    const table = conversionTable([leadCell('Web', { journeys: 9, converted: 9 })], [], 'row_group', {});
    expect(table.notMeasurable).toEqual({});
  });
});
