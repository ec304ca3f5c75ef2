import type { WeeklyReview } from '../../metrics/review/weekly-review.ts';
import { trackAnswer, trackDefinition } from '../../sentences/review/track-answer.ts';
import { Block } from '../../ui/block.tsx';

/** Are we on track? Without a budget, what the quarter has brought so far. */
export function TrackBlock({ review }: { readonly review: WeeklyReview }) {
  const { currency } = review.header;
  return (
    <Block
      span={5}
      question="On track?"
      answer={trackAnswer(review.track, currency)}
      definition={trackDefinition(review.track, currency)}
    />
  );
}
