import { describe, expect, it } from 'vitest';
import { completeness } from '../../src/metrics/completeness.ts';
import {
  conversionTable,
  type LeadCounts,
  type OpportunityCounts,
} from '../../src/metrics/conversion-table.ts';
import type { DefectCounts, DefectTally } from '../../src/metrics/defect-counts.ts';
import type { DefectId } from '../../src/metrics/defect-kind.ts';
import type { NotMeasurable } from '../../src/metrics/measurability.ts';
import { byMovement, farthest, judgeDefects, type Defect } from '../../src/metrics/judge-defects.ts';

const leads = (row_group: string, converted: number, journeys: number): LeadCounts => ({
  row_group,
  column_group: 'All',
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

const kind = { loaded: 100, unreadable: 0, unreadableDates: 0, conflicts: 0 };

const countsOf = (cells: readonly LeadCounts[], more: Partial<DefectCounts> = {}): DefectCounts => ({
  anchor: 'mql',
  leads: 100,
  leadRecords: 100,
  persons: 100,
  withoutAnchor: 0,
  opportunities: 0,
  deals: 0,
  tallies: [],
  alone: { alone: 0, alone_converted: 0, alone_windowed: 0, alone_converted_windowed: 0 },
  imported: { leads: kind, opportunities: kind, withStatus: 100, unknownStatus: 0 },
  byChannel: conversionTable(cells, [], 'row_group', {}),
  bySegment: conversionTable(cells, [], 'column_group', {}),
  ...more,
});

const found = (counts: DefectCounts, id: DefectId): Defect => {
  const defect = judgeDefects(counts).find(({ kind: { id: known } }) => known === id);
  if (defect === undefined) throw new Error(`No ${id}.`);
  return defect;
};

const l2o = (counts: DefectCounts, id: DefectId) =>
  found(counts, id).effects.toDate.find(({ joint, group }) => joint === 'l2o' && group === null)?.bounds;

const tallyOf = (defect: DefectId, counts: Partial<DefectTally>): DefectTally => ({
  defect,
  records: 0,
  left_out: 0,
  left_out_anchored: 0,
  yes: 0,
  no: 0,
  yes_windowed: 0,
  no_windowed: 0,
  opportunities: 0,
  won: 0,
  named_won: 0,
  opportunities_windowed: 0,
  won_windowed: 0,
  named_won_windowed: 0,
  sourced: 0,
  sourced_won: 0,
  sourced_windowed: 0,
  sourced_won_windowed: 0,
  ...counts,
});

const withImport = (imported: Partial<DefectCounts['imported']>, more: Partial<DefectCounts> = {}) => {
  const base = countsOf([leads('Web', 30, 100)]);
  return { ...base, imported: { ...base.imported, ...imported }, ...more };
};

describe('leads without a source', () => {
  const counts = countsOf([
    leads('(blank)', 10, 50),
    leads('Web', 30, 100),
    leads('Fair', 9, 29),
    leads('Mail', 90, 300),
  ]);

  it('leave the total as it is', () => {
    const bounds = l2o(counts, 'missing_channel');
    expect([bounds?.low, bounds?.high]).toEqual([bounds?.rate, bounds?.rate]);
  });

  it('could move the channel of thirty leads or more that is moved most: 30/140 to 40/110', () => {
    expect(found(counts, 'missing_channel').effects.toDate.find(({ group }) => group !== null)).toEqual({
      joint: 'l2o',
      group: { dimension: 'channel', name: 'Web' },
      bounds: { k: 30, n: 100, rate: 30 / 100, low: 30 / 140, high: 40 / 110 },
    });
  });
});

describe('records that the import set aside', () => {
  it('of leads may each be one more, converted or not: 30/103 to 33/103', () => {
    const counts = withImport({ leads: { ...kind, unreadable: 3 } });
    expect(found(counts, 'leads_unreadable')).toMatchObject({ count: 3, of: 103 });
    expect(l2o(counts, 'leads_unreadable')).toMatchObject({ low: 30 / 103, high: 33 / 103 });
  });

  it('of opportunities may each be a conversion: 30/100 to 33/100', () => {
    const counts = withImport({ opportunities: { ...kind, unreadable: 3 } });
    expect(l2o(counts, 'opportunities_unreadable')).toMatchObject({ low: 30 / 100, high: 33 / 100 });
  });

  it('that contradict another lead may turn it: 28/100 to 32/100, and no more leads than there are', () => {
    expect(l2o(withImport({ leads: { ...kind, conflicts: 2 } }), 'lead_conflicts')).toMatchObject({
      low: 28 / 100,
      high: 32 / 100,
    });
    expect(l2o(withImport({ leads: { ...kind, conflicts: 80 } }), 'lead_conflicts')).toMatchObject({
      low: 0,
      high: 1,
    });
  });
});

describe('a status without a known meaning', () => {
  it('may be an MQL of a lead in no cohort: 30/104 at least', () => {
    const counts = withImport({ unknownStatus: 9 }, { withoutAnchor: 4 });
    expect(l2o(counts, 'status_unknown')).toMatchObject({ low: 30 / 104, high: 30 / 100 });
  });

  it('cannot matter where leads count from their creation', () => {
    const counts = withImport({ unknownStatus: 9 }, { withoutAnchor: 4, anchor: 'created' });
    expect(l2o(counts, 'status_unknown')).toMatchObject({ low: 0.3, high: 0.3 });
  });
});

describe('leads that nothing can match', () => {
  const tally = tallyOf('unmatchable_leads', {
    records: 100,
    yes: 30,
    no: 70,
    yes_windowed: 30,
    no_windowed: 70,
  });

  it('say nothing where no lead at all can be matched', () => {
    expect(l2o(withImport({}, { tallies: [tally] }), 'unmatchable_leads')).toBeNull();
  });
});

describe('the order of defects', () => {
  it('is by how far they could move a number, and leaves out those that do not occur', () => {
    const counts = withImport({
      leads: { ...kind, unreadable: 1 },
      opportunities: { ...kind, unreadable: 5 },
    });
    expect(byMovement(judgeDefects(counts), 'toDate').map(({ kind: { id } }) => id)).toEqual([
      'opportunities_unreadable',
      'leads_unreadable',
    ]);
  });
});

describe('how many records could have a defect', () => {
  const counts = withImport(
    {
      leads: { loaded: 107, unreadable: 3, unreadableDates: 1, conflicts: 19 },
      opportunities: { loaded: 60, unreadable: 23, unreadableDates: 2, conflicts: 29 },
      withStatus: 99,
      unknownStatus: 31,
    },
    {
      leads: 90,
      leadRecords: 104,
      opportunities: 58,
      deals: 21,
      tallies: [
        tallyOf('link_without_opportunity', { records: 4 }),
        tallyOf('change_without_lead', { records: 6 }),
        tallyOf('mql_skipped', { records: 8 }),
      ],
    },
  );

  it.each([
    ['leads_unreadable', 3, 110],
    ['opportunities_unreadable', 23, 83],
    ['lead_conflicts', 19, 126],
    ['opportunity_conflicts', 29, 89],
    ['status_unknown', 31, 99],
    ['won_without_amount', 0, 21],
    ['link_without_opportunity', 4, 62],
    ['closed_in_future', 0, 58],
    ['change_without_lead', 6, 110],
    ['repeated_persons', 0, 104],
    ['mql_skipped', 8, 90],
  ] as const)('of %s: %i of %i', (id, count, of) => {
    expect(found(counts, id)).toMatchObject({ count, of });
  });
});

describe('the joints of a defect', () => {
  const opportunities = (
    row_group: string,
    column_group: string,
    won: number,
    all: number,
  ): OpportunityCounts => ({
    row_group,
    column_group,
    opportunities: all,
    sourced: all,
    won,
    lost: all - won,
    opportunities_windowed: all,
    won_windowed: won,
    won_minor: 0,
    won_with_amount: 0,
  });
  const cells = [leads('Web', 30, 100), leads('(blank)', 4, 10)];
  const deals = [
    opportunities('Web', 'All', 9, 40),
    opportunities('(blank)', '(blank)', 1, 5),
    opportunities('(unsourced)', '(blank)', 20, 50),
  ];
  const tables = (unmeasured: NotMeasurable) => ({
    byChannel: conversionTable(cells, deals, 'row_group', unmeasured),
    bySegment: conversionTable(cells, deals, 'column_group', unmeasured),
  });

  it('are both for all leads and opportunities, and a channel each for those without one', () => {
    expect(found({ ...countsOf(cells), ...tables({}) }, 'missing_channel').effects.toDate).toEqual([
      { joint: 'l2o', group: null, bounds: { k: 34, n: 110, rate: 34 / 110, low: 34 / 110, high: 34 / 110 } },
      { joint: 'o2d', group: null, bounds: { k: 30, n: 95, rate: 30 / 95, low: 30 / 95, high: 30 / 95 } },
      {
        joint: 'l2o',
        group: { dimension: 'channel', name: 'Web' },
        bounds: { k: 30, n: 100, rate: 0.3, low: 30 / 106, high: 34 / 104 },
      },
      {
        joint: 'o2d',
        group: { dimension: 'channel', name: 'Web' },
        bounds: { k: 9, n: 40, rate: 9 / 40, low: 9 / 44, high: 10 / 41 },
      },
    ]);
  });

  it('say nothing of opportunities for leads without a segment, since opportunities without a lead have none either', () => {
    const cellsBySegment = [leads('Web', 30, 100), { ...leads('Web', 4, 10), column_group: '(blank)' }];
    const counts = {
      ...countsOf(cellsBySegment),
      bySegment: conversionTable(cellsBySegment, deals, 'column_group', {}),
    };
    expect(found(counts, 'missing_segment').effects.windowed.filter(({ group }) => group !== null)).toEqual([
      {
        joint: 'l2o',
        group: { dimension: 'segment', name: 'All' },
        bounds: { k: 30, n: 100, rate: 0.3, low: 30 / 106, high: 34 / 104 },
      },
    ]);
  });

  it('leave out a joint that cannot be measured', () => {
    const counts = { ...countsOf(cells), ...tables({ o2d: 'Only won ones are known.' }) };
    expect(found(counts, 'leads_unreadable').effects.toDate.map(({ joint }) => joint)).toEqual(['l2o']);
  });

  it('name no channel where every lead has one', () => {
    const counts = countsOf([leads('Web', 30, 100)]);
    expect(found(counts, 'missing_channel').effects.toDate.filter(({ group }) => group !== null)).toEqual([]);
  });

  it('are another reading of all leads where a whole import is in question', () => {
    const counts = {
      ...countsOf(cells),
      tallies: [tallyOf('imported_leads', { records: 20, yes: 14, no: 6 })],
    };
    expect(l2o(counts, 'imported_leads')).toMatchObject({ low: 20 / 90, high: 34 / 110 });
  });
});

describe('how far a defect could move a number', () => {
  it('is nothing where nothing can be told of it', () => {
    const counts = withImport(
      {},
      { tallies: [tallyOf('unmatchable_leads', { records: 100, yes: 30, no: 70 })] },
    );
    expect(farthest(found(counts, 'unmatchable_leads'), 'toDate')).toBe(0);
  });

  it('decides the order, and of those that move equally far the more frequent one comes first', () => {
    const counts = withImport(
      { leads: { ...kind, unreadable: 2 } },
      {
        tallies: [tallyOf('won_without_amount', { records: 3 }), tallyOf('other_currency', { records: 9 })],
      },
    );
    expect(byMovement(judgeDefects(counts), 'toDate').map(({ kind: { id } }) => id)).toEqual([
      'leads_unreadable',
      'other_currency',
      'won_without_amount',
    ]);
  });
});

describe('completeness', () => {
  it('counts, for each field, the records that have it', () => {
    const counts = withImport(
      {
        leads: { loaded: 100, unreadable: 9, unreadableDates: 5, conflicts: 0 },
        opportunities: { loaded: 60, unreadable: 4, unreadableDates: 2, conflicts: 0 },
        withStatus: 90,
        unknownStatus: 7,
      },
      {
        leads: 100,
        deals: 20,
        tallies: [
          tallyOf('missing_channel', { records: 8 }),
          tallyOf('missing_segment', { records: 11 }),
          tallyOf('won_without_amount', { records: 3 }),
          tallyOf('closed_before_created', { records: 1 }),
          tallyOf('closed_in_future', { records: 6 }),
        ],
      },
    );
    expect(completeness(counts)).toEqual([
      { field: 'source', have: 92, of: 100 },
      { field: 'dates', have: 153, of: 167 },
      { field: 'stage', have: 83, of: 90 },
      { field: 'value', have: 17, of: 20 },
      { field: 'segment', have: 89, of: 100 },
    ]);
  });
});
