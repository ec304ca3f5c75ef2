import type { CanonicalTable } from '../domain/canonical.ts';
import { withTable } from './amend-format.ts';
import type { CrmFormat, PlainSource, RowRule, Source } from './crm-format.ts';

/** What a figure needs of a file, in the reader's words, by canonical table and column. Only these can be read from another column. */
export const targetWords: Readonly<Partial<Record<CanonicalTable, Readonly<Record<string, string>>>>> = {
  lead: {
    lead_id: 'Lead id',
    created_at: 'Lead created',
    channel: 'Channel',
    segment: 'Segment',
    campaign: 'Campaign',
    owner_id: 'Owner',
    status: 'Status now',
    email: 'E-mail, joins people',
    contact_id: 'Contact id, joins people',
    account_id: 'Account id',
    merged_into: 'Merged into',
    is_deleted: 'Deleted',
    score: 'Score',
    fit: 'Fit',
  },
  opportunity: {
    opportunity_id: 'Opportunity id',
    created_at: 'Opportunity created',
    outcome: 'Won, lost or open',
    close_date: 'Closed',
    amount_minor: 'Amount',
    currency: 'Currency',
    account_id: 'Account id',
    owner_id: 'Owner',
    segment: 'Segment',
    is_deleted: 'Deleted',
  },
  stage_event: {
    lead_id: 'Lead id',
    stage: 'Stage entered',
    event_at: 'When',
    reason: 'Reason',
  },
  lead_opportunity: {
    lead_id: 'Lead id',
    contact_id: 'Contact id',
    opportunity_id: 'Opportunity id',
    is_primary: 'Primary',
  },
  activity: {
    activity_id: 'Activity id',
    lead_id: 'Lead id',
    contact_id: 'Contact id',
    event_at: 'When',
    direction: 'Direction',
    type: 'Kind of activity',
    actor_id: 'Done by',
  },
  campaign_cost: {
    channel: 'Channel',
    segment: 'Segment',
    month: 'Month',
    cost_minor: 'Cost',
    currency: 'Currency',
  },
};

/** Columns that are read from the same cells as another one and follow it. */
const followers: Readonly<Record<string, readonly string[]>> = { status: ['status_stage', 'exclusion'] };

const isColumnSource = (source: Source): source is Extract<PlainSource, { readonly column: string }> =>
  typeof source === 'object' && 'column' in source;

const outcomeOf = (column: string, source: Source | undefined): Source => {
  const known =
    typeof source === 'object' && 'either' in source
      ? source.either.find((one) => isColumnSource(one) && 'values' in one)
      : source;
  return known !== undefined && isColumnSource(known) && 'values' in known
    ? { ...known, column }
    : { column, values: { won: 'won', lost: 'lost' }, otherwise: 'open' };
};

const readFrom = (name: string, column: string, source: Source | undefined): Source => {
  if (name === 'outcome') return outcomeOf(column, source);
  if (name === 'status_stage') return { column, as: 'stage' };
  if (name === 'exclusion') return { column, as: 'exclusion' };
  return source !== undefined && isColumnSource(source) ? { ...source, column } : column;
};

const retargeted = (rule: RowRule, name: string, column: string | null): RowRule => {
  const names = [name, ...(followers[name] ?? []).filter((other) => rule.columns[other] !== undefined)];
  const others = Object.entries(rule.columns).filter(([other]) => !names.includes(other));
  if (column === null) return { ...rule, columns: Object.fromEntries(others) };
  const read = names.map((one) => [one, readFrom(one, column, rule.columns[one])] as const);
  return { ...rule, columns: Object.fromEntries([...others, ...read]) };
};

/**
 * A format that reads a canonical column of one of its tables from another header; null leaves it empty. How the cells
 * are read, as an id or a date for example, stays.
 */
export const withColumn = (
  format: CrmFormat,
  table: string,
  into: CanonicalTable,
  name: string,
  column: string | null,
): CrmFormat =>
  withTable(format, table, (one) => ({
    ...one,
    rows: one.rows.map((rule) => (rule.into === into ? retargeted(rule, name, column) : rule)),
  }));
