import type { Anchor, Windows } from '../../domain/definitions.ts';
import { blankGroup } from '../../domain/dimension.ts';
import { fromEpochDay } from '../../domain/local-date.ts';
import type { Rate } from '../../domain/rate.ts';
import type { Cube } from '../cube/cube.ts';
import { totalOf } from '../cube/facet.ts';
import type { NotMeasurable } from '../measurability.ts';
import { rateOf } from '../rate-of.ts';
import { changeReview, type ChangeReview } from './change-review.ts';
import { channelReview, type ChannelReview } from './channel-review.ts';
import { jointReview, type JointReview } from './joint-review.ts';
import { lastWholeWeek, type NamedWeek } from './last-whole-week.ts';
import { leakReview, type LeakInput, type LeakReview } from './leak-review.ts';
import { pipelineReview, type PipelineReview } from './pipeline-review.ts';
import { marketingReview, type MarketingInput, type MarketingReview } from './marketing-review.ts';
import { averageWorth, reviewSignals, type ReviewSignal } from './review-signal.ts';
import { slaReview, type SlaInput, type SlaReview } from './sla-review.ts';
import { trackReview, type TrackInput, type TrackReview } from './track-review.ts';
import { volumeReviews, type VolumeReview } from './volume-review.ts';
import { winReview, type WinReview, type WonDeal } from './win-review.ts';

/** What the review is told beside the cube, which holds the as-of day and the windows. */
export interface ReviewInput {
  readonly anchor: Anchor;
  /** The agreement in force. */
  readonly definition: { readonly name: string; readonly version: number };
  /** Last complete day of the export. */
  readonly exportAsOf: string;
  /** The one currency of all amounts; null where amounts are not added up. */
  readonly currency: string | null;
  readonly notMeasurable: NotMeasurable;
  readonly wins: readonly WonDeal[];
  /** Both null while the handovers are not counted yet. */
  readonly sla: SlaInput | null;
  readonly leaks: LeakInput | null;
  /** Null where nothing was promised, or it is not counted yet. */
  readonly marketing: MarketingInput | null;
  /** Missing where no budget was set. */
  readonly track?: TrackInput;
}

/** Whether the numbers can be trusted, at a glance. */
export interface ReviewHeader {
  readonly asOf: string;
  readonly exportAsOf: string;
  /** The last whole week up to the as-of day. */
  readonly week: NamedWeek;
  readonly anchor: Anchor;
  readonly definition: ReviewInput['definition'];
  readonly windows: Windows;
  readonly currency: string | null;
  /** Leads whose channel is known, of all. */
  readonly withSource: Rate;
}

/** The weekly review as plain data: every page, sentence and export of it is made of this. */
export interface WeeklyReview {
  readonly header: ReviewHeader;
  readonly signals: readonly ReviewSignal[];
  readonly track: TrackReview;
  readonly joints: { readonly l2o: JointReview; readonly o2d: JointReview };
  readonly channels: ChannelReview;
  readonly changes: { readonly l2o: ChangeReview; readonly o2d: ChangeReview };
  readonly leaks: LeakReview;
  readonly sla: { readonly sales: SlaReview; readonly marketing: MarketingReview };
  readonly pipeline: PipelineReview;
  readonly volumes: readonly VolumeReview[];
  readonly wins: WinReview;
}

const headerOf = (cube: Cube, { anchor, definition, exportAsOf, currency }: ReviewInput): ReviewHeader => {
  const { leads } = cube.always;
  const blank = { ...leads, cells: leads.cells.filter(({ row }) => row === blankGroup) };
  const all = totalOf(leads, 'journeys');
  return {
    asOf: fromEpochDay(cube.asOf),
    exportAsOf,
    week: lastWholeWeek(cube.asOf),
    anchor,
    definition,
    windows: cube.windows,
    currency,
    withSource: rateOf(all - totalOf(blank, 'journeys'), all),
  };
};

/** The review of the last whole week before the as-of day of a cube of channels by segments. */
export const weeklyReview = (cube: Cube, input: ReviewInput): WeeklyReview => {
  const { currency, notMeasurable, wins, sla, leaks } = input;
  const hasCurrency = currency !== null;
  const l2o = jointReview(cube, 'l2o', notMeasurable);
  const o2d = jointReview(cube, 'o2d', notMeasurable);
  const channels = channelReview(cube, notMeasurable);
  const volumes = volumeReviews(cube, hasCurrency);
  const header = headerOf(cube, input);
  const sales = slaReview(sla, header.week.end);
  return {
    header,
    signals: reviewSignals(
      { joints: [l2o, o2d], volumes, channels, sales },
      averageWorth(channels, hasCurrency),
    ),
    track: trackReview(cube, currency, input.track),
    joints: { l2o, o2d },
    channels,
    changes: { l2o: changeReview(cube, l2o), o2d: changeReview(cube, o2d) },
    leaks: leakReview(leaks, hasCurrency),
    sla: { sales, marketing: marketingReview(input.marketing, sla === null, o2d) },
    pipeline: pipelineReview(cube, volumes),
    volumes,
    wins: winReview(hasCurrency ? wins : wins.map((deal) => ({ ...deal, amountMinor: null }))),
  };
};
