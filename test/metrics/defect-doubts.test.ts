import { describe, expect, it } from 'vitest';
import { mayJoin, mayLeave, mayTurn } from '../../src/metrics/bounds.ts';
import { conversionTable } from '../../src/metrics/conversion-table.ts';
import type { DefectCounts, DefectTally } from '../../src/metrics/defect-counts.ts';
import { openQuestion, type OpenQuestion } from '../../src/metrics/defect-doubts.ts';
import type { DefectId } from '../../src/metrics/defect-kind.ts';

const tally: DefectTally = {
  defect: '',
  records: 7,
  left_out: 5,
  left_out_anchored: 3,
  yes: 11,
  no: 13,
  yes_windowed: 4,
  no_windowed: 6,
  opportunities: 17,
  won: 8,
  named_won: 10,
  opportunities_windowed: 9,
  won_windowed: 2,
  named_won_windowed: 5,
  sourced: 12,
  sourced_won: 6,
  sourced_windowed: 7,
  sourced_won_windowed: 1,
};

const nothing = conversionTable([], [], 'row_group', {});

const counts: DefectCounts = {
  anchor: 'mql',
  leads: 100,
  leadRecords: 107,
  persons: 90,
  withoutAnchor: 20,
  opportunities: 60,
  deals: 20,
  tallies: [],
  alone: { alone: 40, alone_converted: 14, alone_windowed: 30, alone_converted_windowed: 9 },
  imported: {
    leads: { loaded: 107, unreadable: 3, unreadableDates: 1, conflicts: 19 },
    opportunities: { loaded: 60, unreadable: 23, unreadableDates: 2, conflicts: 29 },
    withStatus: 99,
    unknownStatus: 31,
  },
  byChannel: nothing,
  bySegment: nothing,
};

const shown = { l2o: { k: 50, n: 100 }, o2d: { k: 20, n: 60 } };

/** The days of four converted and six other leads in the window, of 11 and 13 in all. */
const anyDayInWindow = { l2o: { inDoubt: { k: 4, n: 10 }, couldBeYes: 11, couldBeNo: 24 } };

/** What each defect leaves open, to date and in the window; one entry where both are the same. */
const open: Readonly<Record<DefectId, readonly [OpenQuestion] | readonly [OpenQuestion, OpenQuestion]>> = {
  missing_channel: [{}],
  missing_segment: [{}],
  leads_unreadable: [{ l2o: mayJoin(3, 3) }],
  opportunities_unreadable: [{ l2o: mayTurn(0, 23), o2d: mayJoin(23, 23) }],
  lead_conflicts: [{ l2o: mayTurn(19, 19) }],
  opportunity_conflicts: [{ o2d: mayTurn(20, 29) }],
  repeated_persons: [
    { l2o: { reading: { k: 50 - 11 + 14, n: 100 - 24 + 40 } } },
    { l2o: { reading: { k: 50 - 4 + 9, n: 100 - 10 + 30 } } },
  ],
  unmatchable_leads: [{ l2o: mayLeave(2, 2) }],
  imported_leads: [
    { l2o: { reading: { k: 39, n: 76 } }, o2d: { reading: { k: 14, n: 48 } } },
    { l2o: { reading: { k: 46, n: 90 } }, o2d: { reading: { k: 19, n: 53 } } },
  ],
  bulk_changes: [{}, anyDayInWindow],
  stage_before_creation: [{}, anyDayInWindow],
  mql_after_later_stage: [{}, anyDayInWindow],
  mql_skipped: [{ l2o: mayLeave(11, 13) }, anyDayInWindow],
  opportunity_before_lead: [{ l2o: mayJoin(5, 3) }],
  opportunity_day_before_lead: [{ l2o: mayLeave(11, 0) }, { l2o: mayLeave(4, 0) }],
  opportunity_without_lead: [{ l2o: mayTurn(0, 7) }],
  closed_before_created: [{}, { o2d: mayTurn(2, 3) }],
  closed_in_future: [{ o2d: mayTurn(8, 2) }, { o2d: mayTurn(2, 3) }],
  disqualified_with_opportunity: [{ l2o: mayTurn(11, 0) }, { l2o: mayTurn(4, 0) }],
  status_not_in_history: [{ l2o: mayJoin(0, 5) }],
  status_unknown: [{ l2o: mayJoin(0, 20) }],
  won_without_amount: [{}],
  other_currency: [{}],
  link_without_opportunity: [
    { l2o: mayTurn(0, 13), o2d: mayJoin(7, 7) },
    { l2o: mayTurn(0, 6), o2d: mayJoin(7, 7) },
  ],
  link_without_lead: [{ l2o: mayJoin(7, 0) }],
  change_without_lead: [{ l2o: mayJoin(7, 7) }],
  activity_without_lead: [{ l2o: mayJoin(7, 7) }],
};

const cases = Object.entries(open) as readonly (readonly [DefectId, (typeof open)[DefectId]])[];

describe('what a defect leaves open', () => {
  it.each(cases)('of all leads to date: %s', (defect, [toDate]) => {
    expect(openQuestion(defect, { tally, counts, basis: 'toDate', ...shown })).toEqual(toDate);
  });

  it.each(cases)('within the window: %s', (defect, [toDate, windowed = toDate]) => {
    expect(openQuestion(defect, { tally, counts, basis: 'windowed', ...shown })).toEqual(windowed);
  });

  it.each(['bulk_changes', 'mql_after_later_stage', 'mql_skipped', 'status_unknown'] as const)(
    'is nothing where leads count from their creation and the MQL names no day: %s',
    (defect) => {
      const created = { ...counts, anchor: 'created' as const };
      expect(openQuestion(defect, { tally, counts: created, basis: 'windowed', ...shown })).toEqual({});
    },
  );

  it('never turns more records than are counted', () => {
    const few = { l2o: { k: 2, n: 5 }, o2d: { k: 1, n: 3 } };
    const asked = (defect: DefectId): OpenQuestion =>
      openQuestion(defect, { tally, counts, basis: 'toDate', ...few });
    expect(asked('lead_conflicts')).toEqual({ l2o: mayTurn(2, 3) });
    expect(asked('opportunity_conflicts')).toEqual({ o2d: mayTurn(1, 2) });
    expect(asked('opportunities_unreadable').l2o).toEqual(mayTurn(0, 3));
    expect(asked('opportunity_without_lead')).toEqual({ l2o: mayTurn(0, 3) });
  });

  it('is an MQL of no more leads than have an unknown status', () => {
    const few = { ...counts, imported: { ...counts.imported, unknownStatus: 4 } };
    expect(openQuestion('status_unknown', { tally, counts: few, basis: 'toDate', ...shown })).toEqual({
      l2o: mayJoin(0, 4),
    });
  });

  it('repeats no more leads than cannot be matched, and nothing is known where none can', () => {
    const few = { ...tally, yes: 1, no: 0 };
    expect(openQuestion('unmatchable_leads', { tally: few, counts, basis: 'toDate', ...shown })).toEqual({
      l2o: mayLeave(1, 0),
    });
    const all = { ...tally, records: 107 };
    expect(openQuestion('unmatchable_leads', { tally: all, counts, basis: 'toDate', ...shown })).toEqual({
      l2o: 'unknown',
    });
  });
});
