import { lastCompleteMonth, monthIndex } from '../../domain/calendar-month.ts';
import { wholeParts } from '../../stats/largest-remainder.ts';
import { recentMix, type LagHistory } from '../deal-lags.ts';
import type { ChannelTerms, OpenOpportunities } from '../expected-revenue.ts';
import type { LeadValues } from '../lead-value.ts';
import { plannedChannels, type CreatedAmounts } from '../planned-channels.ts';
import type { PlannedChannel } from '../planner.ts';
import type { ReferenceCurve } from '../reference-curve.ts';

/** All counts that plans and outlooks are made of; its as-of day is that of the history. */
export interface PlanBasis {
  readonly values: LeadValues;
  /** The incidence of deals by the age of an opportunity. */
  readonly o2d: ReferenceCurve;
  readonly history: LagHistory;
  readonly open: readonly OpenOpportunities[];
  readonly created: readonly CreatedAmounts[];
}

/** Complete months that the usual pace and mix of leads are taken from. */
export const usualMonths = 3;

/** What a lead of a channel is expected to bring; of all leads where the channel has no value of its own. */
export const termsOf =
  ({ values }: Pick<PlanBasis, 'values'>) =>
  (channel: string): ChannelTerms & { readonly variation: number | null } => {
    const value = values.channels.find((entry) => entry.channel === channel) ?? values.total;
    return {
      dealsPerLead: value.dealsPerLead,
      dealSizeMinor: value.dealSize?.sizeMinor ?? null,
      variation: value.variation,
    };
  };

/** Every channel that can be planned with, as if it were the only one: those with deals and amounts to judge by. */
export const plannableChannels = ({ values, history, created }: PlanBasis): readonly PlannedChannel[] => {
  const names = values.channels.flatMap(({ channel }) => channel ?? []);
  return plannedChannels(new Map(names.map((name) => [name, 1])), values, history, created);
};

/** Leads a month of each channel over the last complete months; empty where there were none. */
export const usualPace = ({ history }: Pick<PlanBasis, 'history'>): ReadonlyMap<string, number> => {
  const last = lastCompleteMonth(history.asOf);
  const pace = new Map<string, number>();
  for (const { channel, month, leads } of history.arrivals) {
    if (month <= last - usualMonths || month > last) continue;
    pace.set(channel, (pace.get(channel) ?? 0) + leads / usualMonths);
  }
  return pace;
};

/** Whole percents by channel, 100 together. */
export type PercentMix = ReadonlyMap<string, number>;

/**
 * The mix of the last complete months over the channels that can be planned with, in whole percents, the largest first.
 * Where none of them had a lead, all have the same part.
 */
export const usualMix = (basis: PlanBasis, channels: readonly PlannedChannel[]): PercentMix => {
  const recent = recentMix(basis.history.arrivals, basis.history.asOf, usualMonths);
  const shares = channels.map(({ channel }) => recent.get(channel) ?? 0);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const percents = wholeParts(
    shares.map((share) => (total > 0 ? (100 * share) / total : 100 / channels.length)),
  );
  return new Map(
    channels
      .map(({ channel }, index) => [channel, percents[index] ?? 0] as const)
      .toSorted(([, a], [, b]) => b - a),
  );
};

/** The first month of which every day is still to come. */
export const firstWholeMonth = (asOf: string): number => lastCompleteMonth(asOf) + (isMonthEnd(asOf) ? 1 : 2);

const isMonthEnd = (day: string): boolean => lastCompleteMonth(day) === monthIndex(day);
