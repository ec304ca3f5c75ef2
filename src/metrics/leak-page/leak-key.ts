import { funnelStages, type FunnelStage } from '../../domain/funnel-stage.ts';
import type { LeadStanding } from '../leak-counts.ts';
import { leakOf, type LeakId } from '../leak-of.ts';

/** A line of the ledger as one text: the leak and, of disqualified leads, the stage. */
export type LeakKey = LeakId | `disqualified ${FunnelStage}`;

/** The key of a line. `stage` is that of the line, or of the leads: only of disqualified ones does it matter. */
export const leakKey = (leak: LeakId, stage: string | null): LeakKey => {
  const place = funnelStages.find((name) => name === stage);
  return leak === 'disqualified' && place !== undefined ? `disqualified ${place}` : leak;
};

/** The line that leads of this standing belong to; null for those that are not lost. */
export const keyOfStanding = (standing: LeadStanding): LeakKey | null => {
  const leak = leakOf(standing);
  return leak === null ? null : leakKey(leak, standing.stage);
};
