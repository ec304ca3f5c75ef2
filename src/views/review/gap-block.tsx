import type { ReviewGap } from '../../metrics/review/review-gap.ts';
import { gapWords } from '../../sentences/review/gap-words.ts';
import { Block } from '../../ui/block.tsx';

/** A block that has nothing to show yet: it says why and what it takes, in its own place. */
export function GapBlock({
  gap,
  question,
  span,
}: {
  readonly gap: ReviewGap;
  readonly question: string;
  readonly span: 8;
}) {
  const { why, needs } = gapWords(gap);
  return <Block span={span} question={question} answer={why} definition={needs} />;
}
