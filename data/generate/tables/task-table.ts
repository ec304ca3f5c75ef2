import { flag, tableFile } from '../csv.ts';
import type { Columns } from '../csv.ts';
import { chance, sample, wholeBetween } from '../draws.ts';
import { stream } from '../prng.ts';
import type { Rng } from '../prng.ts';
import { NO_ID, salesforceId } from '../salesforce-id.ts';
import { dayText, instantText, localDay } from '../stockholm-time.ts';
import { EXPORT_AT } from '../calendar.ts';
import { INTEGRATION } from '../users.ts';
import type { Lead, Touch, World } from '../world.ts';

const FIRST_ROW = 88_000_000;
const LOGGED_LATER_SHARE = 0.1;

interface Row {
  readonly lead: Lead;
  readonly touch: Touch;
  readonly loggedAt: number;
  readonly subject: string;
}

const whoId = ({ id, converted }: Lead): string => converted?.contactId ?? id;
const authorId = ({ lead, touch }: Row): string =>
  touch.manner === 'mass' ? INTEGRATION.id : lead.arrival.owner.id;
const callType = ({ type, manner }: Touch): string => {
  if (type === 'Email') return '';
  return manner === 'inbound' ? 'Inbound' : 'Outbound';
};

const COLUMNS: Columns<Row> = [
  ['Id', (_, index) => salesforceId('task', FIRST_ROW + index)],
  ['WhoId', ({ lead }) => whoId(lead)],
  ['WhatId', () => NO_ID],
  ['Subject', ({ subject }) => subject],
  ['ActivityDate', ({ touch }) => `${dayText(localDay(touch.at))} 00:00:00`],
  ['Status', ({ touch }) => (touch.done ? 'Completed' : 'Not Started')],
  ['Priority', () => 'Normal'],
  ['OwnerId', authorId],
  ['Type', ({ touch }) => touch.type],
  ['IsDeleted', () => '0'],
  ['AccountId', ({ lead }) => lead.converted?.accountId ?? NO_ID],
  ['IsClosed', ({ touch }) => flag(touch.done)],
  ['CreatedDate', ({ loggedAt }) => instantText(loggedAt)],
  ['CreatedById', authorId],
  ['LastModifiedDate', ({ loggedAt }) => instantText(loggedAt)],
  ['LastModifiedById', authorId],
  ['SystemModstamp', ({ loggedAt }) => instantText(loggedAt)],
  ['IsArchived', () => '0'],
  ['CallType', ({ touch }) => callType(touch)],
  ['CompletedDateTime', ({ touch }) => (touch.done ? instantText(touch.at) : '')],
];

/** Task.csv: calls and e-mails in order of time. After conversion they hang on the contact. */
export function taskTable({ seed, leads, blemishes }: World): string {
  const rng = stream(seed, 'tasks');
  const rows = leads
    .flatMap((lead) =>
      lead.life.touches.map((touch): Row => ({
        lead,
        touch,
        loggedAt: logInstant(rng, lead, touch),
        subject: subjectOf(touch),
      })),
    )
    .toSorted((a, b) => a.loggedAt - b.loggedAt);
  const odd = sample(rng, rows, blemishes.subjectsWithQuotes + blemishes.subjectsWithLineBreak);
  const endings = new Map(
    odd.map((row, index) => [
      row,
      index < blemishes.subjectsWithQuotes ? ' re "price list"' : '\nleft a message',
    ]),
  );
  const columns = COLUMNS.map(([header, cell]) =>
    header === 'Subject'
      ? ([header, (row: Row) => row.subject + (endings.get(row) ?? '')] as const)
      : ([header, cell] as const),
  );
  return tableFile(columns, rows);
}

function subjectOf({ type, manner }: Touch): string {
  if (manner === 'mass') return 'Mass Email: newsletter';
  if (manner === 'inbound') return 'Inbound call';
  return type;
}

/** Most calls are logged when they end; some later the same day; a planned one when it is planned. */
function logInstant(rng: Rng, lead: Lead, { at, done }: Touch): number {
  if (!done) return lead.life.touches[0]?.at ?? lead.arrival.createdAt;
  return chance(rng, LOGGED_LATER_SHARE) ? Math.min(EXPORT_AT - 1, at + wholeBetween(rng, 120, 7200)) : at;
}
