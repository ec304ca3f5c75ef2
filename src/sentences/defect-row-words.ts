import type { DefectId } from '../metrics/defect-kind.ts';
import { count, day } from './format.ts';

/** A record behind a defect, as it is listed. */
export interface DefectRow {
  readonly record_id: string;
  readonly day: string | null;
  readonly detail: string | null;
}

const stageWords: Readonly<Record<string, string>> = {
  mql: 'MQL',
  sal: 'accepted',
  sql: 'qualified',
  recycled: 'back to nurture',
  disqualified: 'disqualified',
};

const stage = (detail: string): string => stageWords[detail] ?? detail;
const dayOf = (detail: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(detail) ? day(detail) : detail);

type Words = (day: string, detail: string) => string;

const words: Readonly<Partial<Record<DefectId, Words>>> = {
  missing_channel: (on) => `Created ${on}, no source.`,
  missing_segment: (on) => `Created ${on}, no segment.`,
  repeated_persons: (on, first) => `Created ${on}, the same person as ${first}.`,
  unmatchable_leads: (on) => `Created ${on}, neither e-mail nor contact.`,
  imported_leads: (on, records) => `Created ${on}, one of ${count(Number(records))} in the same minute.`,
  bulk_changes: (on, to) => `Changed to ${stage(to)} on ${on}, with many others in the same minute.`,
  stage_before_creation: (on, at) => `Dated ${stage(at)} on ${on}, before it was created.`,
  mql_after_later_stage: (on) => `Counts as MQL from ${on}, the day of a later stage.`,
  mql_skipped: (on) => `Never dated MQL; counts from ${on}, its next stage.`,
  opportunity_before_lead: (on, lead) => `Created ${on}, before lead ${lead}.`,
  opportunity_day_before_lead: (on) => `Has an opportunity dated shortly before it; counts from ${on}.`,
  opportunity_without_lead: (on, outcome) => `Created ${on}, ${outcome}; no lead leads to it.`,
  closed_before_created: (on, closed) => `Created ${on}, closed ${dayOf(closed)}.`,
  closed_in_future: (on, closed) => `Created ${on}, closed ${dayOf(closed)}, after the export.`,
  disqualified_with_opportunity: (on, status) => `Status “${status}”, opportunity on ${on}.`,
  status_not_in_history: (on, status) => `Created ${on}, status “${status}”, which its history never shows.`,
  won_without_amount: (on) => `Won ${on}, no amount.`,
  other_currency: (on, currency) => `Created ${on}, in ${currency}.`,
  link_without_opportunity: (_, lead) => `Linked to ${lead}; no file holds the opportunity.`,
  link_without_lead: (_, opportunity) => `Linked to opportunity ${opportunity}; no file holds the lead.`,
  change_without_lead: (on, to) => `First changed on ${on}, to ${stage(to)}; no file holds the lead.`,
  activity_without_lead: (on) => `First activity on ${on}; no file holds the lead.`,
};

/** Why a record is one of a defect, in one sentence. */
export const defectRowWords = (defect: DefectId, row: DefectRow): string =>
  words[defect]?.(row.day === null ? 'an unknown day' : day(row.day), row.detail ?? 'no value') ?? '';
