import { firstDayOf, lastCompleteMonth, lastDayOf, monthIndex } from '../domain/calendar-month.ts';
import { toEpochDay } from '../domain/local-date.ts';

/** Leads of a channel that arrived in a month (months since year 0): all, and those that lags are estimated from. */
export interface ArrivalCounts {
  readonly channel: string;
  readonly month: number;
  readonly leads: number;
  readonly reference_leads: number;
}

/** Deals of the leads of a channel and month, by how many calendar months later their opportunity was created and they were won. */
export interface DealLagCounts {
  readonly channel: string;
  readonly month: number;
  readonly opportunity_lag: number;
  readonly won_lag: number;
  readonly deals: number;
}

/** What lags are estimated from, as of a day. */
export interface LagHistory {
  readonly arrivals: readonly ArrivalCounts[];
  readonly lags: readonly DealLagCounts[];
  readonly asOf: string;
}

/** Leads below which a channel takes the shape of all channels. */
const enoughLeads = 100;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The history of one channel. */
const partOf = ({ arrivals, lags, asOf }: LagHistory, channel: string): LagHistory => ({
  arrivals: arrivals.filter((counts) => counts.channel === channel),
  lags: lags.filter((counts) => counts.channel === channel),
  asOf,
});

const referenceLeads = ({ arrivals }: LagHistory): number =>
  sum(arrivals.map((counts) => counts.reference_leads));

/**
 * Deals per lead won in the j-th calendar month after the month of arrival, j = 0, 1, ... For each lag only the leads
 * count whose month of arrival plus that lag has ended; none after the longest lag that any lead is old enough for.
 * `weightOf` says how much of the deals counts, by the lag of their opportunity.
 */
const lagCurve = (
  { arrivals, lags, asOf }: LagHistory,
  weightOf: (opportunityLag: number) => number,
): readonly number[] => {
  const last = lastCompleteMonth(asOf);
  const months = arrivals.filter((counts) => counts.reference_leads > 0).map(({ month }) => month);
  const longest = months.length === 0 ? -1 : last - Math.min(...months);
  return Array.from({ length: Math.max(0, longest + 1) }, (_, lag) => {
    const leads = sum(
      arrivals.filter(({ month }) => month + lag <= last).map((counts) => counts.reference_leads),
    );
    const deals = sum(
      lags
        .filter(({ month, won_lag }) => won_lag === lag && month + lag <= last)
        .map((counts) => counts.deals * weightOf(counts.opportunity_lag)),
    );
    return leads === 0 ? 0 : deals / leads;
  });
};

/** Deals per lead by lag of a channel, and whether they are its own or have the shape of all channels. */
export interface DealsByLag {
  readonly dealsByLag: readonly number[];
  readonly isOwn: boolean;
}

const curveOf = (
  history: LagHistory,
  channel: string,
  dealsPerLead: number | null,
  weightOf: (opportunityLag: number) => number,
): DealsByLag => {
  const own = partOf(history, channel);
  if (referenceLeads(own) >= enoughLeads) return { dealsByLag: lagCurve(own, weightOf), isOwn: true };
  const total = sum(lagCurve(history, () => 1));
  const scale = dealsPerLead === null || total === 0 ? 1 : dealsPerLead / total;
  return { dealsByLag: lagCurve(history, weightOf).map((deals) => deals * scale), isOwn: false };
};

/**
 * Deals per lead of a channel by calendar month after arrival. A channel with fewer than 100 leads to judge by has the
 * shape of all channels, scaled to its own deals per lead where these are known.
 */
export const dealsByLag = (history: LagHistory, channel: string, dealsPerLead: number | null): DealsByLag =>
  curveOf(history, channel, dealsPerLead, () => 1);

/**
 * Deals still to come of leads of a channel that have arrived, by month: expected per lead through opportunities that are
 * not there yet, which open ones do not count as well. Those created `monthsAgo` months after arrival are still to come
 * for the part of the present month that is left. Indexed by the lag from arrival, like the deals per lead.
 */
export const dealsToComeByLag = (
  history: LagHistory,
  channel: string,
  dealsPerLead: number | null,
  monthsAgo: number,
): readonly number[] => {
  const month = monthIndex(history.asOf);
  const [first, last] = [toEpochDay(firstDayOf(month)), toEpochDay(lastDayOf(month))];
  const leftOfMonth = (last - toEpochDay(history.asOf)) / (last - first + 1);
  const weightOf = (lag: number): number => (lag > monthsAgo ? 1 : lag === monthsAgo ? leftOfMonth : 0);
  return curveOf(history, channel, dealsPerLead, weightOf).dealsByLag;
};

/** Most leads that a channel has had in a calendar month; null where it has had none. */
export const mostLeadsInMonth = (arrivals: readonly ArrivalCounts[], channel: string): number | null => {
  const months = arrivals.filter((counts) => counts.channel === channel).map(({ leads }) => leads);
  return months.length === 0 ? null : Math.max(...months);
};

/** Each channel's share of the leads of the last `months` complete months; empty where there were none. */
export const recentMix = (
  arrivals: readonly ArrivalCounts[],
  asOf: string,
  months: number,
): ReadonlyMap<string, number> => {
  const last = lastCompleteMonth(asOf);
  const recent = arrivals.filter(({ month }) => month > last - months && month <= last);
  const total = sum(recent.map(({ leads }) => leads));
  const channels = [...new Set(recent.map(({ channel }) => channel))];
  return new Map(
    channels.map((channel) => [
      channel,
      sum(recent.filter((counts) => counts.channel === channel).map(({ leads }) => leads)) / total,
    ]),
  );
};
