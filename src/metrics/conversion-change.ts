import { mixRate, type MixRate, type TwoPeriods } from '../stats/mix-rate.ts';
import { splitSmall } from './pool-small.ts';

/** Counts of one group in two complete periods, windowed so that both had the same time. */
export interface GroupPeriods extends TwoPeriods {
  readonly group: string;
}

/** What one group adds to the change, as fractions, beside the counts it comes from. */
export type ChangeLine = GroupPeriods & MixRate;

/** What the groups too small for a line of their own add together. */
export interface RestLine extends TwoPeriods, MixRate {
  /** Their names, in the order given. */
  readonly groups: readonly string[];
}

/** Why a conversion moved: `change` is the sum of `mixTotal` and `rateTotal`, which are the sums of the lines and the rest. */
export interface ConversionChange {
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly mixTotal: number;
  readonly rateTotal: number;
  readonly lines: readonly ChangeLine[];
  readonly rest: RestLine | null;
}

const pooled = (groups: readonly TwoPeriods[]): TwoPeriods =>
  groups.reduce<TwoPeriods>(
    (sum, { k0, n0, k1, n1 }) => ({ k0: sum.k0 + k0, n0: sum.n0 + n0, k1: sum.k1 + k1, n1: sum.n1 + n1 }),
    { k0: 0, n0: 0, k1: 0, n1: 0 },
  );

/**
 * The change of a conversion between two periods as mix and rate of each group. Groups with fewer than 30 records in
 * either period are pooled, so that no line rests on chance and the lines still add up; a group that is new or has ended
 * is among them. Null where a period has no records.
 */
export const conversionChange = (groups: readonly GroupPeriods[]): ConversionChange | null => {
  const { large, small } = splitSmall(groups, ({ n0, n1 }) => [n0, n1]);
  const restCounts = pooled(small);
  const parts = mixRate([...large, restCounts]);
  if (parts === null) return null;
  const partOf = (index: number): MixRate => parts.groups[index] ?? { mix: 0, rate: 0 };
  return {
    before: parts.pooled0,
    after: parts.pooled1,
    change: parts.pooled1 - parts.pooled0,
    mixTotal: parts.mixTotal,
    rateTotal: parts.rateTotal,
    lines: large.map((group, index) => ({ ...group, ...partOf(index) })),
    rest:
      small.length === 0
        ? null
        : { ...restCounts, ...partOf(large.length), groups: small.map(({ group }) => group) },
  };
};
