import type { LeadStage } from '../domain/funnel-stage.ts';
import type { WorthOf } from './cell-worth.ts';
import { conversionFromStage } from './conversion-from-stage.ts';
import type { LeakCounts } from './leak-counts.ts';

/** What the opportunities of a channel and segment usually come to. Money is minor units, not rounded. Null: not known. */
export interface OpportunityWorth {
  /** Sourced opportunities per converted lead. */
  readonly opportunitiesPerConverted: number | null;
  /** The final share of opportunities that are won. */
  readonly winRate: number | null;
  readonly dealSizeMinor: number | null;
}

/**
 * The worth of leads at each stage: conversion from that stage on × opportunities per converted lead × win rate × average
 * deal. `development` takes the windowed conversion to the final one. At the stage that names the cohort it is the value
 * per lead.
 */
export const usualWorth = (
  rows: readonly LeakCounts[],
  development: number,
  worthOfOpportunity: (channel: string, segment: string) => OpportunityWorth | null,
): WorthOf => {
  const from = {
    created: conversionFromStage(rows, 'created', development),
    mql: conversionFromStage(rows, 'mql', development),
    sal: conversionFromStage(rows, 'sal', development),
    sql: conversionFromStage(rows, 'sql', development),
  };
  return (channel, segment) => {
    const worth = worthOfOpportunity(channel, segment);
    if (worth === null) return null;
    const { opportunitiesPerConverted, winRate, dealSizeMinor } = worth;
    const at = (stage: LeadStage): number | null => {
      const conversion = from[stage](channel, segment);
      return conversion === null ||
        opportunitiesPerConverted === null ||
        winRate === null ||
        dealSizeMinor === null
        ? null
        : conversion * opportunitiesPerConverted * winRate * dealSizeMinor;
    };
    return {
      leadMinor: { created: at('created'), mql: at('mql'), sal: at('sal'), sql: at('sql') },
      winRate,
      dealSizeMinor,
    };
  };
};
