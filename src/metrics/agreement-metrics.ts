import { acceptance } from './acceptance.ts';
import { arrivalExperiment } from './arrival-experiment.ts';
import { systemDelay } from './fairness.ts';
import { goodhartGuard } from './goodhart-guard.ts';
import type { Metric } from './metric.ts';
import { overdueLead } from './overdue.ts';
import { speedTrial } from './speed-trial.ts';

/** Every number that stands beside an agreement: what it rests on, what is fair, and what would be gamed. */
export const agreementMetrics = {
  arrivalExperiment,
  speedTrial,
  systemDelay,
  goodhartGuard,
  acceptance,
  overdueLead,
} as const satisfies Record<string, Metric>;
