import type { Condition, RowRule, Source, SourceTable } from './crm-format.ts';
import { salesforceId, salesforceIdOf } from './salesforce-sources.ts';

const notDeleted: Condition = { column: 'IsDeleted', truth: false };

/** Rules name a lead or a contact by the first letters of `WhoId`; whose activity it is else is not known. */
const activity = (
  when: readonly Condition[],
  eventAt: Source,
  direction: Source,
  type: Source,
  isAutomated = false,
): RowRule => ({
  into: 'activity',
  when: [...when, notDeleted],
  columns: {
    activity_id: salesforceId('Id'),
    lead_id: salesforceIdOf('WhoId', '00Q'),
    contact_id: salesforceIdOf('WhoId', '003'),
    event_at: eventAt,
    direction,
    type,
    is_automated: { constant: String(isAutomated) },
    actor_id: 'OwnerId',
  },
});

const callDirection: Source = {
  column: 'CallType',
  values: { Outbound: 'outbound', Inbound: 'inbound', Internal: 'internal', '': 'outbound' },
};

/** Mails to a list are logged as a task of each lead, under this subject and the name of their template. */
const massMail = 'Mass Email';

const task = (subject: Condition, isAutomated: boolean): RowRule =>
  activity(
    [{ column: 'IsClosed', truth: true }, subject],
    { firstOf: ['CompletedDateTime', 'ActivityDate', 'CreatedDate'] },
    callDirection,
    'Type',
    isAutomated,
  );

/**
 * Tasks once closed, mails to a list as automated ones, and events on their day; an event of a whole day has a date, any
 * other an instant. Mails are also tasks, and only the task says whose they are.
 */
export const salesforceActivities: readonly SourceTable[] = [
  {
    name: 'Task',
    headers: ['Id', 'WhoId', 'Subject', 'Status', 'CreatedDate'],
    key: ['Id'],
    rows: [
      task({ column: 'Subject', startsNotWith: massMail }, false),
      task({ column: 'Subject', startsWith: massMail }, true),
    ],
  },
  {
    name: 'Event',
    headers: ['Id', 'WhoId', 'Subject', 'ActivityDate', 'DurationInMinutes'],
    without: ['Status'],
    key: ['Id'],
    rows: [
      activity(
        [{ column: 'IsAllDayEvent', truth: true }],
        { column: 'ActivityDate', as: 'date' },
        { constant: 'outbound' },
        { constant: 'Meeting' },
      ),
      activity(
        [{ column: 'IsAllDayEvent', truth: false }],
        { firstOf: ['ActivityDateTime', 'StartDateTime', 'ActivityDate'] },
        { constant: 'outbound' },
        { constant: 'Meeting' },
      ),
    ],
  },
  {
    name: 'EmailMessage',
    headers: ['Id', 'Subject', 'FromAddress', 'Incoming', 'CreatedDate'],
    key: ['Id'],
    rows: [],
    note: 'A mail does not name its lead; the task that Salesforce keeps of it does. Add Task.csv.',
  },
];
