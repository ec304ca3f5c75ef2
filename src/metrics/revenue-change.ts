import { lmdiTotals } from '../stats/lmdi.ts';
import { shapleyOfProduct } from '../stats/shapley.ts';
import { smallRest, splitSmall } from './pool-small.ts';

/** Counts of one channel in one period: its leads and what became of them. */
export interface FunnelCounts {
  readonly leads: number;
  /** Leads with at least one opportunity. */
  readonly converted: number;
  readonly opportunities: number;
  readonly won: number;
  /** Won revenue in minor units of the reporting currency. */
  readonly revenueMinor: number;
}

/** One channel in the two periods. */
export interface ChannelFunnel {
  readonly channel: string;
  readonly before: FunnelCounts;
  readonly after: FunnelCounts;
}

/** The factors whose product is won revenue, in order. */
export const revenueFactors = [
  'volume',
  'mix',
  'l2o',
  'opportunitiesPerConverted',
  'o2d',
  'dealSize',
] as const;

export type RevenueFactor = (typeof revenueFactors)[number];

/** Part of each factor in a change of revenue, in minor units, not rounded. */
export type FactorParts = Readonly<Record<RevenueFactor, number>>;

/** The change of one channel: `parts` and `unexplained` add up to it. */
export interface ChannelRevenueChange {
  readonly channel: string;
  readonly parts: FactorParts;
  /** Revenue that no factor carries, as it has no deal, opportunity or lead in the period: 0 where the counts follow each other. */
  readonly unexplained: number;
}

/** Why won revenue moved, in minor units: `totals` and `unexplained` add up to `change`. */
export interface RevenueChange {
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly totals: FactorParts;
  readonly unexplained: number;
  readonly channels: readonly ChannelRevenueChange[];
  /** Every converted lead has one opportunity, so that the line of opportunities per converted lead says nothing. */
  readonly isOneToOne: boolean;
}

type Factors = readonly (number | null)[];

const ratio = (over: number, under: number): number | null => (under === 0 ? null : over / under);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const factorsOf = (counts: FunnelCounts, allLeads: number): Factors => [
  allLeads,
  ratio(counts.leads, allLeads),
  ratio(counts.converted, counts.leads),
  ratio(counts.opportunities, counts.converted),
  ratio(counts.won, counts.opportunities),
  ratio(counts.revenueMinor, counts.won),
];

/** A ratio that is not defined takes the value of the other period, or 0. */
const filled = (factors: Factors, other: Factors): readonly number[] =>
  factors.map((factor, index) => factor ?? other[index] ?? 0);

const followsFromLeads = ({ leads, converted, opportunities, won, revenueMinor }: FunnelCounts): boolean =>
  [leads, converted, opportunities, won, revenueMinor].every(
    (count, index, counts) => count === 0 || (counts[index - 1] ?? 1) !== 0,
  );

const named = (values: readonly number[]): FactorParts => {
  const [volume = 0, mix = 0, l2o = 0, opportunitiesPerConverted = 0, o2d = 0, dealSize = 0] = values;
  return { volume, mix, l2o, opportunitiesPerConverted, o2d, dealSize };
};

interface ChannelFactors {
  readonly funnel: ChannelFunnel;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

const channelFactors = (funnels: readonly ChannelFunnel[]): readonly ChannelFactors[] => {
  const leads0 = sum(funnels.map(({ before }) => before.leads));
  const leads1 = sum(funnels.map(({ after }) => after.leads));
  return funnels.map((funnel) => {
    const [old, now] = [factorsOf(funnel.before, leads0), factorsOf(funnel.after, leads1)];
    return { funnel, before: filled(old, now), after: filled(now, old) };
  });
};

const unexplainedOf = ({ before, after }: ChannelFunnel, parts: readonly number[]): number =>
  followsFromLeads(before) && followsFromLeads(after)
    ? 0
    : after.revenueMinor - before.revenueMinor - sum(parts);

const hasOneEach = ({ before, after }: ChannelFunnel): boolean =>
  before.converted === before.opportunities && after.converted === after.opportunities;

/**
 * Won revenue per channel as leads in all × share of the channel × L2O × opportunities per converted lead × O2D ×
 * average deal, and the exact Shapley value of each factor in its change. The mix is centred on the mean revenue of the
 * two periods, so that more of a channel that earns little per lead counts as negative. A ratio 0/0 takes the value of
 * the other period, 0 where it is undefined in both, so that a new or ended channel is volume and mix alone. No channels
 * give a change of 0.
 */
export const revenueChange = (funnels: readonly ChannelFunnel[]): RevenueChange => {
  const before = sum(funnels.map((funnel) => funnel.before.revenueMinor));
  const after = sum(funnels.map((funnel) => funnel.after.revenueMinor));
  const channels = channelFactors(funnels).map(({ funnel, ...factors }): ChannelRevenueChange => {
    const raw = shapleyOfProduct(factors.before, factors.after);
    const shareGrowth = (factors.after[1] ?? 0) - (factors.before[1] ?? 0);
    const parts = named(raw);
    return {
      channel: funnel.channel,
      parts: { ...parts, mix: parts.mix - shareGrowth * ((before + after) / 2) },
      unexplained: unexplainedOf(funnel, raw),
    };
  });
  return {
    before,
    after,
    change: after - before,
    totals: named(revenueFactors.map((factor) => sum(channels.map(({ parts }) => parts[factor])))),
    unexplained: sum(channels.map(({ unexplained }) => unexplained)),
    channels,
    isOneToOne: funnels.every(hasOneEach),
  };
};

/** The same totals by LMDI, as a check by another method; null where a count is 0, which it cannot take, or there is no channel. */
export const revenueChangeByLmdi = (funnels: readonly ChannelFunnel[]): FactorParts | null => {
  const totals = lmdiTotals(channelFactors(funnels));
  return totals === null ? null : named(totals);
};

const counts = ['leads', 'converted', 'opportunities', 'won', 'revenueMinor'] as const;

const addedUp = (periods: readonly FunnelCounts[]): FunnelCounts => {
  const [leads = 0, converted = 0, opportunities = 0, won = 0, revenueMinor = 0] = counts.map((count) =>
    sum(periods.map((period) => period[count])),
  );
  return { leads, converted, opportunities, won, revenueMinor };
};

/** The channels with those of fewer than 30 leads in either period added up as the last one, `other (small)`; as they are where none is so small. */
export const poolSmallChannels = (funnels: readonly ChannelFunnel[]): readonly ChannelFunnel[] => {
  const { large, small } = splitSmall(funnels, ({ before, after }) => [before.leads, after.leads]);
  if (small.length === 0) return large;
  const rest = {
    channel: smallRest,
    before: addedUp(small.map(({ before }) => before)),
    after: addedUp(small.map(({ after }) => after)),
  };
  return [...large, rest];
};
