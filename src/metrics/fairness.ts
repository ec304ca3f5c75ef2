import type { Metric } from './metric.ts';
import { ownerLoads, type OwnerLeads } from './rep-load.ts';
import { speedToLead, type ResponseCounts } from './speed-to-lead.ts';

/** The delay that sales cannot help. */
export const systemDelay: Metric = {
  id: 'system_delay',
  label: 'Delay before the handover',
  question: 'How long does a lead wait before sales can know of it?',
  definition:
    'The minutes from the creation of a lead to its first handover, nights and holidays included, within which half of the leads were handed over.',
  leftOut: 'Leads whose creation or handover has a day but no time of day; later handovers of the same lead.',
  measure: 'minutes',
  better: 'lower',
  subject: 'the delay before the handover',
};

/** As many records as a list behind a number holds. */
export const fairnessShown = 200;

/** What is taken out of the count, as it was counted. */
export interface FairnessCounts {
  readonly handovers: number;
  readonly day_only: number;
  readonly outside: number;
  readonly records: number;
  readonly persons: number;
  readonly outbound: number;
  readonly automated: number;
}

/** What is fair to hold against sales, and what is not. Minutes are by the clock on the wall. */
export interface Fairness {
  readonly handovers: number;
  /** Half of the leads were handed over within; null where no lead has times of day. */
  readonly systemMinutes: number | null;
  /** Leads that this is known of. */
  readonly systemLeads: number;
  /** Half of the handovers were first tried within; null where fewer than half were. */
  readonly humanMinutes: number | null;
  readonly outside: number;
  readonly dayOnly: number;
  /** Records merged away into another one of the same person. */
  readonly merged: number;
  readonly outbound: number;
  readonly automated: number;
  /** Open leads beyond the cap of their owners, and how many owners hold them. */
  readonly overCap: number;
  readonly ownersOverCap: number;
  readonly unowned: number;
}

/** Puts together what was counted. `system` and `human` are life tables by the clock on the wall. */
export const fairnessOf = (
  counts: FairnessCounts,
  system: readonly ResponseCounts[],
  human: readonly ResponseCounts[],
  owners: readonly OwnerLeads[],
  repCap: number,
): Fairness => {
  const loads = ownerLoads(owners, repCap);
  const beyond = loads.filter(({ load }) => load !== null && load > 1);
  const before = speedToLead(system);
  return {
    handovers: counts.handovers,
    systemMinutes: before.medianMinutes,
    systemLeads: before.handovers,
    humanMinutes: speedToLead(human).medianMinutes,
    outside: counts.outside,
    dayOnly: counts.day_only,
    merged: counts.records - counts.persons,
    outbound: counts.outbound,
    automated: counts.automated,
    overCap: beyond.reduce((sum, { openLeads }) => sum + openLeads - repCap, 0),
    ownersOverCap: beyond.length,
    unowned: loads.filter(({ load }) => load === null).reduce((sum, { openLeads }) => sum + openLeads, 0),
  };
};
