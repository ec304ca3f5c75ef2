import type { RecordsRequest } from '../../sql/questions/records-behind.ts';
import type { Rate } from '../../domain/rate.ts';

/** A number that was clicked: which records to list, and what to call them. */
export interface OpenRecords {
  readonly name: string;
  readonly rate: Rate;
  readonly request: RecordsRequest;
}

export const recordsShown = 200;
