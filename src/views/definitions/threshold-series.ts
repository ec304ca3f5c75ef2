import type { ThresholdSeries } from '../../charts/threshold-frame.ts';
import type { ThresholdOutcome } from '../../metrics/threshold-what-if.ts';
import type { Rate } from '../../domain/rate.ts';
import { count, percent, percentTick } from '../../sentences/format.ts';

const alone = { low: null, high: null } as const;

const rates = (
  key: string,
  title: string,
  shown: readonly ThresholdOutcome[],
  rateAt: (outcome: ThresholdOutcome) => Rate,
): ThresholdSeries => ({
  key,
  title,
  points: shown.map((outcome) => {
    const { rate, low, high } = rateAt(outcome);
    return { at: outcome.threshold, value: rate, low, high };
  }),
  format: percent,
  formatTick: percentTick,
});

const values = (
  key: string,
  title: string,
  shown: readonly ThresholdOutcome[],
  valueAt: (outcome: ThresholdOutcome) => number | null,
  isShare: boolean,
): ThresholdSeries => ({
  key,
  title,
  points: shown.map((outcome) => ({ at: outcome.threshold, value: valueAt(outcome), ...alone })),
  format: isShare ? percent : count,
  formatTick: isShare ? percentTick : count,
});

/** What a threshold gives, one series a number that has a value somewhere; `shown` ascending by threshold. */
export const thresholdSeries = (shown: readonly ThresholdOutcome[]): readonly ThresholdSeries[] =>
  [
    values('leads', 'Leads selected', shown, ({ l2o }) => l2o.n, false),
    rates('l2o', 'Become opportunities', shown, ({ l2o }) => l2o),
    rates('o2d', 'Opportunities become deals', shown, ({ o2d }) => o2d),
    values('deals', 'Deals by now', shown, ({ deals }) => deals, false),
    values('recall', 'Conversions let through', shown, ({ recall }) => recall, true),
    values('load', 'Load a person, of the cap', shown, ({ load }) => load, true),
  ].filter(({ points }) => points.some(({ value }) => value !== null));
