import { addDays } from '../../domain/local-date.ts';
import type { Direction, Verdict } from '../verdict.ts';
import type { ChannelReview } from './channel-review.ts';
import type { JointReview, JudgedPeriod } from './joint-review.ts';
import type { SignalRule } from './signal-rule.ts';
import type { SlaReview } from './sla-review.ts';
import type { VolumeId, VolumeReview } from './volume-review.ts';

/** Where a signal was found. `early` is leads to opportunities within fourteen days. */
export type SignalSource = 'l2o' | 'o2d' | 'early' | 'trap' | 'sla' | VolumeId;

/** One thing worth talking about. */
export interface ReviewSignal {
  readonly source: SignalSource;
  /** The period it was found in. */
  readonly start: string;
  readonly end: string;
  readonly grain: 'week' | 'month' | 'year';
  readonly verdict: Extract<Verdict, 'signal' | 'probably'>;
  readonly direction: Direction;
  readonly rules: readonly SignalRule[];
  /** What it may come to: the distance from the usual, in minor units at what leads, opportunities and deals are worth. Null where that is not known. */
  readonly moneyMinor: number | null;
  /** Name of the channel, of a trap. */
  readonly channel: string | null;
}

/** What one lead, opportunity or deal is worth on average, in minor units; null where not known. */
export interface AverageWorth {
  readonly leadMinor: number | null;
  readonly opportunityMinor: number | null;
  readonly dealMinor: number | null;
  /** Share of the value of opportunities that is won; pipeline counts by it. */
  readonly wonShare: number | null;
}

/** Averages over the channels of the review: deal size, times the share of opportunities won, times that of leads converted. */
export const averageWorth = ({ total }: ChannelReview, hasCurrency: boolean): AverageWorth => {
  const dealMinor = hasCurrency ? total.dealSizeMinor : null;
  const o2d = total.o2d?.windowed.rate ?? null;
  const l2d = total.l2d?.windowed.rate ?? null;
  return {
    dealMinor,
    wonShare: o2d,
    opportunityMinor: dealMinor === null || o2d === null ? null : dealMinor * o2d,
    leadMinor: dealMinor === null || l2d === null ? null : dealMinor * l2d,
  };
};

const isTold = (verdict: Verdict): verdict is ReviewSignal['verdict'] =>
  verdict === 'signal' || verdict === 'probably';

const times = (count: number, worth: number | null): number | null =>
  worth === null ? null : Math.abs(count) * worth;

const ofPeriod = (
  source: SignalSource,
  grain: 'week' | 'month',
  judged: JudgedPeriod | null,
  worth: number | null,
): readonly ReviewSignal[] => {
  if (judged === null || !isTold(judged.verdict)) return [];
  const { verdict, direction, rate, mean, compared, period } = judged;
  const usual = (verdict === 'signal' ? mean : (compared?.rate.rate ?? null)) ?? 0;
  const { start, end, rules } = period;
  const moneyMinor = times(rate.k - usual * rate.n, worth);
  return [{ source, start, end, grain, verdict, direction, rules, moneyMinor, channel: null }];
};

const weight = ({ verdict }: ReviewSignal): number => (verdict === 'signal' ? 1 : 0);

/** Signals before what is only probable, then by money; what has no money comes last. */
const byWeight = (a: ReviewSignal, b: ReviewSignal): number =>
  weight(b) - weight(a) || (b.moneyMinor ?? -1) - (a.moneyMinor ?? -1);

/** A joint says its word once: of its last ripe week or month, whichever weighs more. */
const ofJoint = (review: JointReview, worth: number | null): readonly ReviewSignal[] =>
  [
    ...ofPeriod(review.joint, 'week', review.week, worth),
    ...ofPeriod(review.joint, 'month', review.month, worth),
  ]
    .toSorted(byWeight)
    .slice(0, 1);

const worthOfVolume = (id: VolumeId, worth: AverageWorth): number | null => {
  switch (id) {
    case 'leads':
    case 'mqls':
      return worth.leadMinor;
    case 'opportunities':
      return worth.opportunityMinor;
    case 'deals':
      return worth.dealMinor;
    case 'pipeline':
      return worth.wonShare;
    case 'revenue':
      return 1;
  }
};

const ofVolume = (volume: VolumeReview, worth: AverageWorth): readonly ReviewSignal[] => {
  const { id, last, mean, verdict, direction } = volume;
  if (last === null || mean === null || !isTold(verdict)) return [];
  const { start, end, rules, value } = last;
  const moneyMinor = times(value - mean, worthOfVolume(id, worth));
  return [{ source: id, start, end, grain: 'week', verdict, direction, rules, moneyMinor, channel: null }];
};

const ofTrap = ({ trap, from, to }: ChannelReview, worth: AverageWorth): readonly ReviewSignal[] =>
  trap === null
    ? []
    : [
        {
          source: 'trap',
          start: from,
          end: to,
          grain: 'year',
          verdict: trap.verdict,
          direction: 'down',
          rules: [],
          moneyMinor: times(trap.missedDeals, worth.dealMinor),
          channel: trap.channel,
        },
      ];

const ofSla = ({ verdict, direction, weeks }: SlaReview): readonly ReviewSignal[] => {
  const last = weeks.at(-1);
  if (last === undefined || !isTold(verdict)) return [];
  const { start, rules } = last;
  return [
    {
      source: 'sla',
      start,
      end: addDays(start, 6),
      grain: 'week',
      verdict,
      direction,
      rules,
      moneyMinor: null,
      channel: null,
    },
  ];
};

/** The blocks that may hold a signal. */
export interface JudgedBlocks {
  readonly joints: readonly JointReview[];
  readonly volumes: readonly VolumeReview[];
  readonly channels: ChannelReview;
  readonly sales: SlaReview;
}

/** Everything worth talking about: signals before what is only probable, then by money; what has no money last, in the order of the page. */
export const reviewSignals = (
  { joints, volumes, channels, sales }: JudgedBlocks,
  worth: AverageWorth,
): readonly ReviewSignal[] =>
  [
    ...joints.flatMap((review) => [
      ...ofJoint(review, review.joint === 'l2o' ? worth.opportunityMinor : worth.dealMinor),
      ...ofPeriod('early', 'week', review.early, worth.opportunityMinor),
    ]),
    ...ofTrap(channels, worth),
    ...volumes.flatMap((volume) => ofVolume(volume, worth)),
    ...ofSla(sales),
  ].toSorted(byWeight);
