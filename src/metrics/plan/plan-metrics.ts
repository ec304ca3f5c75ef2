import type { Metric } from '../metric.ts';
import { leadsNeededMetric } from '../planner.ts';
import { budgetOutlookMetric } from './budget-outlook.ts';
import { reallocationMetric } from './reallocation.ts';
import { budgetChance } from './sales-plan.ts';

/** Every number that says what a sales budget takes. */
export const planMetrics = {
  leadsNeeded: leadsNeededMetric,
  budgetOutlook: budgetOutlookMetric,
  budgetChance,
  reallocation: reallocationMetric,
} as const satisfies Record<string, Metric>;
