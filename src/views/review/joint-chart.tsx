import { ControlChart } from '../../charts/control-chart.tsx';
import type { NumberedNote } from '../../domain/numbered-notes.ts';
import type { JointReview } from '../../metrics/review/joint-review.ts';
import { percent, percentTick, wholePercent } from '../../sentences/format.ts';
import { monthPoints, weekPoints } from './period-points.ts';

/** Twelve months and six weeks of a joint. */
export function JointChart({
  review,
  notes,
  title,
  summary,
}: {
  readonly review: JointReview;
  readonly notes: readonly NumberedNote[];
  readonly title: string;
  readonly summary: string;
}) {
  return (
    <ControlChart
      months={monthPoints(review.months, review.monthMean, notes)}
      weeks={weekPoints(review.weeks, review.weekMean, notes)}
      monthsTitle="Twelve months"
      weeksTitle="Six weeks"
      title={title}
      summary={summary}
      emptyText="No period has a rate yet"
      format={percent}
      formatTick={percentTick}
      formatSeen={wholePercent}
    />
  );
}
