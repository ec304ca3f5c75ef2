import type { LeakCounts } from '../../src/metrics/leak-counts.ts';

/** Leads that stand alike, as the engine would count them; what is not said is zero or no. */
export const leakRow = (
  stage: string,
  standing: string,
  journeys: number,
  rest: Partial<LeakCounts> = {},
): LeakCounts => ({
  channel: 'Web',
  segment: 'Small',
  stage,
  standing,
  untried: false,
  slow: false,
  few_attempts: false,
  journeys,
  converted: 0,
  handed_over: 0,
  amount_minor: 0,
  without_amount: 0,
  ...rest,
});
