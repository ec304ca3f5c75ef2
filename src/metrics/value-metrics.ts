import { attributeLift, informationValue } from './attribute-metrics.ts';
import { costPerDeal, costPerLead, costPerOpportunity, returnOnCost } from './cost-metrics.ts';
import { leadValue } from './lead-value.ts';
import type { Metric } from './metric.ts';
import { planChance } from './plan-chance.ts';
import { pointWorth } from './point-worth.ts';
import { scoreMatrixMetric } from './score-matrix.ts';
import { scoreAuc, thresholdRecall } from './threshold-what-if.ts';
import { earlyLoss } from './too-early.ts';
import { weightedStockMetric } from './weighted-stock.ts';

/** Every number that says what leads are worth and cost, and which of them are worth more. */
export const valueMetrics = {
  leadValue,
  weightedStock: weightedStockMetric,
  costPerLead,
  costPerOpportunity,
  costPerDeal,
  returnOnCost,
  planChance,
  pointWorth,
  attributeLift,
  informationValue,
  scoreMatrix: scoreMatrixMetric,
  thresholdRecall,
  scoreAuc,
  earlyLoss,
} as const satisfies Record<string, Metric>;
