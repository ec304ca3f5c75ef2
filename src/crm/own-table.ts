import { requiredColumns } from '../domain/canonical.ts';
import type { Condition, CrmFormat, PlainSource, RowRule, Source, SourceTable } from './crm-format.ts';
import { plainTables } from './plain-tables.ts';

/** What one row of a company's own table is. */
export type OwnKind = 'lead' | 'stage event' | 'opportunity' | 'link' | 'cost';

/** Something a column of an own table can mean; `name` is the word plain tables have for it. */
export interface OwnField {
  readonly name: string;
  readonly label: string;
  /** Without these the table says nothing. */
  readonly isNeeded: boolean;
}

/** Which header of the file is which field, by the field's name. */
export type Assigned = Readonly<Record<string, string>>;

const needed = (name: string, label: string): OwnField => ({ name, label, isNeeded: true });
const useful = (name: string, label: string): OwnField => ({ name, label, isNeeded: false });

/** The kinds of own tables in the reader's words, with what their columns can mean. */
export const ownKinds: Readonly<
  Record<OwnKind, { readonly label: string; readonly fields: readonly OwnField[] }>
> = {
  lead: {
    label: 'One row a lead',
    fields: [
      needed('lead_id', 'Lead id'),
      needed('created_at', 'Lead created'),
      useful('channel', 'Channel'),
      useful('segment', 'Segment'),
      useful('campaign', 'Campaign'),
      useful('owner', 'Owner'),
      useful('email', 'E-mail'),
      useful('contact_id', 'Contact id'),
      useful('account_id', 'Account id'),
      useful('status', 'Status now'),
      useful('mql_date', 'Became MQL'),
      useful('sal_date', 'Accepted by sales'),
      useful('sql_date', 'Sales-qualified'),
      useful('disqualified_date', 'Disqualified'),
      useful('opportunity_id', 'Opportunity id'),
      useful('opportunity_date', 'Opportunity created'),
      useful('won_date', 'Won'),
      useful('lost_date', 'Lost'),
      useful('amount', 'Amount'),
      useful('currency', 'Currency'),
      useful('score', 'Score'),
      useful('fit', 'Fit'),
      useful('is_deleted', 'Deleted'),
      useful('merged_into', 'Merged into'),
    ],
  },
  'stage event': {
    label: 'One row a stage a lead entered',
    fields: [
      needed('lead_id', 'Lead id'),
      needed('stage', 'Stage entered'),
      needed('at', 'When'),
      useful('reason', 'Reason'),
    ],
  },
  opportunity: {
    label: 'One row an opportunity or deal',
    fields: [
      needed('opportunity_id', 'Opportunity id'),
      needed('created_at', 'Opportunity created'),
      needed('outcome', 'Won, lost or open'),
      useful('lead_id', 'Lead id'),
      useful('account_id', 'Account id'),
      useful('closed_at', 'Closed'),
      useful('amount', 'Amount'),
      useful('currency', 'Currency'),
      useful('owner', 'Owner'),
      useful('is_deleted', 'Deleted'),
    ],
  },
  link: {
    label: 'One row a lead and its opportunity',
    fields: [
      needed('lead_id', 'Lead id'),
      needed('opportunity_id', 'Opportunity id'),
      useful('type', 'Kind of link'),
      useful('primary', 'Primary'),
    ],
  },
  cost: {
    label: 'One row a month of spending',
    fields: [
      needed('channel', 'Channel'),
      needed('month', 'Month'),
      needed('cost', 'Cost'),
      useful('segment', 'Segment'),
      useful('currency', 'Currency'),
    ],
  },
};

const rowsOf = (name: string): readonly RowRule[] =>
  plainTables.tables.find((table) => table.name === name)?.rows ?? [];

const costRow: RowRule = {
  into: 'campaign_cost',
  columns: {
    channel: 'channel',
    segment: 'segment',
    month: { column: 'month', as: 'date' },
    cost_minor: 'cost',
    currency: 'currency',
  },
};

