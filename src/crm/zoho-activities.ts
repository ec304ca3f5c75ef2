import type { Condition, RowRule, Source, SourceTable } from './crm-format.ts';

interface Touch {
  readonly type: string;
  readonly at: string;
  readonly owner: string;
  readonly when?: readonly Condition[];
  readonly direction?: Source;
}

const related: Condition = { column: 'Related To.id', filled: true };

/**
 * An activity of what it is related to: a lead by its id, or a deal that stands for its lead; one of the two is nobody's.
 * Without that, of the contact.
 */
const touches = ({ type, at, owner, when = [], direction }: Touch): readonly RowRule[] => {
  const rule = (condition: Condition, whose: Readonly<Record<string, Source>>): RowRule => ({
    into: 'activity',
    when: [...when, condition],
    columns: {
      activity_id: 'Record Id',
      ...whose,
      event_at: at,
      direction: direction ?? { constant: 'outbound' },
      type: { constant: type },
      is_automated: { constant: 'false' },
      actor_id: owner,
    },
  });
  return [
    rule(related, { lead_id: 'Related To.id' }),
    rule(related, { lead_id: { column: 'Related To.id', prefix: 'deal:' } }),
    rule({ column: 'Related To.id', filled: false }, { contact_id: 'Contact Name.id' }),
  ];
};

const ids = ['Related To.id', 'Contact Name.id'] as const;

/** Calls, tasks and meetings of backups, which name records by id; module exports name them in words only. */
export const zohoActivities: readonly SourceTable[] = [
  {
    name: 'Calls',
    headers: ['Record Id', 'Call Start Time', 'Call Type'],
    oneOf: ids,
    key: ['Record Id'],
    rows: touches({
      type: 'Call',
      at: 'Call Start Time',
      owner: 'Call Owner',
      direction: {
        column: 'Call Type',
        values: { Outbound: 'outbound', Inbound: 'inbound', Missed: 'inbound' },
      },
    }),
  },
  {
    name: 'Tasks',
    headers: ['Record Id', 'Task Owner', 'Closed Time'],
    oneOf: ids,
    key: ['Record Id'],
    rows: touches({
      type: 'Task',
      at: 'Closed Time',
      owner: 'Task Owner',
      when: [{ column: 'Closed Time', filled: true }],
    }),
  },
  {
    name: 'Meetings',
    headers: ['Record Id', 'Start DateTime', 'End DateTime'],
    oneOf: ids,
    key: ['Record Id'],
    rows: touches({ type: 'Meeting', at: 'Start DateTime', owner: 'Host' }),
  },
  {
    name: 'Calls without ids',
    headers: ['Record Id', 'Call Start Time', 'Call Type'],
    without: ids,
    key: ['Record Id'],
    rows: [],
    note: 'These calls name their records in words that others may share. Take them from a data backup, which holds the ids.',
  },
];
