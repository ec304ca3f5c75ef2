import type { Metric } from './metric.ts';

const leftOut =
  'Deleted, spam and test records; leads whose only opportunity is older than the lead; stages that no lead has an event of.';

const shared = { measure: 'count', better: 'higher', leftOut } as const;

/** What each way of counting a funnel means. They answer different questions about the same leads. */
export const funnelMetrics = {
  strict: {
    ...shared,
    id: 'funnel_strict',
    label: 'Went through every stage in order',
    question: 'How many leads went through every stage, one after the other?',
    definition:
      'A lead counts at a stage when it has a day of its own for this stage and for each one before it, and none of these days lies before the one of the stage before.',
    subject: 'the number of leads that went through every stage in order',
  },
  loose: {
    ...shared,
    id: 'funnel_loose',
    label: 'Got this far or further',
    question: 'How many leads got to each stage, by whatever way?',
    definition:
      'A lead counts at a stage when it reached that stage or any later one: who has a deal has passed every stage, recorded or not.',
    subject: 'the number of leads that got to a stage or further',
  },
  furthest: {
    ...shared,
    id: 'funnel_furthest',
    label: 'Furthest stage reached',
    question: 'Where did each lead get at most?',
    definition:
      'Each lead counts once, at the furthest stage it has reached. The stages add up to all leads, and none is a share of the one before.',
    better: 'neither',
    subject: 'the number of leads whose furthest stage this is',
  },
  transitions: {
    ...shared,
    id: 'funnel_transitions',
    label: 'Moves from stage to stage',
    question: 'Which ways did leads really go?',
    definition:
      'Every move of a lead from one state to the next, in the order of its events: forward, past a stage, back, out to recycled, disqualified or lost, and where it stayed. Opportunities without a lead start in the middle.',
    leftOut:
      'Deleted, spam and test records; leads whose only opportunity is older than the lead; further opportunities of a lead that has one.',
    better: 'neither',
    subject: 'the number of moves between two stages',
  },
} as const satisfies Record<string, Metric>;
