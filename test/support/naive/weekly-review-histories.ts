/** The CSV files of the weekly-review reference case as histories. */
import type { Histories, LinkRecord, OpportunityRecord, StageName } from './histories.ts';
import { readOracleCsv } from './oracle-folder.ts';

/** Reads the four input files. */
export function readWeeklyReviewHistories(): Histories {
  return {
    leads: readOracleCsv('weekly_review_leads.csv').map((row) => ({
      lead_id: row['lead_id'] ?? '',
      created_at: row['created_at'] ?? '',
      channel: row['channel'] ?? '',
      segment: row['segment'] ?? '',
      email: row['email'] ?? '',
      contact_id: row['contact_id'] ?? '',
      status: row['status'] ?? '',
      is_deleted: row['is_deleted'] === 'true',
      merged_into: row['merged_into'] ?? '',
    })),
    stage_events: readOracleCsv('weekly_review_stage_events.csv').map((row) => ({
      lead_id: row['lead_id'] ?? '',
      stage: row['stage'] as StageName,
      at: row['at'] ?? '',
    })),
    opportunities: readOracleCsv('weekly_review_opportunities.csv').map((row) => ({
      opportunity_id: row['opportunity_id'] ?? '',
      created_at: row['created_at'] ?? '',
      outcome: row['outcome'] as OpportunityRecord['outcome'],
      closed_at: row['closed_at'] === '' ? null : (row['closed_at'] ?? null),
      amount: Number(row['amount']),
    })),
    links: readOracleCsv('weekly_review_links.csv').map((row) => {
      const link: LinkRecord = {
        lead_id: row['lead_id'] ?? '',
        opportunity_id: row['opportunity_id'] ?? '',
        primary: row['primary'] === 'true',
      };
      if (row['type'] === 'converted' || row['type'] === 'role') link.type = row['type'];
      return link;
    }),
  };
}
