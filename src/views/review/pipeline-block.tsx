import { Suspense } from 'react';
import { flowMetrics } from '../../metrics/flow-metrics.ts';
import type { NumberedNote } from '../../domain/numbered-notes.ts';
import type { WeeklyReview } from '../../metrics/review/weekly-review.ts';
import { gapWords } from '../../sentences/review/gap-words.ts';
import { pipelineAnswer, pipelineDefinition } from '../../sentences/review/pipeline-answer.ts';
import { reviewQuestions } from '../../sentences/review/review-agenda.ts';
import { Block } from '../../ui/block.tsx';
import { MetricNote, volumeLimits } from './metric-note.tsx';
import { VolumeChart } from '../charts-on-demand.ts';

/** Are we turning it up? Pipeline created week by week, with its usual range. */
export function PipelineBlock({
  review,
  notes,
}: {
  readonly review: WeeklyReview;
  readonly notes: readonly NumberedNote[];
}) {
  const { pipeline, header } = review;
  const answer = pipelineAnswer(pipeline, header.currency);
  return (
    <Block
      span={6}
      id="pipeline"
      question={reviewQuestions.pipeline}
      answer={answer}
      definition={pipelineDefinition(pipeline, header.currency)}
      foot={<MetricNote metric={flowMetrics.pipeline_created} limits={volumeLimits} />}
    >
      {pipeline.gap !== null && <p className="note gap-note">{gapWords(pipeline.gap).needs}</p>}
      {pipeline.weekly !== null && header.currency !== null && (
        <Suspense fallback={<div className="chart-place" />}>
          <VolumeChart volume={pipeline.weekly} notes={notes} currency={header.currency} summary={answer} />
        </Suspense>
      )}
    </Block>
  );
}
