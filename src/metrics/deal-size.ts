/** Won amounts of some deals in minor units: how many, their sum and the sum of their squares. */
export interface Amounts {
  readonly deals: number;
  readonly sumMinor: number;
  readonly squaresMinor: number;
}

/** Average deal size of a group, drawn towards that of all deals. Money is minor units. */
export interface DealSize extends Amounts {
  /** Mean of all deals, which every group is drawn towards as if it had ten more deals of it. */
  readonly overallMinor: number;
  readonly sizeMinor: number;
  /** Square of the coefficient of variation of `sizeMinor`; null for a size of 0, or where fewer than two deals say nothing of the spread. */
  readonly variation: number | null;
}

/** Months of closed deals that a deal size is estimated from. */
export const dealSizeMonths = 24;

/** Share of the deals above which an amount counts as if it were the one at this share. */
export const winsorisedAt = 0.99;

/** Deals of the average size that each group is given on top of its own. */
export const priorDeals = 10;

/** Amounts of several groups together. */
export const addAmounts = (amounts: readonly Amounts[]): Amounts =>
  amounts.reduce(
    (total, { deals, sumMinor, squaresMinor }) => ({
      deals: total.deals + deals,
      sumMinor: total.sumMinor + sumMinor,
      squaresMinor: total.squaresMinor + squaresMinor,
    }),
    { deals: 0, sumMinor: 0, squaresMinor: 0 },
  );

/** Sum of squared differences from the mean; 0 where rounding makes it negative. */
const scatter = ({ deals, sumMinor, squaresMinor }: Amounts): number =>
  deals === 0 ? 0 : Math.max(0, squaresMinor - sumMinor ** 2 / deals);

/** Sample variance of a group, with the spread of all deals counting as much as ten deals of its own; null where all are fewer than two. */
const varianceOf = (group: Amounts, all: Amounts): number | null => {
  if (all.deals < 2) return null;
  const overall = scatter(all) / (all.deals - 1);
  const ownDegrees = Math.max(0, group.deals - 1);
  return (scatter(group) + priorDeals * overall) / (ownDegrees + priorDeals);
};

/**
 * How far the true deal sizes of groups lie apart: the variance between them by the analysis of variance, in squared
 * minor units; 0 where it cannot be told from the spread within them.
 */
export const varianceBetween = (groups: readonly Amounts[]): number => {
  const seen = groups.filter(({ deals }) => deals > 0);
  const all = addAmounts(seen);
  if (seen.length < 2 || all.deals <= seen.length) return 0;
  const within = seen.reduce((sum, group) => sum + scatter(group), 0);
  const size =
    (all.deals - seen.reduce((sum, { deals }) => sum + deals ** 2, 0) / all.deals) / (seen.length - 1);
  const between = ((scatter(all) - within) / (seen.length - 1) - within / (all.deals - seen.length)) / size;
  return Math.max(0, between);
};

/**
 * The deal size of a group among all deals, whose true sizes lie `between` apart (a variance in squared minor units). Its
 * variation has two parts: that of its own deals, and how far its true size may be from the one it is drawn towards. Null
 * where no deal has an amount.
 */
export const dealSizeOf = (group: Amounts, all: Amounts, between: number): DealSize | null => {
  if (all.deals === 0) return null;
  const overallMinor = all.sumMinor / all.deals;
  const weight = group.deals + priorDeals;
  const sizeMinor = (group.sumMinor + priorDeals * overallMinor) / weight;
  const variance = varianceOf(group, all);
  const variationOf = (spread: number): number =>
    (group.deals * spread + priorDeals ** 2 * Math.max(between, spread / priorDeals)) /
    (weight * sizeMinor) ** 2;
  return {
    ...group,
    overallMinor,
    sizeMinor,
    variation: variance === null || sizeMinor === 0 ? null : variationOf(variance),
  };
};
