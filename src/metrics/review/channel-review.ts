import { unsourcedGroup } from '../../domain/dimension.ts';
import type { Filter } from '../../domain/filter.ts';
import { addDays, addMonths, fromEpochDay } from '../../domain/local-date.ts';
import { groupVerdicts, ranksBy, trapOf, type GroupSides, type GroupVerdict } from '../channel-verdict.ts';
import { conversionTable, type ConversionGroup } from '../conversion-table.ts';
import { leadCells, opportunityCells } from '../cube/cube-cells.ts';
import { sliceCube, type Cube } from '../cube/cube.ts';
import { flaggedCells } from '../flagged-cells.ts';
import type { NotMeasurable } from '../measurability.ts';
import type { Verdict } from '../verdict.ts';
import type { ReviewGap } from './review-gap.ts';

/** One channel at both joints. */
export interface ChannelRow extends GroupSides {
  readonly leads: number;
  /** Places among the channels with 30 or more at both joints; null of smaller ones. */
  readonly rankAtOpportunities: number | null;
  readonly rankAtDeals: number | null;
}

/** A channel that makes many opportunities and clearly fewer deals of them than all channels. */
export interface TrapChannel {
  readonly channel: string;
  /** `signal` where the share of deals also stands out after correction for the number of channels, else `probably`. */
  readonly verdict: Extract<Verdict, 'signal' | 'probably'>;
  /** Deals its opportunities would have made at the average, less those they made. */
  readonly missedDeals: number;
}

/** Channels by both conversions, over the leads and opportunities of the last twelve months that have had their windows. */
export interface ChannelReview {
  readonly gap: ReviewGap | null;
  readonly from: string;
  readonly to: string;
  readonly total: ConversionGroup;
  readonly channels: readonly ChannelRow[];
  readonly trap: TrapChannel | null;
}

const monthsBack = 12;

const rowsOf = (verdicts: readonly GroupVerdict[]): readonly ChannelRow[] => {
  const atOpportunities = ranksBy(verdicts, ({ l2o }) => l2o);
  const atDeals = ranksBy(verdicts, ({ o2d }) => o2d);
  return verdicts.map(({ group, source, l2o, o2d, l2d, l2oSide, o2dSide, isSettled }) => ({
    group,
    leads: source.journeys,
    l2o,
    o2d,
    l2d,
    l2oSide,
    o2dSide,
    isSettled,
    rankAtOpportunities: atOpportunities.get(group) ?? null,
    rankAtDeals: atDeals.get(group) ?? null,
  }));
};

const trapIn = (verdicts: readonly GroupVerdict[], average: number | null): TrapChannel | null => {
  const trap = trapOf(verdicts, average);
  if (trap === null || average === null) return null;
  const flag = flaggedCells(verdicts.map(({ group, o2d: { k, n } }) => ({ group, k, n }))).find(
    ({ group }) => group === trap.group,
  );
  return {
    channel: trap.group,
    verdict: flag?.side === 'below' ? 'signal' : 'probably',
    missedDeals: average * trap.o2d.n - trap.o2d.k,
  };
};

/** The days of the channels of a review: the twelve months up to the as-of day. */
export const channelDays = ({ asOf }: Pick<Cube, 'asOf'>): Filter => {
  const to = fromEpochDay(asOf);
  return { from: addDays(addMonths(to, -monthsBack), 1), to, values: {} };
};

/** Compares the channels (the first field of the cube) at both joints. */
export const channelReview = (cube: Cube, notMeasurable: NotMeasurable): ChannelReview => {
  const days = channelDays(cube);
  const slice = sliceCube(cube, days);
  const table = conversionTable(leadCells(slice), opportunityCells(slice), 'row_group', notMeasurable);
  const verdicts = groupVerdicts(table, 'windowed');
  const named = table.groups.filter(({ group, journeys }) => group !== unsourcedGroup && journeys > 0);
  const [only] = named;
  const because = notMeasurable.l2o ?? notMeasurable.o2d;
  const joint = notMeasurable.l2o === undefined ? 'o2d' : 'l2o';
  const gap: ReviewGap | null =
    only === undefined
      ? { reason: 'noLeads' }
      : because !== undefined
        ? { reason: 'notMeasurable', joint, because }
        : named.length < 2
          ? { reason: 'oneChannel', channel: only.group }
          : null;
  return {
    gap,
    from: days.from ?? '',
    to: days.to ?? '',
    total: table.total,
    channels: rowsOf(verdicts),
    trap: gap === null ? trapIn(verdicts, table.total.o2d?.windowed.rate ?? null) : null,
  };
};
