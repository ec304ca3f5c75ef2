import type { Metric } from '../metric.ts';
import { addedCost } from './added-cost.ts';
import { breachCost, pairValue } from './pair-outcome.ts';
import { promiseFrontMetric } from './promise-front.ts';
import { weeksKept } from './sales-replay.ts';
import { speedGain } from './speed-gain.ts';
import { attemptHours } from './staff-need.ts';
import { monthsKept } from './value-path.ts';
import { keepingChance, pastGrowth } from './value-trend.ts';

/** Every number that a pair of promises is negotiated by. */
export const promiseMetrics = {
  pairValue,
  monthsKept,
  keepingChance,
  pastGrowth,
  weeksKept,
  addedCost,
  attemptHours,
  speedGain,
  breachCost,
  promiseFrontMetric,
} as const satisfies Record<string, Metric>;
