import type { Basis } from './channel-verdict.ts';
import { mayJoin, mayLeave, mayTurn, type Doubt, type Tally } from './bounds.ts';
import { onBasis, type DefectCounts, type DefectTally } from './defect-counts.ts';
import type { DefectId } from './defect-kind.ts';

/** A doubt, another reading of the records as a whole, or that nothing can be said. */
export type Open = Doubt | { readonly reading: Tally } | 'unknown';

/** What one defect leaves open of each joint; nothing where it cannot matter. */
export interface OpenQuestion {
  readonly l2o?: Open;
  readonly o2d?: Open;
}

/** What a defect's doubts are made of: its own counts, all counts, and the rates shown on one basis. */
interface Setting {
  readonly tally: DefectTally;
  readonly counts: DefectCounts;
  readonly basis: Basis;
  readonly l2o: Tally;
  readonly o2d: Tally;
}

type Opens = (setting: Setting) => OpenQuestion;

const nothing: Opens = () => ({});

/** Up to so many of the leads or opportunities that count as a no may be a yes. */
const upTo = (records: number, { k, n }: Tally): Doubt => mayTurn(0, Math.min(records, n - k));

/** Up to so many may be the other way round than they are counted; which of them is not known. */
const eitherWay = (records: number, { k, n }: Tally): Doubt =>
  mayTurn(Math.min(records, k), Math.min(records, n - k));

/** Leads whose days are not known: to date they count all the same, but may lie outside a window or not have had it. */
const anyDay: Opens = ({ tally, basis }) =>
  basis === 'toDate'
    ? {}
    : {
        l2o: {
          inDoubt: { k: tally.yes_windowed, n: tally.yes_windowed + tally.no_windowed },
          couldBeYes: tally.yes,
          couldBeNo: tally.yes + tally.no,
        },
      };

const whereAnchored =
  (opens: Opens): Opens =>
  (setting) =>
    setting.counts.anchor === 'mql' ? opens(setting) : {};

const missingLeads: Opens = ({ tally }) => ({ l2o: mayJoin(tally.records, tally.records) });

const withoutSourced: Opens = ({ tally, basis, l2o, o2d }) => {
  const { yes, no, sourced, sourcedWon } = onBasis(tally, basis);
  return {
    l2o: { reading: { k: l2o.k - yes, n: l2o.n - yes - no } },
    o2d: { reading: { k: o2d.k - sourcedWon, n: o2d.n - sourced } },
  };
};

const allApart: Opens = ({ tally, counts: { alone }, basis, l2o }) => {
  const { yes, no } = onBasis(tally, basis);
  const [k, n] =
    basis === 'toDate'
      ? [alone.alone_converted, alone.alone]
      : [alone.alone_converted_windowed, alone.alone_windowed];
  return { l2o: { reading: { k: l2o.k - yes + k, n: l2o.n - yes - no + n } } };
};

/** The share of matchable lead records that repeat a person; null where none can be matched. */
const repeatRate = ({ leadRecords, persons }: DefectCounts, unmatchable: number): number | null =>
  leadRecords === unmatchable ? null : (leadRecords - persons) / (leadRecords - unmatchable);

const mayRepeat: Opens = ({ tally, counts, basis }) => {
  const rate = repeatRate(counts, tally.records);
  if (rate === null) return { l2o: 'unknown' };
  const { yes, no } = onBasis(tally, basis);
  const repeats = Math.ceil(rate * tally.records);
  return { l2o: mayLeave(Math.min(repeats, yes), Math.min(repeats, no)) };
};

/** Won or lost on a day that is not known. */
const anyClosingDay: Opens = ({ tally, basis }) => {
  const { won, namedWon } = onBasis(tally, basis);
  return { o2d: mayTurn(won, namedWon - won) };
};

/** What each defect leaves open. */
const opensBy: Readonly<Record<DefectId, Opens>> = {
  missing_channel: nothing,
  missing_segment: nothing,
  leads_unreadable: ({ counts: { imported } }) => ({
    l2o: mayJoin(imported.leads.unreadable, imported.leads.unreadable),
  }),
  opportunities_unreadable: ({ counts: { imported }, l2o }) => ({
    l2o: upTo(imported.opportunities.unreadable, l2o),
    o2d: mayJoin(imported.opportunities.unreadable, imported.opportunities.unreadable),
  }),
  lead_conflicts: ({ counts: { imported }, l2o }) => ({ l2o: eitherWay(imported.leads.conflicts, l2o) }),
  opportunity_conflicts: ({ counts: { imported }, o2d }) => ({
    o2d: eitherWay(imported.opportunities.conflicts, o2d),
  }),
  repeated_persons: allApart,
  unmatchable_leads: mayRepeat,
  imported_leads: withoutSourced,
  bulk_changes: whereAnchored(anyDay),
  stage_before_creation: anyDay,
  mql_after_later_stage: whereAnchored(anyDay),
  mql_skipped: whereAnchored((setting) =>
    setting.basis === 'toDate' ? { l2o: mayLeave(setting.tally.yes, setting.tally.no) } : anyDay(setting),
  ),
  opportunity_before_lead: ({ tally }) => ({ l2o: mayJoin(tally.left_out, tally.left_out_anchored) }),
  opportunity_day_before_lead: ({ tally, basis }) => ({ l2o: mayLeave(onBasis(tally, basis).yes, 0) }),
  opportunity_without_lead: ({ tally, l2o }) => ({ l2o: upTo(tally.records, l2o) }),
  closed_before_created: (setting) => (setting.basis === 'toDate' ? {} : anyClosingDay(setting)),
  closed_in_future: anyClosingDay,
  disqualified_with_opportunity: ({ tally, basis }) => ({ l2o: mayTurn(onBasis(tally, basis).yes, 0) }),
  status_not_in_history: ({ tally }) => ({ l2o: mayJoin(0, tally.left_out) }),
  status_unknown: whereAnchored(({ counts }) => ({
    l2o: mayJoin(0, Math.min(counts.imported.unknownStatus, counts.withoutAnchor)),
  })),
  won_without_amount: nothing,
  other_currency: nothing,
  link_without_opportunity: ({ tally, basis }) => ({
    l2o: mayTurn(0, onBasis(tally, basis).no),
    o2d: mayJoin(tally.records, tally.records),
  }),
  link_without_lead: ({ tally }) => ({ l2o: mayJoin(tally.records, 0) }),
  change_without_lead: missingLeads,
  activity_without_lead: missingLeads,
};

/** What a defect leaves open on one basis, beside the rates shown. */
export const openQuestion = (defect: DefectId, setting: Setting): OpenQuestion => opensBy[defect](setting);
