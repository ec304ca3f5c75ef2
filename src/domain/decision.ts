/** The weekly series that a decision can be measured by. */
export const decisionMeasures = [
  'l2oFast',
  'l2oWindowed',
  'o2dWindowed',
  'leads',
  'opportunities',
  'pipelineCreated',
  'slaAttainment',
] as const;

export type DecisionMeasure = (typeof decisionMeasures)[number];

/** Whether a decision is still to be carried out, was, or was given up. */
export const decisionStates = ['open', 'done', 'dropped'] as const;

export type DecisionState = (typeof decisionStates)[number];

/** What people decided, in their own words. Dates are local days `YYYY-MM-DD`. */
export interface Decision {
  /** Unique within a record of decisions. */
  readonly id: string;
  readonly text: string;
  /** Who sees to it, as it was typed; null where nobody is named. */
  readonly owner: string | null;
  readonly decidedOn: string;
  /** The day by which it is to be done; null where none was set. Not before `decidedOn`. */
  readonly dueOn: string | null;
  readonly measure: DecisionMeasure;
  readonly state: DecisionState;
}

/** What else happened on a day, such as a new price list, for whoever reads the weeks around it. */
export interface DatedNote {
  readonly id: string;
  readonly date: string;
  readonly text: string;
}

/** Everything that was written down beside the numbers. */
export interface DecisionRecord {
  readonly decisions: readonly Decision[];
  readonly notes: readonly DatedNote[];
}

export const noDecisions: DecisionRecord = { decisions: [], notes: [] };

/** A list with one entry put in the place of the entry of the same id, or at the end where there is none. */
export const withEntry = <Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  entry: Entry,
): readonly Entry[] =>
  entries.some(({ id }) => id === entry.id)
    ? entries.map((known) => (known.id === entry.id ? entry : known))
    : [...entries, entry];

/** Two records as one: entries of the same id are taken from the later one. */
export const joinRecords = (earlier: DecisionRecord, later: DecisionRecord): DecisionRecord => ({
  decisions: later.decisions.reduce(withEntry, earlier.decisions),
  notes: later.notes.reduce(withEntry, earlier.notes),
});
