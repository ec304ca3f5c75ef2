import { kaplanMeier, survivalQuantile, type SurvivalPoint } from '../stats/kaplan-meier.ts';
import { inGroups, totalOf } from './in-groups.ts';
import type { Metric } from './metric.ts';

const watchedLeftOut =
  'Nobody: a handover without an attempt counts as still waiting, for as long as it was watched, up to the next handover of the same lead or the end of the as-of day.';

const speed = (id: string, label: string, question: string, share: string, minutes: string): Metric => ({
  id,
  label,
  question,
  definition: `The ${minutes} after the handover within which ${share} of the handovers had a first attempt by a person, those still waiting taken into account (Kaplan-Meier). An attempt within 24 hours before the handover is a response of 0 minutes.`,
  leftOut: watchedLeftOut,
  measure: 'minutes',
  better: 'lower',
  subject: `the time within which ${share} of the leads are tried`,
});

const businessMinutes = 'business minutes';
const elapsedMinutes = 'minutes, nights and holidays included,';

/** Business minutes to the first attempt, for the usual lead. */
export const speedToLeadMedian = speed(
  'speed_to_lead_median',
  'Response, half of the leads',
  'How long does the usual lead wait for the first attempt to reach it?',
  'half',
  businessMinutes,
);

/** Business minutes to the first attempt, for all but the slowest tenth. */
export const speedToLeadP90 = speed(
  'speed_to_lead_p90',
  'Response, nine of ten leads',
  'How long do almost all leads wait at most for the first attempt?',
  'nine tenths',
  businessMinutes,
);

/** The same on the clock of the lead, who knows no office hours. */
export const elapsedToLeadMedian = speed(
  'elapsed_to_lead_median',
  'Waiting time, half of the leads',
  'How long does the usual lead wait by its own clock?',
  'half',
  elapsedMinutes,
);

/** The same on the clock of the lead, for all but the slowest tenth. */
export const elapsedToLeadP90 = speed(
  'elapsed_to_lead_p90',
  'Waiting time, nine of ten leads',
  'How long do almost all leads wait at most by their own clock?',
  'nine tenths',
  elapsedMinutes,
);

/** Handovers first tried within so many whole minutes and not within one less, and those last seen waiting after so many. */
export interface ResponseCounts {
  readonly group_name: string;
  readonly minutes: number;
  readonly contacted: number;
  readonly waiting: number;
}

/** How long handovers waited. Quantiles are whole minutes; null where too few were tried to reach them. */
export interface SpeedToLead {
  readonly handovers: number;
  readonly contacted: number;
  readonly medianMinutes: number | null;
  readonly p90Minutes: number | null;
  /** Share still waiting after so many minutes, by minutes ascending. */
  readonly curve: readonly SurvivalPoint[];
}

/** The speed of some handovers, of all groups together. */
export const speedToLead = (counts: readonly ResponseCounts[]): SpeedToLead => {
  const byMinute = new Map<number, { ended: number; total: number }>();
  for (const { minutes, contacted, waiting } of counts) {
    const age = byMinute.get(minutes) ?? { ended: 0, total: 0 };
    byMinute.set(minutes, { ended: age.ended + contacted, total: age.total + contacted + waiting });
  }
  const curve = kaplanMeier(
    [...byMinute].toSorted(([a], [b]) => a - b).map(([age, count]) => ({ age, ...count })),
  );
  return {
    handovers: totalOf(counts, ({ contacted, waiting }) => contacted + waiting),
    contacted: totalOf(counts, ({ contacted }) => contacted),
    medianMinutes: survivalQuantile(curve, 0.5),
    p90Minutes: survivalQuantile(curve, 0.9),
    curve,
  };
};

/** The speed group by group, in the order of their names. */
export const speedByGroup = (
  counts: readonly ResponseCounts[],
): readonly (SpeedToLead & { readonly group: string })[] =>
  inGroups(counts, ({ group_name: group }) => group).map(([group, own]) => ({ group, ...speedToLead(own) }));
