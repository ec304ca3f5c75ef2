import type { Rate } from '../../domain/rate.ts';
import type { TimeGrain } from '../../domain/time-grain.ts';
import { rateOf } from '../rate-of.ts';
import { periodsBetween, type Period } from './cohorts.ts';
import type { Cube } from './cube.ts';
import { addByDay, spanOf, type Facet } from './facet.ts';

/** What happened in one week or month, each thing by its own day. Money is minor units. */
export interface PeriodVolume extends Period {
  readonly leads: number;
  readonly mqls: number;
  /** Leads whose cohort it is: those anchored in it. */
  readonly anchored: number;
  readonly opportunities: number;
  /** Value of the opportunities created in it, at creation; those without an amount count as 0. */
  readonly pipelineMinor: number;
  readonly withoutAmount: number;
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

const bucketed = <Count extends string>(
  facet: Facet<Count>,
  count: Count,
  first: number,
  periods: readonly Period[],
): readonly number[] => {
  const last = periods.at(-1)?.end ?? first - 1;
  const daily = new Float64Array(last - first + 1);
  addByDay(facet, count, first, daily);
  return periods.map(({ start, end }) => {
    let sum = 0;
    for (let day = start; day <= end; day += 1) sum += daily[day - first] ?? 0;
    return sum;
  });
};

/** Volumes of every week or month from the first with a record to the one of the as-of day or the end of the period. */
export const periodVolumes = (cube: Cube, grain: TimeGrain): readonly PeriodVolume[] => {
  const { arrivals, leads, opportunities, closes } = cube.period;
  const firsts = [arrivals, leads, opportunities, closes].flatMap((facet) => spanOf(facet)?.first ?? []);
  if (firsts.length === 0) return [];
  const periods = periodsBetween(Math.min(...firsts), Math.min(cube.to, cube.asOf), grain);
  const first = periods[0]?.start ?? 0;
  const of = <Count extends string>(facet: Facet<Count>, count: Count): readonly number[] =>
    bucketed(facet, count, first, periods);
  const series = {
    leads: of(arrivals, 'leads'),
    mqls: of(arrivals, 'mqls'),
    anchored: of(leads, 'journeys'),
    opportunities: of(opportunities, 'opportunities'),
    pipelineMinor: of(opportunities, 'created_minor'),
    withAmount: of(opportunities, 'with_created_amount'),
    deals: of(closes, 'won'),
    lost: of(closes, 'lost'),
    revenueMinor: of(closes, 'won_minor'),
  };
  return periods.map((period, index) => {
    const at = (values: readonly number[]): number => values[index] ?? 0;
    const counts = {
      leads: at(series.leads),
      mqls: at(series.mqls),
      anchored: at(series.anchored),
      opportunities: at(series.opportunities),
      pipelineMinor: at(series.pipelineMinor),
      withoutAmount: at(series.opportunities) - at(series.withAmount),
      deals: at(series.deals),
      lost: at(series.lost),
      revenueMinor: at(series.revenueMinor),
    };
    return {
      ...period,
      ...counts,
      closedWinRate: rateOf(counts.deals, counts.deals + counts.lost),
      opportunitiesPerLead: counts.anchored === 0 ? null : counts.opportunities / counts.anchored,
      isComplete: period.start >= cube.from && period.end <= cube.to && period.end <= cube.asOf,
    };
  });
};
