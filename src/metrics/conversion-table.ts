import { blankGroup, unsourcedGroup } from '../domain/dimension.ts';
import type { Rate } from '../domain/rate.ts';
import { isKnownOnlyOnSuccess, onlyOnSuccess, type NotMeasurable } from './measurability.ts';
import type { Joint } from './metric.ts';
import { rateOf } from './rate-of.ts';

/** Lead counts of one cell: all journeys of the cohort, and those that have had each window. */
export interface LeadCounts {
  readonly row_group: string;
  readonly column_group: string;
  readonly journeys: number;
  readonly converted: number;
  readonly disqualified: number;
  readonly open: number;
  readonly won: number;
  readonly journeys_l2o: number;
  readonly converted_windowed: number;
  readonly journeys_l2d: number;
  readonly won_windowed: number;
}

/** Opportunity counts of one cell. Money is minor units. */
export interface OpportunityCounts {
  readonly row_group: string;
  readonly column_group: string;
  readonly opportunities: number;
  readonly sourced: number;
  readonly won: number;
  readonly lost: number;
  readonly opportunities_windowed: number;
  readonly won_windowed: number;
  readonly won_minor: number;
  readonly won_with_amount: number;
}

/** One joint: as it stands today, and among those that have had the whole window. */
export interface JointRates {
  readonly toDate: Rate;
  readonly windowed: Rate;
}

/** The rates of one group; a joint is null where the input cannot tell. */
export interface ConversionGroup extends Readonly<Record<Joint, JointRates | null>> {
  readonly group: string;
  readonly journeys: number;
  readonly opportunities: number;
  readonly deals: number;
  /** Sourced opportunities per converted lead; null without converted leads. */
  readonly opportunitiesPerConverted: number | null;
  /** Average won amount in minor units; null without any. */
  readonly dealSizeMinor: number | null;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

interface Tallies {
  readonly leads: readonly LeadCounts[];
  readonly opportunities: readonly OpportunityCounts[];
}

const groupOf = (
  group: string,
  { leads, opportunities }: Tallies,
  unmeasured: NotMeasurable,
): ConversionGroup => {
  const lead = (pick: (counts: LeadCounts) => number): number => sum(leads.map(pick));
  const opp = (pick: (counts: OpportunityCounts) => number): number => sum(opportunities.map(pick));
  const converted = lead((counts) => counts.converted);
  const withAmount = opp((counts) => counts.won_with_amount);
  const joint = (id: Joint, toDate: Rate, windowed: Rate): JointRates | null =>
    unmeasured[id] === undefined ? { toDate, windowed } : null;
  return {
    group,
    journeys: lead((counts) => counts.journeys),
    opportunities: opp((counts) => counts.opportunities),
    deals: opp((counts) => counts.won),
    l2o: joint(
      'l2o',
      rateOf(
        converted,
        lead((counts) => counts.journeys),
      ),
      rateOf(
        lead((counts) => counts.converted_windowed),
        lead((counts) => counts.journeys_l2o),
      ),
    ),
    o2d: joint(
      'o2d',
      rateOf(
        opp((counts) => counts.won),
        opp((counts) => counts.opportunities),
      ),
      rateOf(
        opp((counts) => counts.won_windowed),
        opp((counts) => counts.opportunities_windowed),
      ),
    ),
    l2d: joint(
      'l2d',
      rateOf(
        lead((counts) => counts.won),
        lead((counts) => counts.journeys),
      ),
      rateOf(
        lead((counts) => counts.won_windowed),
        lead((counts) => counts.journeys_l2d),
      ),
    ),
    opportunitiesPerConverted: converted === 0 ? null : opp((counts) => counts.sourced) / converted,
    dealSizeMinor: withAmount === 0 ? null : opp((counts) => counts.won_minor) / withAmount,
  };
};

/** A breakdown by one field, its total, and why a joint is missing in it. */
export interface ConversionTable {
  readonly total: ConversionGroup;
  readonly groups: readonly ConversionGroup[];
  readonly notMeasurable: NotMeasurable;
}

/** Which field of the cells a table is cut by. */
export type CellSide = 'row_group' | 'column_group';

const namesOf = ({ leads, opportunities }: Tallies, side: CellSide): readonly string[] =>
  [...new Set([...leads, ...opportunities].map((counts) => counts[side]))].toSorted((a, b) =>
    a < b ? -1 : 1,
  );

const part = ({ leads, opportunities }: Tallies, side: CellSide, group: string): Tallies => ({
  leads: leads.filter((counts) => counts[side] === group),
  opportunities: opportunities.filter((counts) => counts[side] === group),
});

const unmeasuredBy = (tallies: Tallies, side: CellSide, unmeasured: NotMeasurable): NotMeasurable => {
  const named = namesOf(tallies, side).filter((group) => group !== unsourcedGroup);
  const outcomes = named.map((group) => {
    const { leads } = part(tallies, side, group);
    return {
      group,
      journeys: sum(leads.map((counts) => counts.journeys)),
      converted: sum(leads.map((counts) => counts.converted)),
    };
  });
  return isKnownOnlyOnSuccess(outcomes, blankGroup)
    ? { l2o: onlyOnSuccess, l2d: onlyOnSuccess, ...unmeasured }
    : unmeasured;
};

/** Sums cells to a table by one of their two fields. Rates are made of the sums, never averaged. */
export const conversionTable = (
  leads: readonly LeadCounts[],
  opportunities: readonly OpportunityCounts[],
  side: CellSide,
  unmeasured: NotMeasurable,
): ConversionTable => {
  const tallies = { leads, opportunities };
  const notMeasurable = unmeasuredBy(tallies, side, unmeasured);
  return {
    total: groupOf('', tallies, unmeasured),
    groups: namesOf(tallies, side).map((group) => groupOf(group, part(tallies, side, group), notMeasurable)),
    notMeasurable,
  };
};

/** The cell of a cross table. */
export const conversionCell = (
  leads: readonly LeadCounts[],
  opportunities: readonly OpportunityCounts[],
  row: string,
  column: string,
  notMeasurable: NotMeasurable,
): ConversionGroup =>
  groupOf(
    column,
    part(part({ leads, opportunities }, 'row_group', row), 'column_group', column),
    notMeasurable,
  );
