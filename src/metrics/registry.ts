import { leadToDeal } from './lead-to-deal.ts';
import { leadToOpportunity } from './lead-to-opportunity.ts';
import type { ConversionMetric, Joint } from './metric.ts';
import { opportunityToDeal } from './opportunity-to-deal.ts';

/** Every conversion the product shows, by joint. */
export const metrics: Readonly<Record<Joint, ConversionMetric>> = {
  l2o: leadToOpportunity,
  o2d: opportunityToDeal,
  l2d: leadToDeal,
};
