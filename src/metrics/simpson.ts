import { minimumSample } from '../domain/definitions.ts';
import type { ConversionChange } from './conversion-change.ts';

/**
 * A total that contradicts its parts over time. `strong`: every channel with a line of its own moved one way and the
 * total the other. `weak`: the rate effects together went the other way than the total, or nowhere, and the mix outweighs
 * them.
 */
export type Reversal = 'strong' | 'weak';

/** Effects and changes of rates are sums of rounded products; below this they are 0. */
const rounding = 1e-12;

const signOf = (value: number): number => (Math.abs(value) < rounding ? 0 : Math.sign(value));

/** Whether the total contradicts its parts over time (Simpson 1951); null where it does not. Channels with fewer than 30 records in either period have no say in the strong rule. */
export const reversalOverTime = ({
  change,
  rateTotal,
  mixTotal,
  lines,
}: ConversionChange): Reversal | null => {
  const whole = signOf(change);
  const [first, ...others] = lines.map(({ k0, n0, k1, n1 }) => Math.sign(k1 * n0 - k0 * n1));
  if (first !== undefined && first !== 0 && whole === -first && others.every((sign) => sign === first))
    return 'strong';
  const isAgainst = signOf(rateTotal) !== whole;
  return isAgainst && Math.abs(mixTotal) - Math.abs(rateTotal) >= rounding ? 'weak' : null;
};

/** k of n of one segment within a channel. */
export interface SegmentCount {
  readonly segment: string;
  readonly k: number;
  readonly n: number;
}

/** One channel with its segments, each once. */
export interface ChannelSegments {
  readonly channel: string;
  readonly segments: readonly SegmentCount[];
}

interface Count {
  readonly k: number;
  readonly n: number;
}

const pooled = (segments: readonly Count[]): Count =>
  segments.reduce<Count>((sum, { k, n }) => ({ k: sum.k + k, n: sum.n + n }), { k: 0, n: 0 });

/** Compares two rates without dividing: above 0 where the first is higher. */
const compared = (a: Count, b: Count): number => a.k * b.n - b.k * a.n;

const isReversed = (ahead: ChannelSegments, behind: ChannelSegments): boolean => {
  const shared = ahead.segments.flatMap((one) => {
    const other = behind.segments.find(({ segment }) => segment === one.segment);
    const isLarge = other !== undefined && Math.min(one.n, other.n) >= minimumSample.rank;
    return isLarge ? [compared(one, other)] : [];
  });
  return (
    shared.length > 0 &&
    shared.every((difference) => difference <= 0) &&
    compared(pooled(ahead.segments), pooled(behind.segments)) > 0
  );
};

/** A channel that is ahead of another in all, and in no shared segment: what looks like a better channel is a better mix of segments. */
export interface ReversedPair {
  readonly ahead: string;
  readonly behind: string;
}

/**
 * Pairs of channels of which one is ahead pooled although the other is as good or better in every segment where both
 * have 30 records or more. Channels that share no such segment are not compared.
 */
export const reversalsAcross = (channels: readonly ChannelSegments[]): readonly ReversedPair[] =>
  channels.flatMap((ahead) =>
    channels
      .filter((behind) => isReversed(ahead, behind))
      .map((behind) => ({ ahead: ahead.channel, behind: behind.channel })),
  );

/**
 * The rate each channel would have with the segment mix of all channels together (direct standardisation): the sum over
 * segments of their share of all records times the channel's rate in it. A segment the channel has no records in takes
 * its pooled rate. Null where the channel has no records.
 */
export const standardisedRates = (
  channels: readonly ChannelSegments[],
): readonly { readonly channel: string; readonly rate: number | null }[] => {
  const sizes = new Map<string, number>();
  for (const { segment, n } of channels.flatMap(({ segments }) => segments))
    sizes.set(segment, (sizes.get(segment) ?? 0) + n);
  const all = [...sizes.values()].reduce((sum, n) => sum + n, 0);
  return channels.map(({ channel, segments }) => {
    const own = pooled(segments);
    if (own.n === 0) return { channel, rate: null };
    const counts = new Map(segments.map(({ segment, k, n }) => [segment, { k, n }]));
    const rate = [...sizes].reduce((sum, [segment, size]) => {
      const count = counts.get(segment);
      const { k, n } = count === undefined || count.n === 0 ? own : count;
      return sum + (size / all) * (k / n);
    }, 0);
    return { channel, rate };
  });
};
