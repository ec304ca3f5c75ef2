import type { Anchor } from '../../domain/definitions.ts';
import { isoWeek } from '../../domain/iso-week.ts';
import { metrics } from '../../metrics/registry.ts';
import type { JointPeriod } from '../../metrics/review/joint-periods.ts';
import type { JointReview } from '../../metrics/review/joint-review.ts';
import { monthAndYear } from '../../sentences/format.ts';
import { gapWords } from '../../sentences/review/gap-words.ts';
import { earlyWords, jointAnswer, jointDefinition } from '../../sentences/review/joint-answer.ts';
import { reviewQuestions } from '../../sentences/review/review-agenda.ts';
import type { DocumentBlock, DocumentTable } from '../review-document.ts';

const tableOf = (
  joint: JointReview['joint'],
  periods: readonly JointPeriod[],
  nameOf: (start: string) => string,
): DocumentTable => ({
  rowsAre: 'places',
  columns: [
    { label: 'Period', kind: 'text' },
    { label: metrics[joint].label, kind: 'rate' },
    { label: 'Heading for', kind: 'share' },
    { label: 'Heading for, from', kind: 'share' },
    { label: 'Heading for, to', kind: 'share' },
    { label: 'Usual, from', kind: 'share' },
    { label: 'Usual, to', kind: 'share' },
    { label: 'Converted so far', kind: 'rate' },
  ],
  rows: periods.map(({ start, k, n, rate, projected, limits }) => [
    nameOf(start),
    rate,
    projected?.rate ?? null,
    projected?.low ?? null,
    projected?.high ?? null,
    limits?.low ?? null,
    limits?.high ?? null,
    rate === null ? { k, n, rate: null, low: null, high: null } : null,
  ]),
  total: null,
});

/** The line of what is ripe, where the young ones are heading, and the usual range. */
const line = { kind: 'line', columns: [1, 2, 5, 6] } as const;

const present = (...texts: readonly (string | null)[]): readonly string[] =>
  texts.filter((text) => text !== null);

/** One joint: its months, and its weeks where there are any. A young period has counts and no rate. */
export const jointBlocks = (review: JointReview, anchor: Anchor): readonly DocumentBlock[] => {
  const { joint, gap, months, weeks } = review;
  const ofWeeks = { ...review, month: null, heading: null };
  const byMonth: DocumentBlock = {
    question: reviewQuestions[joint],
    answer: jointAnswer(review),
    definition: jointDefinition(review, anchor),
    notes: present(gap === null ? null : gapWords(gap).needs, earlyWords(review)),
    table: months.length === 0 ? null : tableOf(joint, months, monthAndYear),
    chart: months.length === 0 ? null : line,
    namesRecords: false,
  };
  if (review.week === null) return [byMonth];
  return [
    byMonth,
    {
      question: `${reviewQuestions[joint]} By week`,
      answer: jointAnswer(ofWeeks),
      definition: jointDefinition(ofWeeks, anchor),
      notes: [],
      table: tableOf(joint, weeks, isoWeek),
      chart: line,
      namesRecords: false,
    },
  ];
};
