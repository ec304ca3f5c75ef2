import { agreementMetrics } from './agreement-metrics.ts';
import { changeMetrics } from './change-metrics.ts';
import { definitionMetrics } from './definition-metrics.ts';
import { flowMetrics } from './flow-metrics.ts';
import { funnelMetrics } from './funnel-metrics.ts';
import { leadToDeal } from './lead-to-deal.ts';
import { leadToOpportunity } from './lead-to-opportunity.ts';
import { leakMetrics } from './leak-metrics.ts';
import { leakPageMetrics } from './leak-page/leak-page-metrics.ts';
import type { ConversionMetric, Joint, Metric } from './metric.ts';
import { opportunityToDeal } from './opportunity-to-deal.ts';
import { planMetrics } from './plan/plan-metrics.ts';
import { promiseMetrics } from './promise/promise-metrics.ts';
import { slaMetrics } from './sla-metrics.ts';
import { valueMetrics } from './value-metrics.ts';

/** Every conversion the product shows, by joint. */
export const metrics: Readonly<Record<Joint, ConversionMetric>> = {
  l2o: leadToOpportunity,
  o2d: opportunityToDeal,
  l2d: leadToDeal,
};

/** Every number the product can show, area by area: the glossary. */
export const glossary: readonly Metric[] = [
  metrics,
  flowMetrics,
  funnelMetrics,
  changeMetrics,
  definitionMetrics,
  leakMetrics,
  leakPageMetrics,
  planMetrics,
  slaMetrics,
  agreementMetrics,
  promiseMetrics,
  valueMetrics,
].flatMap((area): readonly Metric[] => Object.values(area));