const leadRows = (assigned: Assigned): readonly RowRule[] => {
  const dated = rowsOf('Leads with stage dates');
  if (assigned['opportunity_id'] === undefined) return dated;
  return [
    ...dated.filter(({ into }) => into === 'lead' || into === 'stage_event'),
    ...rowsOf('Leads with their opportunity').filter(({ into }) => into === 'lead_opportunity'),
  ];
};

const templateOf = (kind: OwnKind, assigned: Assigned): readonly RowRule[] => {
  switch (kind) {
    case 'lead':
      return leadRows(assigned);
    case 'stage event':
      return rowsOf('Stage events');
    case 'opportunity':
      return rowsOf('Opportunities');
    case 'link':
      return rowsOf('Links');
    case 'cost':
      return [costRow];
  }
};

/** No header reads so: it stands where a column of two is not assigned. */
const noColumn = '\u0000';

const plainSource = (source: PlainSource, assigned: Assigned): PlainSource | null => {
  if (typeof source === 'string') return assigned[source] ?? null;
  if ('constant' in source) return source;
  if ('firstOf' in source) {
    const columns = source.firstOf.flatMap((column) => assigned[column] ?? []);
    return columns.length === 0 ? null : { firstOf: columns };
  }
  if ('wonOn' in source)
    return { wonOn: assigned[source.wonOn] ?? noColumn, lostOn: assigned[source.lostOn] ?? noColumn };
  if (!('column' in source)) return null;
  const column = assigned[source.column];
  return column === undefined ? null : { ...source, column };
};

const sourceIn = (source: Source, assigned: Assigned): Source | null => {
  if (typeof source !== 'object' || !('either' in source)) return plainSource(source, assigned);
  const either = source.either.flatMap((one) => plainSource(one, assigned) ?? []);
  return either.length === 0 ? null : { either };
};

const conditionIn = (condition: Condition, assigned: Assigned): Condition | null => {
  if ('anyFilled' in condition) {
    const columns = condition.anyFilled.flatMap((column) => assigned[column] ?? []);
    return columns.length === 0 ? null : { anyFilled: columns };
  }
  const column = assigned[condition.column];
  return column === undefined ? null : { ...condition, column };
};

/** A rule over the file's own headers; null where a column it needs is not assigned. */
const ruleIn = (rule: RowRule, assigned: Assigned): RowRule | null => {
  const when = (rule.when ?? []).map((condition) => conditionIn(condition, assigned));
  const columns = Object.fromEntries(
    Object.entries(rule.columns).flatMap(([name, source]) => {
      const own = sourceIn(source, assigned);
      return own === null ? [] : [[name, own]];
    }),
  );
  if (requiredColumns[rule.into].some((name) => columns[name] === undefined)) return null;
  const conditions = when.flatMap((condition) => condition ?? []);
  if (conditions.length < when.length) return null;
  return conditions.length === 0
    ? { into: rule.into, columns }
    : { into: rule.into, when: conditions, columns };
};

/** The fields a kind of table needs that no header is assigned to yet. */
export const missingFields = (kind: OwnKind, assigned: Assigned): readonly OwnField[] =>
  ownKinds[kind].fields.filter(({ name, isNeeded }) => isNeeded && assigned[name] === undefined);

/** How a company's own table is read: recognised next week by the headers that are used of it. */
export const ownTable = (name: string, kind: OwnKind, assigned: Assigned): SourceTable => {
  const key =
    kind === 'lead' ? assigned['lead_id'] : kind === 'opportunity' ? assigned['opportunity_id'] : undefined;
  return {
    name,
    headers: [...new Set(Object.values(assigned))],
    key: key === undefined ? [] : [key],
    rows: templateOf(kind, assigned).flatMap((rule) => ruleIn(rule, assigned) ?? []),
  };
};

/** The format of a company's own tables. Clock times without an offset are the reader's. */
export const ownFormat = (tables: readonly SourceTable[]): CrmFormat => ({
  id: 'own-tables',
  label: 'Own tables',
  timeZone: 'report',
  opportunities: 'all',
  emptyValues: [],
  statuses: plainTables.statuses,
  tables,
});
