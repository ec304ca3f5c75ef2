/** Counts by month, months since year 0. */
export interface NaiveCounts {
  readonly arrivals: readonly {
    readonly channel: string;
    readonly month: number;
    readonly reference_leads: number;
  }[];
  readonly lags: readonly {
    readonly channel: string;
    readonly month: number;
    readonly won_lag: number;
    readonly deals: number;
  }[];
  /** The last month that has ended. */
  readonly lastMonth: number;
}

/** A channel of the mix. */
export interface NaiveChannel {
  readonly channel: string;
  /** Share of the leads, 0 to 1. */
  readonly share: number;
  readonly dealSizeMinor: number;
  readonly dealsPerLead: number;
}

/** Deals won `lag` months after arrival, of one lead old enough for it, of some channels. */
function dealsAtLag(counts: NaiveCounts, isCounted: (channel: string) => boolean, lag: number): number {
  let leads = 0;
  let deals = 0;
  for (const row of counts.arrivals)
    if (isCounted(row.channel) && row.month + lag <= counts.lastMonth) leads += row.reference_leads;
  for (const row of counts.lags)
    if (isCounted(row.channel) && row.won_lag === lag && row.month + lag <= counts.lastMonth)
      deals += row.deals;
  return leads > 0 ? deals / leads : 0;
}

const longest = 60;

function dealsOf(counts: NaiveCounts, { channel, dealsPerLead }: NaiveChannel, lag: number): number {
  let own = 0;
  for (const row of counts.arrivals) if (row.channel === channel) own += row.reference_leads;
  if (own >= 100) return dealsAtLag(counts, (name) => name === channel, lag);
  let all = 0;
  for (let each = 0; each <= longest; each += 1) all += dealsAtLag(counts, () => true, each);
  return (dealsAtLag(counts, () => true, lag) * dealsPerLead) / all;
}

/** Leads a month of each channel that bring a sum by the end of a quarter, one month of arrival and of closing after the other. */
export function naiveLeadsNeeded(
  counts: NaiveCounts,
  channels: readonly NaiveChannel[],
  gapMinor: number,
  startMonth: number,
  quarter: readonly number[],
): ReadonlyMap<string, number> {
  let revenue = 0;
  for (const channel of channels)
    for (let arrival = startMonth; arrival <= Math.max(...quarter); arrival += 1)
      for (const closing of quarter)
        if (closing >= arrival)
          revenue += channel.share * channel.dealSizeMinor * dealsOf(counts, channel, closing - arrival);
  return new Map(channels.map(({ channel, share }) => [channel, (share * gapMinor) / revenue]));
}
