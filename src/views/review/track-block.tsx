import { Suspense } from 'react';
import { budgetOutlookMetric } from '../../metrics/plan/budget-outlook.ts';
import type { TrackReview } from '../../metrics/review/track-review.ts';
import { trackAnswer, trackDefinition } from '../../sentences/review/track-answer.ts';
import { reviewQuestions } from '../../sentences/review/review-agenda.ts';
import { Block } from '../../ui/block.tsx';
import { TrackBullet } from '../charts-on-demand.ts';
import { MetricNote } from './metric-note.tsx';

interface TrackBlockProps {
  readonly track: TrackReview;
  readonly currency: string | null;
}

/** Are we on track? The quarter against its budget; without one, what it has brought so far. */
export function TrackBlock({ track, currency }: TrackBlockProps) {
  const answer = trackAnswer(track, currency);
  return (
    <Block
      span={5}
      id="track"
      question={reviewQuestions.track}
      answer={answer}
      definition={trackDefinition(track, currency)}
      foot={track.budget === null ? null : <MetricNote metric={budgetOutlookMetric} />}
    >
      {track.budget !== null && currency !== null && (
        <Suspense fallback={<div className="chart-place" />}>
          <TrackBullet budget={track.budget} currency={currency} summary={answer} />
        </Suspense>
      )}
    </Block>
  );
}
