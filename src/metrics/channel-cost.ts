/** One row of the cost table, summed. A null segment is a cost that names none; money is minor units. */
export interface CostRow {
  readonly channel: string;
  readonly segment: string | null;
  readonly currency: string | null;
  /** How many of the rows have an amount; 0: a row that says nothing of the money. */
  readonly amounts: number;
  readonly cost_minor: number;
}

/** Why a channel has no cost. */
export type NoCost = 'noRow' | 'severalCurrencies' | 'onlyWithoutSegment';

/** What was spent on a channel. */
export interface ChannelCost {
  readonly channel: string;
  /** Null where it is not known, which is not 0. */
  readonly costMinor: number | null;
  /** Null where no row names one. */
  readonly currency: string | null;
  /** Spent without a segment and so left out, where only some segments are looked at; spread over none. */
  readonly unallocatedMinor: number;
  readonly reason: NoCost | null;
}

const total = (rows: readonly CostRow[]): number => rows.reduce((sum, row) => sum + row.cost_minor, 0);

/**
 * What was spent on a channel, in the segments looked at; no segments means all of them. Costs in more than one currency
 * are not added.
 */
export const channelCost = (
  rows: readonly CostRow[],
  channel: string,
  segments: readonly string[],
): ChannelCost => {
  const known = rows.filter((row) => row.channel === channel && row.amounts > 0);
  const counted =
    segments.length === 0
      ? known
      : known.filter(({ segment }) => segment !== null && segments.includes(segment));
  const unallocated = segments.length === 0 ? [] : known.filter(({ segment }) => segment === null);
  const currencies = [...new Set(known.flatMap(({ currency }) => currency ?? []))];
  const unknown = (reason: NoCost): ChannelCost => ({
    channel,
    costMinor: null,
    currency: null,
    unallocatedMinor: currencies.length > 1 ? 0 : total(unallocated),
    reason,
  });
  if (currencies.length > 1) return unknown('severalCurrencies');
  if (counted.length === 0) return unknown(unallocated.length > 0 ? 'onlyWithoutSegment' : 'noRow');
  return {
    channel,
    costMinor: total(counted),
    currency: currencies[0] ?? null,
    unallocatedMinor: total(unallocated),
    reason: null,
  };
};
