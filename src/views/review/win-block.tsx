import type { WeeklyReview } from '../../metrics/review/weekly-review.ts';
import { winAnswer, winDefinition } from '../../sentences/review/win-answer.ts';
import { Block } from '../../ui/block.tsx';

/** What shall we celebrate? */
export function WinBlock({ review }: { readonly review: WeeklyReview }) {
  return (
    <Block
      span={4}
      question="What shall we celebrate?"
      answer={winAnswer(review.wins, review.header.currency)}
      definition={winDefinition(review.wins)}
    />
  );
}
