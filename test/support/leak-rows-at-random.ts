import fc from 'fast-check';
import { funnelStages } from '../../src/domain/funnel-stage.ts';
import type { LeakCounts } from '../../src/metrics/leak-counts.ts';
import { leakRow } from './leak-row.ts';

const standings = ['won', 'dropped', 'recycled', 'stalled', 'in_progress'] as const;

const anyLeakRow: fc.Arbitrary<LeakCounts> = fc
  .record({
    channel: fc.constantFrom('Web', 'Fair', 'List', '(blank)'),
    segment: fc.constantFrom('Small', 'Large'),
    stage: fc.constantFrom(...funnelStages),
    standing: fc.constantFrom(...standings),
    untried: fc.boolean(),
    slow: fc.boolean(),
    few_attempts: fc.boolean(),
    journeys: fc.integer({ min: 1, max: 500 }),
    amount: fc.integer({ min: 0, max: 1_000_000 }),
    missing: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ stage, standing, journeys, amount, missing, ...rest }) => {
    const isOpportunity = stage === 'opportunity';
    const possible =
      (standing === 'won' && !isOpportunity) || (standing === 'recycled' && isOpportunity)
        ? 'stalled'
        : standing;
    return leakRow(stage, possible, journeys, {
      ...rest,
      converted: isOpportunity ? journeys : 0,
      amount_minor: isOpportunity ? amount * 4 : 0,
      without_amount: isOpportunity ? missing : 0,
    });
  });

/** Cohorts that could be: only opportunities are won, none is recycled, and only they have amounts (whole when quartered). */
export const anyLeakRows: fc.Arbitrary<readonly LeakCounts[]> = fc.array(anyLeakRow, { maxLength: 30 });
