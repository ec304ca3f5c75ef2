/** Section 8.1: what a lead of each channel × segment is worth. Money in the unit of the amounts. */
import type { DetailedJourney } from './detailed-journeys.ts';
import type { DetailedOpportunity } from './detailed-opportunities.ts';
import { groupBy } from './group-by.ts';
import { addDays } from './local-days.ts';
import { monthsBefore } from './periods.ts';
import type { NaiveSettings } from './settings.ts';
import type { Group } from './shrinkage.ts';
import { fitGroups, shrunkenRates } from './shrinkage.ts';

const Z = 1.959963984540054;

/** A cell of channel × segment with its successes. */
export interface Cell extends Group {
  channel: string;
  segment: string;
}

/** The smallest value with at least this share of all values at or below it; null without values. */
export function quantileDisc(values: number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/**
 * Two-level shrinkage: channels towards the total, cells towards their channel with the prior size of all cells. With fewer than
 * three cells that have anybody, a cell keeps its raw rate, and an empty one takes the rate of its channel.
 */
export function cellRates(cells: Cell[]): { rate: number | null; prior_size: number; n: number }[] {
  const channels = [...groupBy(cells, (cell) => cell.channel)].map(([channel, own]) => ({
    channel,
    x: own.reduce((sum, cell) => sum + cell.x, 0),
    n: own.reduce((sum, cell) => sum + cell.n, 0),
  }));
  const rates = shrunkenRates(channels);
  const channelRate = new Map(channels.map(({ channel }, index) => [channel, rates[index] ?? null]));
  const fit = fitGroups(cells);
  return cells.map(({ channel, x, n }) => {
    const towards = channelRate.get(channel) ?? null;
    if (fit === null) return { rate: n === 0 ? towards : x / n, prior_size: 0, n };
    const rate = towards === null ? null : (x + fit.size * towards) / (n + fit.size);
    return { rate, prior_size: fit.size, n };
  });
}

/** Each amount, the highest hundredth brought down to the 99th percentile. */
export function winsorised(amounts: number[]): number[] {
  const cap = quantileDisc(amounts, 0.99) ?? 0;
  return amounts.map((amount) => Math.min(amount, cap));
}

/** The average deal of a cell drawn towards the average of all by ten deals; null if nothing was won anywhere. */
export function dealSize(cellAmounts: number[], allAmounts: number[]): number | null {
  if (allAmounts.length === 0) return null;
  const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0);
  return (sum(cellAmounts) + 10 * (sum(allAmounts) / allAmounts.length)) / (cellAmounts.length + 10);
}

