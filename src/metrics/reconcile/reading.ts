/** What a number may be: a count, or a share of one thing that became another. */
export const readingSubjects = ['leads', 'mqls', 'opportunities', 'deals', 'l2o', 'o2d', 'l2d'] as const;

export type ReadingSubject = (typeof readingSubjects)[number];

/** The choices by which two ways of counting the same thing differ. */
export interface ReadingChoices {
  /** Whose day decides what lies in the period. `activity`: every thing by its own day, so that a share mixes cohorts. */
  readonly day: 'leadCreated' | 'leadStart' | 'opportunityCreated' | 'closed' | 'activity';
  /** Everything known on the as-of day, or what happened within the window or within 14 days. */
  readonly clock: 'toDate' | 'window' | 'fast';
  /** Who is below the line: all, all but those too young for the window, or all but those still open. */
  readonly young: 'leftOut' | 'in' | 'openOut';
  /** Whether every lead counts once, or every opportunity of it. */
  readonly unit: 'lead' | 'opportunity';
  /** Opportunities that no lead led to: in, out, or only these. */
  readonly source: 'all' | 'sourced' | 'unsourced';
  /** Leads whose clock starts at a later stage, because their own stage is not known. */
  readonly imputed: 'in' | 'out';
}

/** One way of counting and what it gives: k of n, or k alone for a count. */
export interface Reading {
  readonly subject: ReadingSubject;
  readonly choices: ReadingChoices;
  readonly k: number;
  readonly n: number | null;
}

/** The value of a reading: a count or a share; null for a share of nothing. */
export const readingValue = ({ k, n }: Reading): number | null => (n === null ? k : n === 0 ? null : k / n);

const usual: ReadingChoices = {
  day: 'leadStart',
  clock: 'toDate',
  young: 'in',
  unit: 'lead',
  source: 'all',
  imputed: 'in',
};

/** How this product counts each of them. */
export const ownChoices: Readonly<Record<ReadingSubject, ReadingChoices>> = {
  leads: usual,
  mqls: usual,
  opportunities: { ...usual, day: 'opportunityCreated', unit: 'opportunity' },
  deals: { ...usual, day: 'opportunityCreated', unit: 'opportunity' },
  l2o: { ...usual, clock: 'window', young: 'leftOut' },
  o2d: { ...usual, day: 'opportunityCreated', unit: 'opportunity', clock: 'window', young: 'leftOut' },
  l2d: { ...usual, clock: 'window', young: 'leftOut' },
};

/** The choices that differ between a reading and the product's own way, in a fixed order. */
export const differentChoices = ({ subject, choices }: Reading): readonly (keyof ReadingChoices)[] =>
  (['day', 'clock', 'young', 'unit', 'source', 'imputed'] as const).filter(
    (choice) => choices[choice] !== ownChoices[subject][choice],
  );
