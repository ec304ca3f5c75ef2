import { csvLine, fileOf, flag, headerLine } from '../csv.ts';
import type { Columns } from '../csv.ts';
import { ratingOf, statusOf } from '../drafts.ts';
import { NO_ID } from '../salesforce-id.ts';
import { dayText, instantText, localDay } from '../stockholm-time.ts';
import { INTEGRATION } from '../users.ts';
import type { Lead, World } from '../world.ts';

const lastChangeAt = ({ arrival, life }: Lead): number =>
  Math.max(arrival.createdAt, life.changes.at(-1)?.at ?? 0);

const lastActivity = ({ life }: Lead): string => {
  const done = life.touches.filter((touch) => touch.done).map(({ at }) => at);
  return done.length === 0 ? '' : `${dayText(localDay(Math.max(...done)))} 00:00:00`;
};

const COLUMNS: Columns<Lead> = [
  ['Id', (lead) => lead.id],
  ['IsDeleted', (lead) => flag(lead.isDeleted)],
  ['MasterRecordId', (lead) => lead.masterId ?? NO_ID],
  ['FirstName', (lead) => lead.arrival.person.firstName],
  ['LastName', (lead) => lead.arrival.person.lastName],
  ['Title', (lead) => lead.arrival.person.title],
  ['Company', (lead) => lead.company],
  ['Country', (lead) => lead.arrival.person.country],
  ['Email', (lead) => lead.email],
  ['Description', (lead) => lead.description],
  ['LeadSource', (lead) => lead.source],
  ['Status', (lead) => statusOf(lead.life)],
  ['Industry', (lead) => lead.arrival.person.industry],
  ['Rating', (lead) => ratingOf(lead.arrival)],
  ['CurrencyIsoCode', () => 'EUR'],
  ['NumberOfEmployees', (lead) => String(lead.arrival.person.employees)],
  ['OwnerId', (lead) => lead.arrival.owner.id],
  ['IsConverted', (lead) => flag(lead.converted !== null)],
  ['ConvertedDate', (lead) => (lead.converted ? `${dayText(localDay(lead.converted.at))} 00:00:00` : '')],
  ['ConvertedAccountId', (lead) => lead.converted?.accountId ?? NO_ID],
  ['ConvertedContactId', (lead) => lead.converted?.contactId ?? NO_ID],
  ['ConvertedOpportunityId', (lead) => lead.converted?.opportunityId ?? NO_ID],
  ['CreatedDate', (lead) => instantText(lead.arrival.createdAt)],
  ['CreatedById', () => INTEGRATION.id],
  ['LastModifiedDate', (lead) => instantText(lastChangeAt(lead))],
  ['LastModifiedById', (lead) => lead.arrival.owner.id],
  ['SystemModstamp', (lead) => instantText(lastChangeAt(lead))],
  ['LastActivityDate', lastActivity],
  ['Segment__c', (lead) => lead.arrival.segment.name],
  ['Team__c', (lead) => lead.arrival.owner.team.name],
];

const IMPOSSIBLE_DATE = '2025-02-31 10:00:00';

/** Lead.csv, with its wrong rows: impossible dates, a cell too many, and a few rows written twice at the end. */
export function leadTable({ leads, blemishes }: World): string {
  const line = (lead: Lead, index: number): string => {
    const impossible = blemishes.impossibleDates.has(lead.arrival.key);
    const cells = COLUMNS.map(([header, cell]) =>
      impossible && header === 'CreatedDate' ? IMPOSSIBLE_DATE : cell(lead, index),
    );
    return csvLine(blemishes.tooWide.has(lead.arrival.key) ? [...cells, 'left over'] : cells);
  };
  const repeated = leads.filter(({ arrival }) => blemishes.repeatedRows.has(arrival.key));
  return fileOf([headerLine(COLUMNS), ...[...leads, ...repeated].map(line)]);
}
