import type { Rate } from '../../domain/rate.ts';
import type { TimeGrain } from '../../domain/time-grain.ts';
import { rateOf } from '../rate-of.ts';
import type { Cube } from './cube.ts';
import { byPeriod, spanOf } from './facet.ts';
import { isWhole, periodsBetween, type Period } from './periods.ts';

/** What happened in one week or month, each thing by its own day. Money is minor units. */
export interface PeriodVolume extends Period {
  readonly leads: number;
  readonly mqls: number;
  /** Leads whose cohort it is: those anchored in it. */
  readonly anchored: number;
  readonly opportunities: number;
  /** Value of the opportunities created in it, at creation; those without an amount count as 0. */
  readonly pipelineMinor: number;
  readonly deals: number;
  readonly lost: number;
  readonly revenueMinor: number;
  /** Won of all that closed in it. Leaves open ones out, so it flatters where losses are not closed. */
  readonly closedWinRate: Rate;
  /** Opportunities created per lead anchored in it: throughput, not a conversion. Null without leads. */
  readonly opportunitiesPerLead: number | null;
  /** The whole week or month lies in the period of the cube and is over on the as-of day. */
  readonly isComplete: boolean;
}

/** Volumes of every week or month from the first with a record to the one of the as-of day or the end of the period. */
export const periodVolumes = (cube: Cube, grain: TimeGrain): readonly PeriodVolume[] => {
  const { arrivals, leads, opportunities, closes } = cube.period;
  const firsts = [arrivals, leads, opportunities, closes].flatMap((facet) => spanOf(facet)?.first ?? []);
  if (firsts.length === 0) return [];
  const { periods, starts } = periodsBetween(Math.min(...firsts), Math.min(cube.to, cube.asOf), grain);
  const arrived = byPeriod(arrivals, starts);
  const created = byPeriod(opportunities, starts);
  const closed = byPeriod(closes, starts);
  const series = {
    leads: arrived('leads'),
    mqls: arrived('mqls'),
    anchored: byPeriod(leads, starts)('journeys'),
    opportunities: created('opportunities'),
    pipelineMinor: created('created_minor'),
    deals: closed('won'),
    lost: closed('lost'),
    revenueMinor: closed('won_minor'),
  };
  return periods.map(({ start, end }, index) => {
    const opportunitiesCreated = series.opportunities[index] ?? 0;
    const anchored = series.anchored[index] ?? 0;
    const deals = series.deals[index] ?? 0;
    const lost = series.lost[index] ?? 0;
    return {
      start,
      end,
      leads: series.leads[index] ?? 0,
      mqls: series.mqls[index] ?? 0,
      anchored,
      opportunities: opportunitiesCreated,
      pipelineMinor: series.pipelineMinor[index] ?? 0,
      deals,
      lost,
      revenueMinor: series.revenueMinor[index] ?? 0,
      closedWinRate: rateOf(deals, deals + lost),
      opportunitiesPerLead: anchored === 0 ? null : opportunitiesCreated / anchored,
      isComplete: isWhole(cube, start, end) && end <= cube.asOf,
    };
  });
};
