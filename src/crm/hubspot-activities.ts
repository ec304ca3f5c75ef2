import type { Condition, RowRule, Source, SourceTable } from './crm-format.ts';

interface Touch {
  readonly type: string;
  readonly when?: readonly Condition[];
  readonly at?: string;
  readonly direction?: Source;
}

/** One activity for each contact that is associated with it; one of nobody is nobody's. */
const touch = ({ type, when = [], at = 'Activity date', direction }: Touch): RowRule => ({
  into: 'activity',
  when: [{ column: 'Associated Contact IDs', filled: true }, ...when],
  columns: {
    activity_id: 'Record ID',
    lead_id: { column: 'Associated Contact IDs', split: ';' },
    event_at: at,
    direction: direction ?? { constant: 'outbound' },
    type: { constant: type },
    is_automated: { constant: 'false' },
    actor_id: 'Activity assigned to',
  },
});

const common = ['Record ID', 'Activity date', 'Associated Contact IDs'] as const;

/**
 * Exports of activities, one kind a file. A meeting counts unless it was cancelled or moved; one that was missed reached
 * nobody and is told apart. A task counts once it is completed; of tasks only calls, mails and messages go to the lead.
 */
export const hubspotActivities: readonly SourceTable[] = [
  {
    name: 'Calls',
    headers: [...common, 'Call outcome'],
    key: ['Record ID'],
    rows: [
      touch({
        type: 'Call',
        direction: {
          either: [
            { column: 'Call direction', values: { Outbound: 'outbound', Inbound: 'inbound' } },
            { constant: 'outbound' },
          ],
        },
      }),
    ],
  },
  {
    name: 'Emails',
    headers: [...common, 'Email direction'],
    key: ['Record ID'],
    rows: [
      touch({
        type: 'Email',
        direction: {
          column: 'Email direction',
          values: {
            EMAIL: 'outbound',
            'Outgoing email': 'outbound',
            INCOMING_EMAIL: 'inbound',
            'Incoming email': 'inbound',
            FORWARDED_EMAIL: 'internal',
            'Forwarded email': 'internal',
            DRAFT_EMAIL: 'internal',
          },
        },
      }),
    ],
  },
  {
    name: 'Meetings',
    headers: [...common, 'Meeting outcome'],
    key: ['Record ID'],
    rows: [
      touch({ type: 'Meeting', when: [{ column: 'Meeting outcome', equals: 'Completed' }] }),
      touch({ type: 'Meeting', when: [{ column: 'Meeting outcome', equals: 'Scheduled' }] }),
      touch({ type: 'Meeting', when: [{ column: 'Meeting outcome', filled: false }] }),
      touch({
        type: 'No-show',
        when: [{ column: 'Meeting outcome', equals: 'No show' }],
        direction: { constant: 'internal' },
      }),
    ],
  },
  {
    name: 'Tasks',
    headers: ['Record ID', 'Task status', 'Completed at', 'Associated Contact IDs'],
    key: ['Record ID'],
    rows: [
      touch({
        type: 'Task',
        when: [{ column: 'Completed at', filled: true }],
        at: 'Completed at',
        direction: {
          column: 'Task type',
          values: { Call: 'outbound', Email: 'outbound', 'LinkedIn message': 'outbound' },
          otherwise: 'internal',
        },
      }),
    ],
  },
  { name: 'Notes', headers: ['Record ID', 'Activity date', 'Note body'], key: ['Record ID'], rows: [] },
];
