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

/** Deals per lead by how many months after arrival the opportunity was created and the deal was won. */
interface LagShape {
  /** Lags that any lead is old enough for. */
  readonly length: number;
  readonly cells: readonly {
    readonly opportunityLag: number;
    readonly wonLag: number;
    readonly perLead: number;
  }[];
}

/**
 * Deals per lead of a history. For each lag only the leads count whose month of arrival plus that lag has ended; none
 * after the longest lag that any lead is old enough for.
 */
const shapeOf = ({ arrivals, lags, asOf }: LagHistory): LagShape => {
  const last = lastCompleteMonth(asOf);
  const months = arrivals.filter((counts) => counts.reference_leads > 0).map(({ month }) => month);
  const length = months.length === 0 ? 0 : Math.max(0, last - Math.min(...months) + 1);
  const leads = Array.from({ length }, (_, lag) =>
    sum(arrivals.filter(({ month }) => month + lag <= last).map((counts) => counts.reference_leads)),
  );
  const cells = lags.flatMap(({ month, opportunity_lag: opportunityLag, won_lag: wonLag, deals }) => {
    const old = leads[wonLag] ?? 0;
    return old === 0 || month + wonLag > last ? [] : [{ opportunityLag, wonLag, perLead: deals / old }];
  });
  return { length, cells };
};

/** Deals per lead in the j-th calendar month after the month of arrival; `weightOf` says how much of the deals counts, by the lag of their opportunity. */
const curveOf = (
  { length, cells }: LagShape,
  weightOf: (opportunityLag: number) => number,
): readonly number[] => {
  const curve = Array.from({ length }, () => 0);
  for (const { opportunityLag, wonLag, perLead } of cells)
    curve[wonLag] = (curve[wonLag] ?? 0) + perLead * weightOf(opportunityLag);
  return curve;
};

/** The shape that a channel is judged by: its own, or that of all channels and how much of it is the channel's. */
interface ChannelShape {
  readonly shape: LagShape;
  readonly scale: number;
  readonly isOwn: boolean;
}

/** Computes the shape of a channel; that of all channels, which small ones share, once. */
const channelShapes = (
  history: LagHistory,
): ((channel: string, dealsPerLead: number | null) => ChannelShape) => {
  let all: { readonly shape: LagShape; readonly total: number } | null = null;
  const whole = () => {
    if (all === null) {
      const shape = shapeOf(history);
      all = { shape, total: sum(curveOf(shape, () => 1)) };
    }
    return all;
  };
  return (channel, dealsPerLead) => {
    const own = partOf(history, channel);
    if (referenceLeads(own) >= enoughLeads) return { shape: shapeOf(own), scale: 1, isOwn: true };
    const { shape, total } = whole();
    return {
      shape,
      scale: dealsPerLead === null || total === 0 ? 1 : dealsPerLead / total,
      isOwn: false,
    };
  };
};

/** Deals per lead by lag of a channel, and whether they are its own or have the shape of all channels. */
export interface DealsByLag {
  readonly dealsByLag: readonly number[];
  readonly isOwn: boolean;
}

/**
 * Deals per lead of a channel by calendar month after arrival, j = 0, 1, ... A channel with fewer than 100 leads to judge
 * by has the shape of all channels, scaled to its own deals per lead where these are known.
 */
export const dealsByLagOf = (
  history: LagHistory,
): ((channel: string, dealsPerLead: number | null) => DealsByLag) => {
  const shapes = channelShapes(history);
  return (channel, dealsPerLead) => {
    const { shape, scale, isOwn } = shapes(channel, dealsPerLead);
    return { dealsByLag: curveOf(shape, () => scale), isOwn };
  };
};

/** The same of one channel. */
export const dealsByLag = (history: LagHistory, channel: string, dealsPerLead: number | null): DealsByLag =>
  dealsByLagOf(history)(channel, dealsPerLead);

/**
 * Deals still to come of leads of a channel that have arrived, by month: expected per lead through opportunities that are
 * not there yet, which open ones do not count as well. Those created `monthsAgo` months after arrival are still to come
 * for the part of the present month that is left. Indexed by the lag from arrival, like the deals per lead.
 */
export const dealsToComeOf = (
  history: LagHistory,
): ((channel: string, dealsPerLead: number | null) => (monthsAgo: number) => readonly number[]) => {
  const month = monthIndex(history.asOf);
  const [first, last] = [toEpochDay(firstDayOf(month)), toEpochDay(lastDayOf(month))];
  const leftOfMonth = (last - toEpochDay(history.asOf)) / (last - first + 1);
  const shapes = channelShapes(history);
  return (channel, dealsPerLead) => {
    const { shape, scale } = shapes(channel, dealsPerLead);
    return (monthsAgo) =>
      curveOf(shape, (lag) => (lag > monthsAgo ? scale : lag === monthsAgo ? scale * leftOfMonth : 0));
  };
};

/** The same of the leads of one channel that arrived so many months ago. */
export const dealsToComeByLag = (
  history: LagHistory,
  channel: string,
  dealsPerLead: number | null,
  monthsAgo: number,
): readonly number[] => dealsToComeOf(history)(channel, dealsPerLead)(monthsAgo);

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
