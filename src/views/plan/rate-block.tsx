import { RunChart } from '../../charts/run-chart.tsx';
import { flowMetrics } from '../../metrics/flow-metrics.ts';
import type { VolumeReview } from '../../metrics/review/volume-review.ts';
import { moneyShort, wholePercent } from '../../sentences/format.ts';
import { rateAnswer } from '../../sentences/plan/rate-answer.ts';
import { Block } from '../../ui/block.tsx';
import { MetricNote, volumeLimits } from '../review/metric-note.tsx';
import { volumePoints } from '../review/period-points.ts';

interface RateBlockProps {
  /** Null without one whole week. */
  readonly pipeline: VolumeReview | null;
  /** What the plan takes a week; null without a plan. */
  readonly neededMinor: number | null;
  readonly currency: string;
}

/** A quarter of weeks. */
const meanWeeks = 13;

/** Do we create enough pipeline? Week by week, against the rate that the plan takes. */
export function RateBlock({ pipeline, neededMinor, currency }: RateBlockProps) {
  const recent = (pipeline?.weeks ?? []).slice(-meanWeeks);
  const mean = recent.length === 0 ? null : recent.reduce((sum, { value }) => sum + value, 0) / recent.length;
  const answer = rateAnswer(mean, neededMinor, recent.length, currency);
  const format = (minor: number): string => moneyShort(minor, currency);
  return (
    <Block
      span={7}
      question="Do we create enough pipeline?"
      answer={answer}
      definition="Value of the opportunities created, at creation, by whole week. Line: what the leads of the plan open a week by the conversions and amounts so far; long dashes: usual range."
      foot={<MetricNote metric={flowMetrics.pipeline_created} limits={volumeLimits} />}
    >
      {pipeline !== null && recent.length > 0 && (
        <RunChart
          points={volumePoints(pipeline, [])}
          pointsTitle="By whole week"
          target={
            neededMinor === null
              ? null
              : { label: `plan ${format(neededMinor)}`, start: neededMinor, end: neededMinor }
          }
          title="Pipeline created a week"
          summary={answer}
          emptyText="No whole week yet"
          format={format}
          formatSeen={wholePercent}
        />
      )}
    </Block>
  );
}
