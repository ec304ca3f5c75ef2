import { describe, expect, it } from 'vitest';
import { discardedUntriedOf } from '../../src/metrics/discarded-untried.ts';
import { leakMetrics } from '../../src/metrics/leak-metrics.ts';
import { topReasons } from '../../src/metrics/top-reasons.ts';
import { leakRow } from '../support/leak-row.ts';

describe('discarded without an attempt', () => {
  it('is counted among disqualified and recycled leads that were handed over', () => {
    const rows = [
      leakRow('mql', 'dropped', 9, { handed_over: 8, untried: true }),
      leakRow('sal', 'recycled', 4, { handed_over: 4, untried: true }),
      leakRow('sal', 'dropped', 12, { handed_over: 12 }),
      leakRow('mql', 'stalled', 7, { handed_over: 7, untried: true }),
      leakRow('mql', 'in_progress', 7, { handed_over: 7, untried: true }),
      leakRow('opportunity', 'dropped', 7, { handed_over: 7, untried: true }),
    ];
    expect(discardedUntriedOf(rows)).toMatchObject({ k: 12, n: 24, rate: 0.5 });
  });

  it('is nothing where nothing was handed over', () =>
    expect(discardedUntriedOf([leakRow('mql', 'dropped', 9)])).toMatchObject({ k: 0, n: 0, rate: null }));
});

describe('the reasons of disqualification', () => {
  const rows = [
    { channel: 'Web', segment: 'Small', stage: 'mql', reason: 'No budget', leads: 5 },
    { channel: 'Fair', segment: 'Small', stage: 'mql', reason: 'No budget', leads: 3 },
    { channel: 'Web', segment: 'Small', stage: 'mql', reason: null, leads: 8 },
    { channel: 'Web', segment: 'Small', stage: 'sal', reason: 'Bad fit', leads: 8 },
    { channel: 'Web', segment: 'Small', stage: 'sal', reason: 'Student', leads: 1 },
  ];

  it('stand by the leads they hold, then by name, no reason last', () =>
    expect(topReasons(rows, 3)).toEqual({
      reasons: [
        { reason: 'Bad fit', leads: 8, share: 0.32 },
        { reason: 'No budget', leads: 8, share: 0.32 },
        { reason: null, leads: 8, share: 0.32 },
      ],
      others: 1,
    }));

  it('are in this order however they come', () =>
    expect(topReasons(rows.toReversed(), 9).reasons.map(({ reason }) => reason)).toEqual([
      'Bad fit',
      'No budget',
      null,
      'Student',
    ]));

  it('of nobody are none', () => expect(topReasons([], 3)).toEqual({ reasons: [], others: 0 }));
});

describe('the meanings of leak metrics', () => {
  it('have an id each', () => {
    const ids = Object.values(leakMetrics).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
