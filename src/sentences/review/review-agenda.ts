import type { SignalSource } from '../../metrics/review/review-signal.ts';

/** The blocks of the weekly review, in the order of its page. The first tells the week; each of the others answers a question. */
export const reviewBlocks = [
  'week',
  'track',
  'l2o',
  'o2d',
  'channels',
  'change',
  'leaks',
  'sla',
  'pipeline',
  'volumes',
  'decisions',
  'wins',
] as const;

export type ReviewBlockId = (typeof reviewBlocks)[number];

/** What each block answers. */
export const reviewQuestions = {
  week: 'What must we know?',
  track: 'Are we on track?',
  l2o: 'Leads to opportunities: where is the pipe tight?',
  o2d: 'Opportunities to deals: where is the pipe tight?',
  channels: 'Which channels make deals, not only opportunities?',
  change: 'Why did it move?',
  leaks: 'Where do we lose money we could keep?',
  sla: 'Did both sides keep their word?',
  pipeline: 'Are we turning it up?',
  volumes: 'How much came in, and how much went out?',
  decisions: 'What did we decide, and did it work?',
  wins: 'What shall we celebrate?',
} as const satisfies Readonly<Record<ReviewBlockId, string>>;

/** What each block is called in a list of them. */
export const reviewNames: Readonly<Record<ReviewBlockId, string>> = {
  week: 'The week',
  track: 'Budget',
  l2o: 'Leads to opportunities',
  o2d: 'Opportunities to deals',
  channels: 'Channels',
  change: 'Change',
  leaks: 'Leaks',
  sla: 'Promises',
  pipeline: 'Pipeline',
  volumes: 'Volumes',
  decisions: 'Decisions',
  wins: 'Wins',
};

/** The block that proves what a signal says. */
export const evidenceOf = (source: SignalSource): ReviewBlockId => {
  switch (source) {
    case 'l2o':
    case 'o2d':
    case 'sla':
    case 'pipeline':
      return source;
    case 'early':
      return 'l2o';
    case 'trap':
      return 'channels';
    case 'leads':
    case 'mqls':
    case 'opportunities':
    case 'deals':
    case 'revenue':
      return 'volumes';
  }
};
