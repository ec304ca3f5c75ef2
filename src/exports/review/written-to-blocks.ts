import type { NumberedNote } from '../../domain/numbered-notes.ts';
import { minimumSample } from '../../domain/definitions.ts';
import type { DecisionReview } from '../../metrics/review/decision-review.ts';
import { capitalised, day, inWords } from '../../sentences/format.ts';
import {
  decisionMeasured,
  decisionMeasureNames,
  decisionsAnswer,
  decisionsDefinition,
  decisionStateWords,
  decisionVerdict,
} from '../../sentences/review/decision-answer.ts';
import { reviewQuestions } from '../../sentences/review/review-agenda.ts';
import type { DocumentBlock, DocumentRow } from '../review-document.ts';

/** What people wrote beside the numbers, as it is taken along where they tick that. */
export interface WrittenWords {
  readonly decisions: readonly DecisionReview[];
  readonly notes: readonly NumberedNote[];
}

const byChoice = 'As it was written by hand; in this file because that was ticked.';

/** Weeks that count fewer than five records say too much of each. */
const isFew = ({ decision: { measure }, effect }: DecisionReview): boolean =>
  effect !== null &&
  (measure === 'leads' || measure === 'opportunities') &&
  [effect.before, effect.after].some(({ k }) => k > 0 && k < minimumSample.hide);

const decisionRow = (review: DecisionReview, currency: string | null): DocumentRow => {
  const { text, owner, decidedOn, measure } = review.decision;
  return [
    text,
    owner,
    day(decidedOn),
    decisionStateWords(review),
    decisionMeasureNames[measure],
    isFew(review) ? null : decisionMeasured(review, currency),
    decisionVerdict(review),
  ];
};

const textColumns = (labels: readonly string[]) => labels.map((label) => ({ label, kind: 'text' as const }));

const decisionsBlock = (decisions: readonly DecisionReview[], currency: string | null): DocumentBlock => ({
  question: reviewQuestions.decisions,
  answer: decisionsAnswer(decisions, currency),
  definition: decisionsDefinition(decisions),
  notes: [byChoice],
  table: {
    rowsAre: 'places',
    columns: textColumns(['Decision', 'Owner', 'Since', 'State', 'Measured by', 'Measured', 'Verdict']),
    rows: decisions.map((review) => decisionRow(review, currency)),
    total: null,
  },
  chart: null,
  namesRecords: false,
});

const notesBlock = (notes: readonly NumberedNote[]): DocumentBlock => ({
  question: 'What else happened, and when?',
  answer: notes.length === 1 ? 'One note on a date' : `${capitalised(inWords(notes.length))} notes on dates`,
  definition: 'Charts call them by their numbers, over the weeks and months of their days.',
  notes: [byChoice],
  table: {
    rowsAre: 'places',
    columns: textColumns(['Note', 'On', 'What happened']),
    rows: notes.map(({ number, date, text }) => [String(number), day(date), text]),
    total: null,
  },
  chart: null,
  namesRecords: false,
});

/** Decisions with what was measured of them, and notes by their days; no block where nothing was written. */
export const writtenBlocks = (
  { decisions, notes }: WrittenWords,
  currency: string | null,
): readonly DocumentBlock[] => [
  ...(decisions.length === 0 ? [] : [decisionsBlock(decisions, currency)]),
  ...(notes.length === 0 ? [] : [notesBlock(notes)]),
];
