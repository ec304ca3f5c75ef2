import { isoWeek } from '../../domain/iso-week.ts';
import type { LeakReview } from '../../metrics/review/leak-review.ts';
import type { PipelineReview } from '../../metrics/review/pipeline-review.ts';
import type { VolumeId, VolumeReview } from '../../metrics/review/volume-review.ts';
import type { WeeklyReview } from '../../metrics/review/weekly-review.ts';
import { attemptsOkShare, neverContactedShare, slaAttainment } from '../../metrics/sla-attainment.ts';
import { gapWords } from '../../sentences/review/gap-words.ts';
import { leakAnswer, leakDefinition, leakName } from '../../sentences/review/leak-answer.ts';
import { pipelineAnswer, pipelineDefinition } from '../../sentences/review/pipeline-answer.ts';
import { reviewQuestions } from '../../sentences/review/review-agenda.ts';
import { marketingNote, slaAnswer, slaDefinition } from '../../sentences/review/sla-answer.ts';
import { volumeNames, volumesAnswer } from '../../sentences/review/volume-answer.ts';
import type { DocumentBlock, DocumentColumn } from '../review-document.ts';

/** What was lost, in money, each lead under one leak. */
export const leakBlock = (review: LeakReview, currency: string | null): DocumentBlock => {
  const { lines, lost, unmeasured } = review;
  const hasTable = lost !== null && currency !== null;
  return {
    question: reviewQuestions.leaks,
    answer: leakAnswer(review, currency),
    definition: leakDefinition(review, currency),
    notes:
      unmeasured.untried === undefined
        ? []
        : [`Late and missing attempts are not told apart: ${unmeasured.untried}`],
    table: hasTable
      ? {
          rowsAre: 'groups',
          columns: [
            { label: 'Leak', kind: 'text' },
            { label: 'Leads', kind: 'people' },
            { label: 'Value', kind: 'money' },
          ],
          rows: lines.map((line) => [leakName(line), line.journeys, line.minor]),
          total: ['Together', lost.journeys, lost.minor],
        }
      : null,
    chart: hasTable && lines.length > 0 ? { kind: 'bar', columns: [2] } : null,
    namesRecords: false,
  };
};

/** What sales promised and kept; what is missing for marketing's side. */
export const slaBlock = (sla: WeeklyReview['sla']): DocumentBlock => {
  const { kept } = sla.sales;
  return {
    question: reviewQuestions.sla,
    answer: slaAnswer(sla),
    definition: slaDefinition(sla),
    notes: [marketingNote(sla.marketing)],
    table:
      kept === null
        ? null
        : {
            rowsAre: 'places',
            columns: [
              { label: 'Promise of sales', kind: 'text' },
              { label: 'Kept', kind: 'rate' },
            ],
            rows: [
              [slaAttainment.label, kept.attainment],
              [attemptsOkShare.label, kept.attemptsOk],
              [neverContactedShare.label, kept.neverContacted],
            ],
            total: null,
          },
    chart: null,
    namesRecords: false,
  };
};

const valueIn = (volume: VolumeReview | undefined, start: string): number | null =>
  volume?.weeks.find((week) => week.start === start)?.value ?? null;

/** The pipeline created week by week, beside the opportunities it is made of. */
export const pipelineBlock = (
  review: PipelineReview,
  volumes: readonly VolumeReview[],
  currency: string | null,
): DocumentBlock => {
  const { weekly } = review;
  const opportunities = volumes.find(({ id }) => id === 'opportunities');
  const hasWeeks = weekly !== null && weekly.weeks.length > 0;
  return {
    question: reviewQuestions.pipeline,
    answer: pipelineAnswer(review, currency),
    definition: pipelineDefinition(review, currency),
    notes: review.gap === null ? [] : [gapWords(review.gap).needs],
    table: hasWeeks
      ? {
          rowsAre: 'places',
          columns: [
            { label: 'Week', kind: 'text' },
            { label: volumeNames.opportunities, kind: 'people' },
            { label: volumeNames.pipeline, kind: 'money' },
            { label: 'Usual, from', kind: 'money' },
            { label: 'Usual, to', kind: 'money' },
          ],
          rows: weekly.weeks.map(({ start, value }) => [
            isoWeek(start),
            valueIn(opportunities, start),
            value,
            weekly.limits?.low ?? null,
            weekly.limits?.high ?? null,
          ]),
          total: null,
        }
      : null,
    chart: hasWeeks ? { kind: 'line', columns: [2, 3, 4] } : null,
    namesRecords: false,
  };
};

/** The column of a volume; money is about the records it is the sum of. */
const volumeColumn = (id: VolumeId, volumes: readonly VolumeReview[]): DocumentColumn => {
  const label = volumeNames[id];
  if (id !== 'pipeline' && id !== 'revenue') return { label, kind: 'people' };
  const records = id === 'pipeline' ? 'opportunities' : 'deals';
  return { label, kind: 'money', about: 1 + volumes.findIndex((volume) => volume.id === records) };
};

/** What came in and went out, week by week. */
export const volumesBlock = (volumes: readonly VolumeReview[], week: string): DocumentBlock => {
  const [first] = volumes;
  const counts = volumes.flatMap(({ isMoney }, index) => (isMoney ? [] : [index + 1]));
  return {
    question: reviewQuestions.volumes,
    answer: volumesAnswer(volumes, week),
    definition: 'By week, each on its own day: throughput, not conversion.',
    notes: [],
    table:
      first === undefined
        ? null
        : {
            rowsAre: 'places',
            columns: [{ label: 'Week', kind: 'text' }, ...volumes.map(({ id }) => volumeColumn(id, volumes))],
            rows: first.weeks.map(({ start }) => [
              isoWeek(start),
              ...volumes.map((volume) => valueIn(volume, start)),
            ]),
            total: null,
          },
    chart: first === undefined ? null : { kind: 'line', columns: counts },
    namesRecords: false,
  };
};
