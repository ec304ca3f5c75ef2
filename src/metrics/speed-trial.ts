import type { EffectEstimate } from '../stats/stratified-effect.ts';
import { trialsNeededTimes, trialsPerArm } from '../stats/two-proportion-size.ts';
import type { Metric } from './metric.ts';

/** How long an experiment on speed takes. */
export const speedTrial: Metric = {
  id: 'speed_trial',
  label: 'Trial of speed',
  question: 'How long would a fair trial of a faster answer take?',
  definition:
    'Leads are drawn by lot to be answered at once or as now. The length is the leads that two such groups need to show a fifth more opportunities (5 % two-sided, 80 % power), at the leads handed over a week, plus the window for opportunities.',
  leftOut: 'Nothing; the present share and the leads a week are those of your own history.',
  measure: 'count',
  better: 'lower',
  subject: 'the length of a trial of speed',
};

/** A difference that would be worth acting on: a fifth more opportunities. */
export const worthSeeing = 0.2;

/** The design of a trial; whole leads and whole weeks. */
export interface SpeedTrial {
  /** Share of leads that become opportunities as now, and the one to be told from it. */
  readonly baseline: number;
  readonly hoped: number;
  readonly leadsPerArm: number;
  /** Weeks until both arms are full. */
  readonly weeksOfLeads: number;
  /** With the window that the last lead needs. */
  readonly weeksInAll: number;
}

/**
 * A trial with two equal arms. Null where no lead converts, none comes, or the window is not known: then nothing can be
 * planned.
 */
export const speedTrialOf = (
  baseline: number | null,
  leadsPerWeek: number,
  l2oDays: number | null,
): SpeedTrial | null => {
  if (baseline === null || baseline <= 0 || leadsPerWeek <= 0 || l2oDays === null) return null;
  const hoped = Math.min(1, baseline * (1 + worthSeeing));
  const leadsPerArm = trialsPerArm(baseline, hoped);
  if (leadsPerArm === null) return null;
  const weeksOfLeads = Math.ceil((2 * leadsPerArm) / leadsPerWeek);
  return { baseline, hoped, leadsPerArm, weeksOfLeads, weeksInAll: weeksOfLeads + Math.ceil(l2oDays / 7) };
};

/**
 * About how many more leads like those at hand would tell a difference of a fifth of the baseline from none, at the
 * present mix. 0 where those at hand do; null without an estimate or a baseline.
 */
export const moreLeadsToTell = (
  estimate: EffectEstimate | null,
  leads: number,
  baseline: number | null,
): number | null => {
  if (estimate === null || baseline === null || baseline <= 0) return null;
  const times = trialsNeededTimes(estimate.standardError, baseline * worthSeeing);
  return Math.max(0, Math.ceil(leads * (times - 1)));
};
