/** Opportunities as seen on the as-of day. */
import type { OpportunityRecord } from './histories.ts';
import { localDay } from './local-days.ts';
import type { NaiveSettings } from './settings.ts';

/** One opportunity after clean-up; `close_date` is null exactly when it is open. */
export interface OpportunityFact {
  opportunity_id: string;
  account_id: string;
  created_date: string;
  outcome: 'won' | 'lost' | 'open';
  close_date: string | null;
  amount: number | null;
}

/** The close date of a won or lost opportunity after clean-up, or null if it is open on the as-of day. */
function cleanCloseDate(
  record: OpportunityRecord,
  createdDate: string,
  settings: NaiveSettings,
): string | null {
  if (record.outcome === 'open' || !record.closed_at) return null;
  let close = localDay(record.closed_at, settings.report_tz);
  if (close < createdDate) close = createdDate;
  if (close > settings.export_as_of_date) close = settings.export_as_of_date;
  if (close > settings.as_of_date) return null;
  return close;
}

/** Every opportunity that exists on the as-of day, by creation day and id; deleted ones are left out. */
export function opportunitiesAsOf(records: OpportunityRecord[], settings: NaiveSettings): OpportunityFact[] {
  const facts: OpportunityFact[] = [];
  for (const record of records) {
    const createdDate = localDay(record.created_at, settings.report_tz);
    if (record.is_deleted === true || createdDate > settings.as_of_date) continue;
    const closeDate = cleanCloseDate(record, createdDate, settings);
    facts.push({
      opportunity_id: record.opportunity_id,
      account_id: record.account_id ?? '',
      created_date: createdDate,
      outcome: closeDate === null ? 'open' : record.outcome,
      close_date: closeDate,
      amount: record.amount,
    });
  }
  return facts.toSorted((a, b) => {
    if (a.created_date !== b.created_date) return a.created_date < b.created_date ? -1 : 1;
    return a.opportunity_id < b.opportunity_id ? -1 : 1;
  });
}
