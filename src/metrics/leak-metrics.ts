import { discardedUntried } from './discarded-untried.ts';
import { leakGap } from './leak-ledger.ts';
import { stageLeak, stageValueLost } from './leaks.ts';
import type { Metric } from './metric.ts';
import { secondLife } from './second-life.ts';
import { stageDwell } from './stage-dwell.ts';
import { timeToDecision } from './time-to-decision.ts';

/** Everything the product shows of where leads wait and where they are lost. */
export const leakMetrics = {
  stageLeak,
  stageValueLost,
  leakGap,
  discardedUntried,
  secondLife,
  timeToDecision,
  stageDwell,
} as const satisfies Record<string, Metric>;
