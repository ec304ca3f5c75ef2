/**
 * How a canonical column is held. `text`: free text and ids; `category`: text with few different values;
 * `instant`: UTC, whole seconds; `day`: local date in the reporting zone; `money`: integer minor units; `flag`: yes, no or unknown.
 */
export type CanonicalKind = 'text' | 'category' | 'instant' | 'day' | 'number' | 'money' | 'flag';

/**
 * The tables every export is mapped to. A column that a source lacks is empty, never absent.
 *
 * - `lead`: one row a lead record, a contact or campaign response that acts as one. `status_stage` is what its present status means.
 * - `stage_event`: a lead reached `stage` (null: a status without meaning). `has_before` marks rows that name the value before (`from_stage`).
 * - `opportunity`: as exported; `outcome` is `open`, `won` or `lost`.
 * - `opportunity_event`: amounts as they were when saved.
 * - `lead_opportunity`: by `lead_id`, or by `contact_id` where the CRM links contacts; `type` is `converted` or `role`.
 * - `activity`: calls, mails, meetings; by lead or by contact.
 * - `campaign_cost`: money spent for a channel in a month.
 */
export const canonicalTables = {
  lead: {
    lead_id: 'text',
    contact_id: 'text',
    account_id: 'text',
    email: 'text',
    created_at: 'instant',
    created_date: 'day',
    status: 'category',
    status_stage: 'category',
    exclusion: 'category',
    channel: 'category',
    campaign: 'category',
    segment: 'category',
    owner_id: 'category',
    fit: 'number',
    score: 'number',
    is_deleted: 'flag',
    merged_into: 'text',
    source_object: 'category',
  },
  stage_event: {
    lead_id: 'text',
    stage: 'category',
    from_stage: 'category',
    has_before: 'flag',
    event_at: 'instant',
    event_date: 'day',
    reason: 'category',
  },
  opportunity: {
    opportunity_id: 'text',
    account_id: 'text',
    created_at: 'instant',
    created_date: 'day',
    outcome: 'category',
    close_date: 'day',
    amount_minor: 'money',
    currency: 'category',
    stage: 'category',
    segment: 'category',
    owner_id: 'category',
    is_deleted: 'flag',
  },
  opportunity_event: {
    opportunity_id: 'text',
    stage: 'category',
    amount_minor: 'money',
    event_at: 'instant',
  },
  lead_opportunity: {
    lead_id: 'text',
    contact_id: 'text',
    opportunity_id: 'text',
    type: 'category',
    is_primary: 'flag',
  },
  activity: {
    activity_id: 'text',
    lead_id: 'text',
    contact_id: 'text',
    event_at: 'instant',
    event_date: 'day',
    direction: 'category',
    type: 'category',
    is_automated: 'flag',
    actor_id: 'category',
  },
  campaign_cost: {
    channel: 'category',
    segment: 'category',
    month: 'day',
    cost_minor: 'money',
    currency: 'category',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, CanonicalKind>>>>;

export type CanonicalTable = keyof typeof canonicalTables;

export const canonicalTableNames = Object.keys(canonicalTables) as readonly CanonicalTable[];

/** Without these a canonical row means nothing; the record it comes from is set aside. */
export const requiredColumns: Readonly<Record<CanonicalTable, readonly string[]>> = {
  lead: ['lead_id', 'created_at'],
  stage_event: ['lead_id', 'event_at'],
  opportunity: ['opportunity_id', 'created_at'],
  opportunity_event: ['opportunity_id', 'event_at'],
  lead_opportunity: ['opportunity_id'],
  activity: ['event_at'],
  campaign_cost: ['channel', 'month'],
};

/**
 * What names a record, so that a later export can say something new of it. Tables that are not here hold events and
 * links, which are never changed, only added to; so are records whose first column is empty.
 */
export const recordKeys: Readonly<Partial<Record<CanonicalTable, readonly [string, ...string[]]>>> = {
  lead: ['lead_id'],
  opportunity: ['opportunity_id'],
  activity: ['activity_id'],
  campaign_cost: ['channel', 'segment', 'month', 'currency'],
};
