import { describe, expect, it } from 'vitest';
import {
  conversionTable,
  type LeadCounts,
  type OpportunityCounts,
} from '../../src/metrics/conversion-table.ts';
import { diffTable, stageOverlap, type DefinitionSide } from '../../src/metrics/definition-diff.ts';
import type { NotMeasurable } from '../../src/metrics/measurability.ts';

const leads = (group: string, journeys: number, converted: number): LeadCounts => ({
  row_group: group,
  column_group: group,
  journeys,
  converted,
  disqualified: 0,
  open: journeys - converted,
  won: 0,
  journeys_l2o: journeys,
  converted_windowed: converted,
  journeys_l2d: journeys,
  won_windowed: 0,
});

const opportunities = (group: string, count: number, won: number): OpportunityCounts => ({
  row_group: group,
  column_group: group,
  opportunities: count,
  sourced: count,
  won,
  lost: count - won,
  opportunities_windowed: count,
  won_windowed: won,
  won_minor: 0,
  won_with_amount: 0,
});

const side = (
  leadCounts: readonly LeadCounts[],
  opportunityCounts: readonly OpportunityCounts[],
  parts: Partial<DefinitionSide> = {},
  unmeasured: NotMeasurable = {},
): DefinitionSide => ({
  leads: 100,
  inCohort: 90,
  opportunities: 40,
  deals: 10,
  imputedMql: 3,
  windows: { l2oDays: 30, o2dDays: 60, l2dDays: 90 },
  table: conversionTable(leadCounts, opportunityCounts, 'row_group', unmeasured),
  ...parts,
});

const before = side(
  [leads('Fair', 40, 10), leads('Website', 60, 30), leads('Mail', 29, 29), leads('List', 40, 10)],
  [opportunities('Fair', 30, 3), opportunities('Website', 30, 6), opportunities('(unsourced)', 50, 40)],
);

const after = side(
  [leads('Fair', 30, 18), leads('Website', 50, 20)],
  [opportunities('Fair', 30, 3), opportunities('Website', 29, 6), opportunities('(unsourced)', 50, 40)],
  {
    leads: 101,
    inCohort: 80,
    opportunities: 39,
    deals: 11,
    imputedMql: 7,
    windows: { l2oDays: 14, o2dDays: 60, l2dDays: 74 },
  },
);

describe('the numbers of two definitions', () => {
  const diff = diffTable(before, after);
  const group = (name: string) => diff.groups.find((one) => one.group === name);

  it('are told before and after', () => {
    expect(diff.counts).toEqual({
      leads: { before: 100, after: 101 },
      inCohort: { before: 90, after: 80 },
      opportunities: { before: 40, after: 39 },
      deals: { before: 10, after: 11 },
      imputedMql: { before: 3, after: 7 },
    });
    expect(diff.joints.l2o.windowed.before).toMatchObject({ k: 79, n: 169 });
    expect(diff.joints.l2o.windowed.after).toMatchObject({ k: 38, n: 80 });
    expect(diff.joints.o2d.toDate.before).toMatchObject({ k: 49, n: 110 });
    expect(diff.joints.o2d.toDate.after).toMatchObject({ k: 49, n: 109 });
  });

  it('name the window of each', () => {
    expect([diff.joints.l2o.windowDays, diff.joints.o2d.windowDays, diff.joints.l2d.windowDays]).toEqual([
      { before: 30, after: 14 },
      { before: 60, after: 60 },
      { before: 90, after: 74 },
    ]);
  });

  it('are told for every group of either, by name; a group that one lacks is empty there', () => {
    expect(diff.groups.map((one) => one.group)).toEqual(['(unsourced)', 'Fair', 'List', 'Mail', 'Website']);
    expect(group('List')?.joints.l2o.toDate).toEqual({
      before: expect.objectContaining({ k: 10, n: 40 }) as unknown,
      after: { k: 0, n: 0, rate: null, low: null, high: null },
    });
  });

  it('rank groups of 30 or more, highest first, equal ones alike, never opportunities without a lead', () => {
    expect(diff.groups.map(({ group: name, ranks }) => [name, ranks.l2o])).toEqual([
      ['(unsourced)', { before: null, after: null }],
      ['Fair', { before: 2, after: 1 }],
      ['List', { before: 2, after: null }],
      ['Mail', { before: null, after: null }],
      ['Website', { before: 1, after: 2 }],
    ]);
    expect(group('Fair')?.ranks.o2d).toEqual({ before: 2, after: 1 });
    expect(group('Website')?.ranks.o2d).toEqual({ before: 1, after: null });
  });

  it('are null where a definition cannot tell', () => {
    const blind = side([leads('Fair', 40, 10)], [], {}, { o2d: 'Only deals are known.' });
    const told = diffTable(before, blind);
    expect(told.joints.o2d.windowed.after).toBeNull();
    expect(told.groups.find((one) => one.group === 'Website')?.joints.o2d.toDate.after).toBeNull();
    expect(told.groups.find((one) => one.group === 'Website')?.joints.l2o.toDate.after).toMatchObject({
      n: 0,
    });
    expect(told.groups.find((one) => one.group === 'Fair')?.joints.o2d.toDate).toMatchObject({ after: null });
    expect(told.groups.find((one) => one.group === 'Fair')?.ranks.o2d).toEqual({ before: 2, after: null });
  });
});

describe('the overlap of two definitions of a stage', () => {
  const counts = [
    { stage: 'mql', side: 'before', journeys: 10, opportunities: 2, deals: 1 },
    { stage: 'mql', side: 'both', journeys: 50, opportunities: 20, deals: 5 },
    { stage: 'sal', side: 'after', journeys: 7, opportunities: 7, deals: 7 },
  ];

  it('says what became of those in one only and of those in both', () => {
    const { onlyBefore, both, onlyAfter } = stageOverlap(counts, 'mql');
    expect(onlyBefore).toMatchObject({
      journeys: 10,
      toOpportunity: { k: 2, n: 10, rate: 0.2 },
      toDeal: { k: 1, n: 10 },
    });
    expect(both).toMatchObject({ journeys: 50, toOpportunity: { k: 20, n: 50 }, toDeal: { k: 5, n: 50 } });
    expect(onlyAfter).toEqual({
      journeys: 0,
      toOpportunity: { k: 0, n: 0, rate: null, low: null, high: null },
      toDeal: { k: 0, n: 0, rate: null, low: null, high: null },
    });
  });

  it('keeps stages apart', () => {
    expect(stageOverlap(counts, 'sal').onlyAfter.journeys).toBe(7);
    expect(stageOverlap(counts, 'sal').both.journeys).toBe(0);
  });
});
