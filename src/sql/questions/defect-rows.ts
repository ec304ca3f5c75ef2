import type { RowDefect } from '../defects/defect-records.ts';
import { recordsOf } from '../defects/defect-records.ts';
import { question } from '../question.ts';
import { optionalDay, optionalText, text } from '../row-spec.ts';
import { sql } from '../sql.ts';

/** Which defect's records, and how many of them at most. */
export interface DefectRowsRequest {
  readonly defect: RowDefect;
  readonly limit: number;
}

/** The records behind one defect, the latest first: id as in the CRM, a day, and what tells why it is one. */
export const defectRows = ({ defect, limit }: DefectRowsRequest) =>
  question(
    sql`SELECT record_id, min(day) AS day, min(detail) AS detail FROM (${recordsOf(defect)}) GROUP BY record_id
      ORDER BY day DESC NULLS LAST, record_id LIMIT ${limit}::BIGINT`,
    { record_id: text, day: optionalDay, detail: optionalText },
  );
