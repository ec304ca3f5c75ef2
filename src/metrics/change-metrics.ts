import { mixEffect, rateEffect } from './conversion-change.ts';
import type { Metric } from './metric.ts';
import { revenuePart } from './revenue-change.ts';
import { standardisedRate } from './simpson.ts';

/** Every number that says why a number moved, and the plan that follows from it. */
export const changeMetrics = {
  mixEffect,
  rateEffect,
  revenuePart,
  standardisedRate,
} as const satisfies Record<string, Metric>;
