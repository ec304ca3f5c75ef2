import type { Metric } from '../metric.ts';
import { attemptsPerLead } from './attempts-per-lead.ts';
import { engagementToContact } from './engagement-to-contact.ts';
import { lateByLoad } from './load-and-speed.ts';
import { noShowShare } from './no-shows.ts';

/** What the page of leaks shows beyond the ledger, speed, ageing and second lives, which have their own. */
export const leakPageMetrics = {
  attemptsPerLead,
  engagementToContact,
  lateByLoad,
  noShowShare,
} as const satisfies Record<string, Metric>;
