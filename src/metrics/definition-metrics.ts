import { criteriaShare } from './criteria-answer.ts';
import type { Metric } from './metric.ts';
import { agreementShare } from './taken-leads.ts';

/** Every number that says what a definition takes, beside those of value. */
export const definitionMetrics = { criteriaShare, agreementShare } as const satisfies Record<string, Metric>;
