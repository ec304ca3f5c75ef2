import { stratifiedEffect, type EffectEstimate, type StratifiedEffect } from '../stats/stratified-effect.ts';
import { totalOf } from './in-groups.ts';
import type { Metric } from './metric.ts';
import { speedByGroup, type ResponseCounts, type SpeedToLead } from './speed-to-lead.ts';
import { worthSeeing } from './speed-trial.ts';
import type { Direction, Verdict } from './verdict.ts';

/** What waiting does, read from leads that wait because the team is closed. */
export const arrivalExperiment: Metric = {
  id: 'arrival_experiment',
  label: 'Arrivals in hours against out of hours',
  question:
    'Do leads that arrive while the team is closed, and so wait longer, become opportunities less often?',
  definition:
    'Within each channel and segment, the share of handovers in opening hours whose lead had an opportunity within the window, minus the same share of handovers out of hours, averaged over those out of hours.',
  leftOut:
    'Handovers that have not had the whole window or have no time of day, and channels and segments with fewer than 10 handovers on either side.',
  measure: 'share',
  better: 'neither',
  subject: 'the difference between arrivals in and out of opening hours',
};

/** What must hold for the comparison to say something of speed. The data can contradict the first two, never the last. */
export const arrivalAssumptions: readonly string[] = [
  'Leads out of hours do wait longer.',
  'They come from the same channels and segments, or are compared within them.',
  'Nothing else about a lead goes with the hour it arrives at: who writes at night is as ready to buy as who writes at noon.',
];

/** Handovers of one channel and segment, as they are counted. */
export interface ArrivalCounts {
  readonly channel: string;
  readonly segment: string;
  readonly inside: number;
  readonly inside_converted: number;
  readonly outside: number;
  readonly outside_converted: number;
}

/** What arrivals out of hours tell of speed. */
export interface ArrivalExperiment extends Omit<StratifiedEffect, 'estimate'> {
  readonly inside: { readonly k: number; readonly n: number; readonly speed: SpeedToLead | null };
  readonly outside: { readonly k: number; readonly n: number; readonly speed: SpeedToLead | null };
  /** Median wait out of hours less that in hours, in minutes on the wall; null where one is not reached. */
  readonly longerMinutes: number | null;
  /** Share of the handovers of one side that would have to be of another channel or segment to be mixed as the other side is; null where a side is empty. */
  readonly mixApart: number | null;
  /** In hours minus out of hours, for those out of hours; null where the strata used hold fewer than half of these. */
  readonly estimate: EffectEstimate | null;
  /**
   * `probably`: the interval leaves zero out. `usual`: it holds zero and no difference of a fifth of the whole share, either
   * way. `cannotTell` else, and where those out of hours did not wait longer. Never `signal`: the last assumption cannot be
   * checked.
   */
  readonly verdict: Extract<Verdict, 'probably' | 'usual' | 'cannotTell'>;
  readonly direction: Direction;
}

const minimumCoverage = 0.5;

const distance = (strata: readonly ArrivalCounts[], inside: number, outside: number): number | null =>
  inside === 0 || outside === 0
    ? null
    : totalOf(strata, (one) => Math.abs(one.inside / inside - one.outside / outside)) / 2;

const verdictOf = (
  { low, high }: EffectEstimate,
  baseline: number,
): Extract<Verdict, 'probably' | 'usual' | 'cannotTell'> => {
  if (low > 0 || high < 0) return 'probably';
  return Math.max(-low, high) < baseline * worthSeeing ? 'usual' : 'cannotTell';
};

/** Compares arrivals in and out of hours, with a 95 % interval. */
export const arrivalExperimentOf = (
  strata: readonly ArrivalCounts[],
  responses: readonly ResponseCounts[],
): ArrivalExperiment => {
  const speeds = speedByGroup(responses);
  const speedOf = (name: string): SpeedToLead | null => speeds.find(({ group }) => group === name) ?? null;
  const inside = {
    k: totalOf(strata, (one) => one.inside_converted),
    n: totalOf(strata, (one) => one.inside),
    speed: speedOf('inside'),
  };
  const outside = {
    k: totalOf(strata, (one) => one.outside_converted),
    n: totalOf(strata, (one) => one.outside),
    speed: speedOf('outside'),
  };
  const found = stratifiedEffect(
    strata.map((one) => ({
      withK: one.inside_converted,
      withN: one.inside,
      withoutK: one.outside_converted,
      withoutN: one.outside,
    })),
  );
  const estimate = (found.coverage ?? 0) < minimumCoverage ? null : found.estimate;
  const [soon, late] = [inside.speed?.medianMinutes ?? null, outside.speed?.medianMinutes ?? null];
  const longerMinutes = soon === null || late === null ? null : late - soon;
  const verdict =
    estimate === null || longerMinutes === null || longerMinutes <= 0
      ? 'cannotTell'
      : verdictOf(estimate, (inside.k + outside.k) / (inside.n + outside.n));
  return {
    ...found,
    inside,
    outside,
    longerMinutes,
    mixApart: distance(strata, inside.n, outside.n),
    estimate,
    verdict,
    direction: verdict !== 'probably' || estimate === null ? 'none' : estimate.effect > 0 ? 'up' : 'down',
  };
};
