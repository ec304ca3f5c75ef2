import type { Rate } from '../../domain/rate.ts';
import { rateOf } from '../rate-of.ts';
import type { Cube } from './cube.ts';
import { totalOf, upTo } from './facet.ts';

/** Leads and what became of the same leads: those converted, the opportunities they led to, how many were won, for how much. Money is minor units. */
export interface LeadFlow {
  readonly leads: number;
  readonly converted: number;
  readonly opportunities: number;
  readonly deals: number;
  readonly wonMinor: number;
}

/** What became of the leads of the period by the as-of day. */
export const flowToDate = ({ period: { leads, sourced } }: Cube): LeadFlow => ({
  leads: totalOf(leads, 'journeys'),
  converted: totalOf(leads, 'converted'),
  opportunities: totalOf(sourced, 'sourced'),
  deals: totalOf(sourced, 'won'),
  wonMinor: totalOf(sourced, 'won_minor'),
});

const noFlow: LeadFlow = { leads: 0, converted: 0, opportunities: 0, deals: 0, wonMinor: 0 };

/**
 * What became of the leads of the period within the window of lead to deal, of those that have had all of it: the
 * cohort basis on which two periods are compared. Nothing where there is no window.
 */
export const flowInWindow = ({ period, asOf, windows }: Cube): LeadFlow => {
  if (windows.l2dDays === null) return noFlow;
  const leads = upTo(period.leads, asOf - windows.l2dDays);
  const sourced = upTo(period.sourced, asOf - windows.l2dDays);
  return {
    leads: totalOf(leads, 'journeys'),
    converted: totalOf(leads, 'converted_l2d'),
    opportunities: totalOf(sourced, 'sourced_windowed'),
    deals: totalOf(sourced, 'won_windowed'),
    wonMinor: totalOf(sourced, 'won_windowed_minor'),
  };
};

/**
 * Leads, opportunities and deals dated in the period, each by its own day: the booking basis. It explains what was
 * booked; its ratios are throughput, not conversion, and an opportunity stands for a converted lead.
 */
export const flowBooked = ({ period }: Cube): LeadFlow => {
  const opportunities = totalOf(period.opportunities, 'opportunities');
  return {
    leads: totalOf(period.leads, 'journeys'),
    converted: opportunities,
    opportunities,
    deals: totalOf(period.closes, 'won'),
    wonMinor: totalOf(period.closes, 'won_minor'),
  };
};

/** The rates between the counts of a flow: deals = leads x l2o x opportunitiesPerConverted x o2d. */
export interface FlowRates {
  readonly l2o: Rate;
  /** Opportunities per converted lead; null where no lead converted. */
  readonly opportunitiesPerConverted: number | null;
  readonly o2d: Rate;
  /** Average value of a deal in minor units; null without one. */
  readonly dealSizeMinor: number | null;
  /** Leads lead to so nearly one opportunity each that l2o x o2d may be shown as "lead to deal". */
  readonly isOneToOne: boolean;
}

const oneToOne = { from: 0.95, to: 1.05 } as const;

/** The rates of a flow. */
export const flowRates = ({ leads, converted, opportunities, deals, wonMinor }: LeadFlow): FlowRates => {
  const each = converted === 0 ? null : opportunities / converted;
  return {
    l2o: rateOf(converted, leads),
    opportunitiesPerConverted: each,
    o2d: rateOf(deals, opportunities),
    dealSizeMinor: deals === 0 ? null : wonMinor / deals,
    isOneToOne: each !== null && each >= oneToOne.from && each <= oneToOne.to,
  };
};
