import { generateSample } from '../../data/generate/generate-sample.ts';
import { CHANNELS, MIX_SHIFT } from '../../data/generate/plan.ts';
import type { Interval } from './intervals.ts';
import { naiveLeads, NO_ID, seconds, statusRows, validLeadRows } from './naive-leads.ts';
import type { NaiveLead } from './naive-leads.ts';
import { readCsv } from './read-csv.ts';
import type { Row } from './read-csv.ts';
import { localSeconds } from './working-hours.ts';

export const DAY = 86400;

/** The bundled sample, generated anew. */
export const files = generateSample();

export const leadTable = readCsv(files['Lead.csv']);

export const historyTable = readCsv(files['EntityHistory.csv']);

const opportunityTable = readCsv(files['Opportunity.csv']);

export const taskTable = readCsv(files['Task.csv']);

/** One entry a buying attempt. */
export const leads = naiveLeads(leadTable, historyTable, opportunityTable);

export const leadRows = validLeadRows(leadTable);

export const opportunities = opportunityTable.rows;

/** Status changes by lead id. */
export const statusRowsOfLeads = statusRows(historyTable);

/** The instant in a column. */
export const at = (row: Row, column: string): number => seconds(row[column] ?? '');

/** The instant a UTC day starts. */
export const day = (text: string): number => seconds(`${text} 00:00:00`);

/** Became MQL nine months or more before the export: what will convert has converted. */
export const matureLeads = leads.filter(({ mqlAt }) => mqlAt !== null && mqlAt < day('2026-01-01'));

/** Opened seven months or more before the export. */
export const matureOpportunities = opportunities.filter((row) => at(row, 'CreatedDate') < day('2026-03-01'));

/** Those who became an opportunity. */
export const converted = (list: readonly NaiveLead[]): NaiveLead[] =>
  list.filter((lead) => lead.opportunityAt !== null);

/** Days from MQL to the opportunity. */
export const daysToOpportunity = ({ opportunityAt, mqlAt }: NaiveLead): number =>
  ((opportunityAt ?? Number.NaN) - (mqlAt ?? Number.NaN)) / DAY;

/** Whether a planned value lies in the interval of what was counted. */
export const isInside = (each: Interval & { readonly planned: number }): boolean =>
  each.low <= each.planned && each.planned <= each.high;

/** Won share of opportunities. */
export const rateOf = (list: readonly Row[]): number =>
  list.filter((row) => row['IsWon'] === '1').length / list.length;

/** Leads created in a period. */
export const created = (from: string, to: string): NaiveLead[] =>
  leads.filter(({ createdAt }) => createdAt >= day(from) && createdAt < day(to));

/** Leads that became MQL in a period. */
export const becameMql = (from: string, to: string): NaiveLead[] =>
  leads.filter(({ mqlAt }) => mqlAt !== null && mqlAt >= day(from) && mqlAt < day(to));

/** Share of the growing channel among leads whose channel is known. */
export const shareOf = (list: readonly NaiveLead[]): number => {
  const known = list.filter(({ source }) => CHANNELS.some(({ name }) => name === source));
  return known.filter(({ source }) => source === MIX_SHIFT.channel).length / known.length;
};

/** How many became an opportunity within 30 days. */
export const in30Days = (list: readonly NaiveLead[]): number =>
  converted(list).filter((lead) => daysToOpportunity(lead) <= 30).length;

const arrived = (month: string): number =>
  leads.filter(({ row }) => row['CreatedDate']?.startsWith(month)).length;

/** Calendar month in Stockholm. */
export const monthOf = (instant: number): number => new Date(localSeconds(instant) * 1000).getUTCMonth() + 1;

/** Leads of a month relative to its neighbours. */
export const relative = (month: string, before: string, after: string): number =>
  arrived(month) / ((arrived(before) + arrived(after)) / 2);

/** Whether the lead belongs to the slow team. */
export const isSlow = ({ row }: NaiveLead): boolean => row['Team__c'] === 'South';

/** Days between two records of one person. */
export const gap = (each: { row: Row; earlier: Row }): number =>
  (at(each.row, 'CreatedDate') - at(each.earlier, 'CreatedDate')) / DAY;

/** The instant of the last status change. */
export const leftAt = (row: Row): number =>
  at(statusRowsOfLeads.get(row['Id'] ?? '')?.at(-1) ?? {}, 'CreatedDate');

/** Rows of a segment. */
export const of = (list: readonly Row[], name: string): Row[] =>
  list.filter((row) => row['Segment__c'] === name);

/** How many elements fit. */
export const count = <T>(list: readonly T[], isCounted: (item: T) => boolean): number =>
  list.filter(isCounted).length;

export const isDeleted = (row: Row): boolean => row['IsDeleted'] === '1';

/** Converted, but not into an opportunity. */
export const toNothing = (row: Row): boolean =>
  row['IsConverted'] === '1' && row['ConvertedOpportunityId'] === NO_ID;

export const hasMql = (rows: readonly Row[]): boolean => rows.some((row) => row['NewvalString'] === 'MQL');

/** The local day of creation, as its first second. */
export const createdDay = (row: Row): number => Math.floor(localSeconds(at(row, 'CreatedDate')) / DAY) * DAY;

export const isClosed = (row: Row): boolean => row['IsClosed'] === '1';

/** Sum of a column. */
export const columnSum = (rows: readonly Row[], column: string): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0);

/** Days to opportunity of leads that became MQL once, in the months chosen. */
export const delays = (isChosen: (month: number) => boolean): number[] =>
  converted(matureLeads)
    .filter(({ mqlAt, timesMql }) => timesMql === 1 && isChosen(monthOf(mqlAt ?? 0)))
    .map(daysToOpportunity);

/** Share of leads that became an opportunity. */
export const l2oOf = (list: readonly NaiveLead[]): number => converted(list).length / list.length;

/** Open, with a close date after the export. */
export const isForecastAhead = (row: Row): boolean =>
  !isClosed(row) && at(row, 'CloseDate') > day('2026-10-01');
