import type { WeeklyReview } from '../../metrics/review/weekly-review.ts';
import { winAnswer, winDefinition } from '../../sentences/review/win-answer.ts';
import { reviewQuestions } from '../../sentences/review/review-agenda.ts';
import { Block } from '../../ui/block.tsx';

/** What shall we celebrate? */
export function WinBlock({ review }: { readonly review: WeeklyReview }) {
  return (
    <Block
      span={4}
      id="wins"
      question={reviewQuestions.wins}
      answer={winAnswer(review.wins, review.header.currency)}
      definition={winDefinition(review.wins)}
    />
  );
}
