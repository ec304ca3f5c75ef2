import { Waterfall } from '../../charts/waterfall.tsx';
import type { ChangeReview } from '../../metrics/review/change-review.ts';
import { monthAndYear, percent, percentTick, signedPoints } from '../../sentences/format.ts';
import { changeSteps } from './change-steps.ts';

/** From one month to the other: the mix of the channels, dark, then their rates, grey. */
export function ChangeWaterfall({
  review,
  summary,
}: {
  readonly review: ChangeReview;
  readonly summary: string;
}) {
  const { before, after, change } = review;
  if (before === null || after === null || change === null) return null;
  return (
    <Waterfall
      start={{ label: monthAndYear(before.start), value: change.before }}
      end={{ label: monthAndYear(after.start), value: change.after }}
      deltas={changeSteps(change)}
      title="What moved the conversion"
      summary={summary}
      words={{
        row: 'Step',
        value: 'Conversion',
        change: 'Points',
        kind: 'Through',
        kinds: { main: 'mix', other: 'rate' },
      }}
      format={percent}
      formatDelta={signedPoints}
      formatTick={percentTick}
    />
  );
}
