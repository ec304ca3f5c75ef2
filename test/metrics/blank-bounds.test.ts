import { describe, expect, it } from 'vitest';
import { blankBounds } from '../../src/metrics/blank-bounds.ts';
import {
  conversionTable,
  type LeadCounts,
  type OpportunityCounts,
} from '../../src/metrics/conversion-table.ts';

const leads = (row_group: string, journeys: number, converted: number): LeadCounts => ({
  row_group,
  column_group: '',
  journeys,
  converted,
  disqualified: 0,
  open: journeys - converted,
  won: 0,
  journeys_l2o: journeys - 10,
  converted_windowed: converted,
  journeys_l2d: 0,
  won_windowed: 0,
});

const opportunities = (row_group: string, count: number, won: number): OpportunityCounts => ({
  row_group,
  column_group: '',
  opportunities: count,
  sourced: count,
  won,
  lost: 0,
  opportunities_windowed: count,
  won_windowed: won,
  won_minor: 0,
  won_with_amount: 0,
});

const counts = [leads('(blank)', 110, 40), leads('fair', 13, 2), leads('web', 910, 270)];
const table = conversionTable(
  counts,
  [opportunities('web', 100, 20), opportunities('(unsourced)', 50, 40), opportunities('(blank)', 20, 5)],
  'row_group',
  {},
);

describe('leads without a source', () => {
  it('could lower or raise the rate of each source', () => {
    // Web 270 of 900 in the window: with all 60 that did not convert 270/960, with all 40 that did 310/940.
    const found = blankBounds(table, 'l2o', 'windowed');
    expect(found?.blank).toEqual({ k: 40, n: 100 });
    const web = found?.groups.find(({ group }) => group === 'web')?.bounds;
    expect(web).toMatchObject({ k: 270, n: 900 });
    expect(web?.rate).toBe(0.3);
    expect(web?.low).toBeCloseTo(270 / 960, 12);
    expect(web?.high).toBeCloseTo(310 / 940, 12);
  });

  it('are no group whose rate could be off, and a rate that is not shown has no bounds', () =>
    expect(
      blankBounds(table, 'l2o', 'windowed')?.groups.map(({ group, bounds }) => [group, bounds === null]),
    ).toEqual([
      ['fair', true],
      ['web', false],
    ]));

  it('to date are all of them', () => {
    const web = blankBounds(table, 'l2o', 'toDate')?.groups.find(({ group }) => group === 'web')?.bounds;
    expect(web?.low).toBeCloseTo(270 / (910 + 70), 12);
    expect(web?.high).toBeCloseTo(310 / (910 + 40), 12);
  });

  it('leave the rates as they are where there are none', () => {
    const complete = conversionTable(counts.slice(1), [], 'row_group', {});
    const found = blankBounds(complete, 'l2o', 'windowed');
    expect(found?.blank).toEqual({ k: 0, n: 0 });
    expect(found?.groups[1]?.bounds).toMatchObject({ rate: 0.3, low: 0.3, high: 0.3 });
  });
});

describe('opportunities', () => {
  it('without a source are in doubt, those without a lead are not', () => {
    const found = blankBounds(table, 'o2d', 'windowed');
    expect(found?.blank).toEqual({ k: 5, n: 20 });
    const web = found?.groups.find(({ group }) => group === 'web')?.bounds;
    expect(web?.low).toBeCloseTo(20 / 115, 12);
    expect(web?.high).toBeCloseTo(25 / 105, 12);
    expect(found?.groups.map(({ group }) => group)).not.toContain('(unsourced)');
  });

  it('of a joint that cannot be measured have no bounds', () =>
    expect(
      blankBounds(conversionTable(counts, [], 'row_group', { o2d: 'won only' }), 'o2d', 'toDate'),
    ).toBeNull());
});
