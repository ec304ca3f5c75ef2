/**
 * The input of the naive oracle, in the shape of the reference cases: CRM records as exported.
 * Instants are ISO strings with an offset; a value that is only a date is already a local date.
 */

/** The stages a stage event can name; `created` is no stage event, it comes from the lead itself. */
export type StageName = 'mql' | 'sal' | 'sql' | 'recycled' | 'disqualified';

/** One lead record (or contact, or campaign member, turned into a lead row). */
export interface LeadRecord {
  lead_id: string;
  created_at: string;
  channel?: string | null;
  segment?: string | null;
  email?: string | null;
  contact_id?: string | null;
  account_id?: string | null;
  /** Only `spam` and `test` mean something to the journey builder. */
  status?: string | null;
  is_deleted?: boolean;
  merged_into?: string | null;
  /** Who works the lead. */
  owner_id?: string | null;
  fit?: number | null;
  score?: number | null;
}

/** One change of stage of one lead. */
export interface StageEventRecord {
  lead_id: string;
  stage: StageName;
  at: string;
}

/** One opportunity with its last known outcome; on an open one `closed_at` is a forecast. */
export interface OpportunityRecord {
  opportunity_id: string;
  created_at: string;
  outcome: 'won' | 'lost' | 'open';
  closed_at: string | null;
  amount: number | null;
  is_deleted?: boolean;
  account_id?: string | null;
}

/** One link between a lead and an opportunity. */
export interface LinkRecord {
  lead_id: string;
  opportunity_id: string;
  type?: 'converted' | 'role' | null;
  primary?: boolean;
}

/**
 * One call, message or meeting, by a lead or by a contact, never by both. `reached`: the call was connected, the
 * meeting was held. Types other than the five of an attempt (`note`) mean nothing.
 */
export interface ActivityRecord {
  activity_id: string;
  lead_id: string | null;
  contact_id: string | null;
  event_at: string;
  direction: 'outbound' | 'inbound' | null;
  type: 'call' | 'email' | 'sms' | 'social' | 'meeting' | 'note';
  reached: boolean;
  is_automated: boolean;
  actor_id: string | null;
}

/** Everything one export holds. */
export interface Histories {
  leads: LeadRecord[];
  stage_events: StageEventRecord[];
  opportunities: OpportunityRecord[];
  links: LinkRecord[];
  activities?: ActivityRecord[];
}
