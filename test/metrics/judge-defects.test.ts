import { describe, expect, it } from 'vitest';
import { completeness } from '../../src/metrics/completeness.ts';
import { conversionTable, type LeadCounts } from '../../src/metrics/conversion-table.ts';
import type { DefectCounts } from '../../src/metrics/defect-counts.ts';
import type { DefectId } from '../../src/metrics/defect-kind.ts';
import { byMovement, judgeDefects, type Defect } from '../../src/metrics/judge-defects.ts';

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
  const tally = {
    ...Object.fromEntries(
      [
        'left_out',
        'left_out_anchored',
        'opportunities',
        'won',
        'named_won',
        'opportunities_windowed',
        'won_windowed',
        'named_won_windowed',
        'sourced',
        'sourced_won',
        'sourced_windowed',
        'sourced_won_windowed',
      ].map((name) => [name, 0]),
    ),
    defect: 'unmatchable_leads',
    records: 100,
    yes: 30,
    no: 70,
    yes_windowed: 30,
    no_windowed: 70,
  } as unknown as DefectCounts['tallies'][number];

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

describe('completeness', () => {
  it('counts records set aside for a date against the dates', () => {
    const { imported } = withImport({ leads: { ...kind, unreadable: 9, unreadableDates: 5 } });
    const dates = completeness(withImport(imported)).find(({ field }) => field === 'dates');
    expect(dates).toEqual({ field: 'dates', have: 200, of: 205 });
  });
});
