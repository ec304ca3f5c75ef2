import { ControlChart } from '../../charts/control-chart.tsx';
import type { JointReview } from '../../metrics/review/joint-review.ts';
import { percent, percentTick, wholePercent } from '../../sentences/format.ts';
import { monthPoints, weekPoints } from './period-points.ts';

/** Twelve months and six weeks of a joint. */
export function JointChart({
  review,
  title,
  summary,
}: {
  readonly review: JointReview;
  readonly title: string;
  readonly summary: string;
}) {
  return (
    <ControlChart
      months={monthPoints(review.months, review.monthMean)}
      weeks={weekPoints(review.weeks, review.weekMean)}
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
