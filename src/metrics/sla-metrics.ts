import { breachedOpen } from './breach-list.ts';
import { conversionByResponse } from './conversion-by-response.ts';
import { deliveredValue, returnedValue } from './marketing-sla.ts';
import { marketingAttainment } from './marketing-target.ts';
import type { Metric } from './metric.ts';
import { neglectedLeads, overdueQualification } from './open-lead-age.ts';
import { contactByAttempt, opportunityByAttempt } from './persistence.ts';
import { repLoad } from './rep-load.ts';
import { attemptsOkShare, neverContactedShare, slaAttainment, slaFullAttainment } from './sla-attainment.ts';
import { slaEffectMetric } from './sla-effect.ts';
import { simulatedAttainment, suggestedTarget } from './sla-simulation.ts';
import { elapsedToLeadMedian, elapsedToLeadP90, speedToLeadMedian, speedToLeadP90 } from './speed-to-lead.ts';

/** Every number of the promises between sales and marketing, and of the stock of open leads. */
export const slaMetrics = {
  speedToLeadMedian,
  speedToLeadP90,
  elapsedToLeadMedian,
  elapsedToLeadP90,
  slaAttainment,
  slaFullAttainment,
  attemptsOkShare,
  neverContactedShare,
  breachedOpen,
  repLoad,
  overdueQualification,
  neglectedLeads,
  conversionByResponse,
  contactByAttempt,
  opportunityByAttempt,
  simulatedAttainment,
  suggestedTarget,
  slaEffectMetric,
  deliveredValue,
  returnedValue,
  marketingAttainment,
} as const satisfies Record<string, Metric>;
