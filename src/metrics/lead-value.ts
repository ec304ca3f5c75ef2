import { noStrength, strengthOf, type Strength } from '../stats/cautious-strength.ts';
import { zOf } from '../stats/normal.ts';
import type { Tally } from './bounds.ts';
import { dealSizeOf, varianceBetween, type DealSize } from './deal-size.ts';
import type { Development } from './development.ts';
import { finalRate, type FinalRate } from './final-rate.ts';
import type { Metric } from './metric.ts';
import { inOrder, together, valueGroups, type ValueCounts, type ValueGroup } from './value-groups.ts';

/** What a lead is worth: the chance of a deal times what a deal brings. */
export const leadValue: Metric = {
  id: 'lead_value',
  label: 'Value per lead',
  question: 'What is a lead worth, on average, the day it arrives?',
  definition:
    'The share of leads that become opportunities, times opportunities per converted lead, times the share of opportunities that are won, times the average deal; small groups are drawn towards their channel and all leads.',
  leftOut:
    'Leads and opportunities too young for their window; opportunities that no lead led to; deals without an amount or closed more than 24 months ago. The largest one in a hundred amounts count as the 99th percentile.',
  measure: 'money',
  better: 'higher',
  subject: 'the value per lead',
};

/** The value of one lead of a group, with every term it is the product of. A null channel or segment means all. */
export interface LeadValue {
  readonly channel: string | null;
  readonly segment: string | null;
  readonly l2o: FinalRate;
  /** Sourced opportunities per converted lead of the channel; null where no lead converted. */
  readonly opportunitiesPerConverted: number | null;
  readonly o2d: FinalRate;
  readonly dealSize: DealSize | null;
  /** Expected deals of one lead; null without a converted lead. */
  readonly dealsPerLead: number | null;
  /** Minor units; null where no lead converted or no deal has an amount. */
  readonly valueMinor: number | null;
  /** Coefficient of variation of the value; null where a term is 0 or its spread is not known. */
  readonly variation: number | null;
}

/** Values of all leads, of each channel and of each channel and segment, in the order of their names. */
export interface LeadValues {
  readonly total: LeadValue;
  readonly channels: readonly LeadValue[];
  readonly cells: readonly LeadValue[];
}

/** The two developments that a value is made with. */
export interface ValueDevelopments {
  readonly l2o: Development;
  readonly o2d: Development;
}

const shareOf = ({ k, n }: Tally): number => (n === 0 ? 0 : k / n);

/** A sum that is null as soon as one part is. */
const addKnown = (parts: readonly (number | null)[]): number | null =>
  parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);

const compose = (
  group: Pick<LeadValue, 'channel' | 'segment'>,
  l2o: FinalRate,
  opportunitiesPerConverted: number | null,
  o2d: FinalRate,
  dealSize: DealSize | null,
): LeadValue => {
  const dealsPerLead =
    opportunitiesPerConverted === null ? null : l2o.final * opportunitiesPerConverted * o2d.final;
  const squared = addKnown([l2o.variation, o2d.variation, dealSize?.variation ?? null]);
  return {
    ...group,
    l2o,
    opportunitiesPerConverted,
    o2d,
    dealSize,
    dealsPerLead,
    valueMinor: dealsPerLead === null || dealSize === null ? null : dealsPerLead * dealSize.sizeMinor,
    variation: squared === null ? null : Math.sqrt(squared),
  };
};

/** Sourced opportunities per converted lead; of all channels where one has no converted lead. */
const bridgeOf = (sourced: ValueCounts['sourced'], channel: string | null): number | null => {
  const part = sourced.filter((counts) => channel === null || counts.channel === channel);
  const converted = part.reduce((sum, counts) => sum + counts.converted, 0);
  if (converted === 0) return channel === null ? null : bridgeOf(sourced, null);
  return part.reduce((sum, counts) => sum + counts.sourced, 0) / converted;
};

type JointOf = 'l2o' | 'o2d';

/**
 * The value of a lead by channel and segment: P(L2O) * opportunities per converted lead * P(O2D) * deal size. Rates are
 * windowed, drawn in two steps (channels towards all leads, then cells towards their channel; strengths by the
 * beta-binomial fit over all channels and over all cells; none below three groups) and developed to final by the overall
 * curves. Opportunities without a lead have no part in it. Ranges rest on cautious strengths and on how far deal sizes lie
 * apart, as groups may differ more than few records show.
 */
export const leadValues = (counts: ValueCounts, developments: ValueDevelopments): LeadValues => {
  const cells = valueGroups(counts);
  const channels = inOrder(cells.map((cell) => cell.channel)).map((channel) => ({
    channel,
    ...together(cells.filter((cell) => cell.channel === channel)),
  }));
  const all = together(cells);
  const strengths = {
    channels: {
      l2o: strengthOf(channels.map(({ l2o }) => l2o)),
      o2d: strengthOf(channels.map(({ o2d }) => o2d)),
    },
    cells: { l2o: strengthOf(cells.map(({ l2o }) => l2o)), o2d: strengthOf(cells.map(({ o2d }) => o2d)) },
  };
  const betweenChannels = varianceBetween(channels.map(({ amounts }) => amounts));
  const betweenCells = varianceBetween(cells.map(({ amounts }) => amounts));
  const rate = (joint: JointOf, tally: Tally, towards: number, strength: Strength): FinalRate =>
    finalRate(tally, towards, strength, developments[joint].factor);
  const channelRate = (joint: JointOf, channel: (typeof channels)[number]): FinalRate =>
    rate(joint, channel[joint], shareOf(all[joint]), strengths.channels[joint]);
  const cellRate = (joint: JointOf, cell: ValueGroup): FinalRate => {
    const parent = channels.find(({ channel }) => channel === cell.channel);
    const towards = parent === undefined ? shareOf(all[joint]) : channelRate(joint, parent).windowed;
    return rate(joint, cell[joint], towards, strengths.cells[joint]);
  };
  return {
    total: compose(
      { channel: null, segment: null },
      rate('l2o', all.l2o, shareOf(all.l2o), noStrength),
      bridgeOf(counts.sourced, null),
      rate('o2d', all.o2d, shareOf(all.o2d), noStrength),
      dealSizeOf(all.amounts, all.amounts, 0),
    ),
    channels: channels.map((channel) =>
      compose(
        { channel: channel.channel, segment: null },
        channelRate('l2o', channel),
        bridgeOf(counts.sourced, channel.channel),
        channelRate('o2d', channel),
        dealSizeOf(channel.amounts, all.amounts, betweenChannels),
      ),
    ),
    cells: cells.map((cell) =>
      compose(
        { channel: cell.channel, segment: cell.segment },
        cellRate('l2o', cell),
        bridgeOf(counts.sourced, cell.channel),
        cellRate('o2d', cell),
        dealSizeOf(cell.amounts, all.amounts, betweenCells),
      ),
    ),
  };
};

/** The range of a value at a confidence (0.8 for what is expected), in minor units: value * exp(+-z * variation). Null where the value or its variation is. */
export const valueRange = (
  { valueMinor, variation }: Pick<LeadValue, 'valueMinor' | 'variation'>,
  confidence: number,
): { readonly low: number; readonly high: number } | null => {
  if (valueMinor === null || variation === null) return null;
  const spread = Math.exp(zOf(confidence) * variation);
  return { low: valueMinor / spread, high: valueMinor * spread };
};