/** The unbiased variance; 0 for fewer than two values. */
export function sampleVariance(values: number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** One factor with the variance of its estimate. */
export interface Estimate {
  value: number;
  variance: number;
}

/**
 * `P(L2O) · k · P(O2D) · deal size` with its range, variances added on logs. The probabilities are before development,
 * `developedL2o` and `developedO2d` bring them to final (F1(H) / F1(W)); the developed ones are cut at 1. Null where a factor is 0, for
 * the range only: the value is 0 then.
 */
export function leadValue(
  l2o: Estimate,
  developedL2o: number,
  k: number,
  o2d: Estimate,
  developedO2d: number,
  deal: Estimate,
): { value: number; cv: number | null; lower: number | null; upper: number | null } {
  const p = Math.min(1, l2o.value * developedL2o);
  const q = Math.min(1, o2d.value * developedO2d);
  const value = p * k * q * deal.value;
  if (value === 0) return { value, cv: null, lower: null, upper: null };
  const relative = ({ value: mean, variance }: Estimate): number => variance / mean ** 2;
  const cv = Math.sqrt(relative(l2o) + relative(o2d) + relative(deal));
  return { value, cv, lower: value * Math.exp(-Z * cv), upper: value * Math.exp(Z * cv) };
}

/** What a rate card needs of the settings: windows, and how much of the final conversions they hold. */
export interface RateCardTerms {
  windows: { l2o: number; o2d: number };
  developed: { l2o: number; o2d: number };
}

/** One line of the rate card. */
export interface RateCardLine {
  channel: string;
  segment: string;
  p_l2o: number | null;
  k: number | null;
  p_o2d: number | null;
  deal_size: number | null;
  value: number | null;
  lower: number | null;
  upper: number | null;
}

/**
 * The rate card of every channel × segment with an eligible cohort journey. Readings: only opportunities with a sourcing journey take
 * part; k over eligible journeys of the channel, to date, that of all channels where a channel has none converted; deal sizes are won deals with an
 * amount closed in the last 24 months, winsorised once over all of them, for the cell, the mean and the variance alike.
 */
export function rateCard(
  journeys: DetailedJourney[],
  opportunities: DetailedOpportunity[],
  { windows, developed }: RateCardTerms,
  settings: NaiveSettings,
): RateCardLine[] {
  const eligible = journeys.filter(
    ({ row }) =>
      row.in_cohort &&
      row.anchor_date !== null &&
      addDays(row.anchor_date, windows.l2o) <= settings.as_of_date,
  );
  const sourced = opportunities.filter((item) => item.journey !== null);
  const old = sourced.filter((item) => addDays(item.created_date, windows.o2d) <= settings.as_of_date);
  const names = [...groupBy(eligible, ({ row, segment }) => JSON.stringify([row.channel, segment])).keys()]
    .toSorted()
    .map((key) => JSON.parse(key) as [string, string]);

  const l2oCells = names.map(([channel, segment]): Cell => {
    const own = eligible.filter((one) => one.row.channel === channel && one.segment === segment);
    const converted = own.filter(
      ({ row }) => row.outcome === 'opportunity' && (row.t_days ?? Infinity) <= windows.l2o,
    );
    return { channel, segment, x: converted.length, n: own.length };
  });
  const o2dCells = names.map(([channel, segment]): Cell => {
    const own = old.filter((item) => item.channel === channel && item.segment === segment);
    const won = own.filter((item) => item.outcome === 'won' && item.t_days <= windows.o2d);
    return { channel, segment, x: won.length, n: own.length };
  });
  const kOf = (channel: string | null): number | null => {
    const own = eligible.filter(({ row }) => channel === null || row.channel === channel);
    const converted = own.filter(({ row }) => row.outcome === 'opportunity').length;
    const opps = sourced.filter((item) => item.journey !== null && own.includes(item.journey)).length;
    return converted === 0 ? null : opps / converted;
  };

  const after = monthsBefore(settings.as_of_date, 24);
  const won = sourced.filter(
    (item) => item.outcome === 'won' && item.amount !== null && (item.close_date ?? '') > after,
  );
  const capped = winsorised(won.map((item) => item.amount ?? 0));
  const [l2o, o2d] = [cellRates(l2oCells), cellRates(o2dCells)];
  return names.map(([channel, segment], index) => {
    const [p, q] = [l2o[index], o2d[index]];
    const k = kOf(channel) ?? kOf(null);
    const amounts = capped.filter((_, at) => won[at]?.channel === channel && won[at].segment === segment);
    const deal = dealSize(amounts, capped);
    const line = { channel, segment, p_l2o: p?.rate ?? null, k, p_o2d: q?.rate ?? null, deal_size: deal };
    const unknown = { ...line, value: null, lower: null, upper: null };
    if (p === undefined || q === undefined || p.rate === null || q.rate === null) return unknown;
    if (k === null || deal === null) return unknown;
    const beta = (rate: number, n: number, size: number): Estimate => ({
      value: rate,
      variance: (rate * (1 - rate)) / (n + size + 1),
    });
    const { value, lower, upper } = leadValue(
      beta(p.rate, p.n, p.prior_size),
      developed.l2o,
      k,
      beta(q.rate, q.n, q.prior_size),
      developed.o2d,
      { value: deal, variance: sampleVariance(capped) / (amounts.length + 10) },
    );
    return { ...line, value, lower, upper };
  });
}
