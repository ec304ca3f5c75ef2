/** Section 7.8: the estimated effect of meeting the response target. */
import { groupBy } from './group-by.ts';
import type { NaiveHandover } from './handovers.ts';
import { convertedWithin, isMatureFor } from './handovers.ts';
import type { NaiveSettings } from './settings.ts';

const Z = 1.959963984540054;

/** One stratum of the estimated effect (7.8). */
export interface EffectStratum {
  n_met: number;
  x_met: number;
  n_not: number;
  x_not: number;
}

/**
 * Section 7.8: `segment|channel` → arms, over due handovers mature for the window and without opportunity or DQ at the
 * deadline. Readings: opportunities have days only, so one on the local day of the deadline counts as before it, and the outcome
 * is an opportunity dated after that day and within the window of the handover.
 */
export function effectStrata(
  handovers: NaiveHandover[],
  windowDays: number,
  settings: NaiveSettings,
): Map<string, EffectStratum> {
  const atRisk = handovers.filter(
    (row) =>
      (row.status === 'met' || row.status === 'breached') &&
      isMatureFor(row, windowDays, settings) &&
      !row.opportunity_by_deadline &&
      !row.disqualified_by_deadline,
  );
  const strata = groupBy(atRisk, (row) => `${row.segment}|${row.channel}`);
  return new Map(
    [...strata].map(([key, rows]) => {
      const [met, not] = [
        rows.filter((row) => row.status === 'met'),
        rows.filter((row) => row.status === 'breached'),
      ];
      return [
        key,
        {
          n_met: met.length,
          x_met: met.filter((row) => convertedWithin(row, windowDays)).length,
          n_not: not.length,
          x_not: not.filter((row) => convertedWithin(row, windowDays)).length,
        },
      ];
    }),
  );
}

/** The effect in shares, its interval, and how much of the missed leads it rests on; null without a usable stratum. */
export function slaEffect(strata: EffectStratum[]): {
  effect: number;
  se: number;
  lower: number;
  upper: number;
  extra_opportunities: number;
  extra_lower: number;
  extra_upper: number;
  coverage: number;
  crude: number;
  strata_used: number;
} | null {
  const used = strata.filter((one) => one.n_met >= 10 && one.n_not >= 10);
  const missed = used.reduce((sum, one) => sum + one.n_not, 0);
  if (missed === 0) return null;
  let effect = 0;
  let variance = 0;
  for (const { n_met, x_met, n_not, x_not } of used) {
    const weight = n_not / missed;
    const [met, not] = [(x_met + 1) / (n_met + 2), (x_not + 1) / (n_not + 2)];
    effect += weight * (x_met / n_met - x_not / n_not);
    variance += weight ** 2 * ((met * (1 - met)) / (n_met + 2) + (not * (1 - not)) / (n_not + 2));
  }
  const se = Math.sqrt(variance);
  const total = (key: keyof EffectStratum): number => strata.reduce((sum, one) => sum + one[key], 0);
  return {
    effect,
    se,
    lower: effect - Z * se,
    upper: effect + Z * se,
    extra_opportunities: effect * missed,
    extra_lower: (effect - Z * se) * missed,
    extra_upper: (effect + Z * se) * missed,
    coverage: missed / total('n_not'),
    crude: total('x_met') / total('n_met') - total('x_not') / total('n_not'),
    strata_used: used.length,
  };
}
