import { describe, expect, it } from 'vitest';
import { trackReview } from '../../../src/metrics/review/track-review.ts';
import { winReview, type WonDeal } from '../../../src/metrics/review/win-review.ts';
import { tinyCube } from '../../support/tiny-cube.ts';

const deal = (opportunityId: string, more: Partial<WonDeal> = {}): WonDeal => ({
  opportunityId,
  channel: 'Web',
  segment: 'Small',
  amountMinor: 100,
  closeDate: '2026-06-24',
  days: 30,
  earlier: 10,
  earlierOfChannel: 5,
  earlierOfSegment: 5,
  earlierOfBoth: 5,
  earlierAsLarge: 5,
  ...more,
});

describe('the win of the week', () => {
  it('is none where no deal was closed', () =>
    expect(winReview([])).toEqual({ gap: { reason: 'noWins' }, kind: null, deal: null, deals: 0 }));

  it('is the largest where nothing is a first', () => {
    const review = winReview([deal('a', { amountMinor: null }), deal('b'), deal('c', { amountMinor: 300 })]);
    expect(review).toMatchObject({ kind: 'largestOfWeek', deals: 3, deal: { opportunityId: 'c' } });
  });

  it.each([
    ['firstOfChannel', { earlierOfChannel: 0, earlierOfSegment: 0, earlierOfBoth: 0, earlierAsLarge: 0 }],
    ['firstOfSegment', { earlierOfSegment: 0, earlierOfBoth: 0, earlierAsLarge: 0 }],
    ['largestEver', { earlierOfBoth: 0, earlierAsLarge: 0 }],
    ['firstOfBoth', { earlierOfBoth: 0 }],
  ] as const)('is a deal that is %s before a larger one that is not', (kind, more) => {
    const review = winReview([deal('large', { amountMinor: 900 }), deal('first', more)]);
    expect([review.kind, review.deal?.opportunityId]).toEqual([kind, 'first']);
  });

  it('is the largest of several firsts, and of equal ones that with the smaller id', () => {
    const first = { earlierOfChannel: 0 };
    const firsts = [
      deal('c', first),
      deal('b', { ...first, amountMinor: 200 }),
      deal('a', { ...first, amountMinor: 200 }),
    ];
    expect(winReview(firsts).deal?.opportunityId).toBe('a');
  });

  it('calls nothing a first of fewer than ten deals before it, and nothing without an amount the largest', () => {
    expect(winReview([deal('a', { earlier: 9, earlierOfChannel: 0 })]).kind).toBe('largestOfWeek');
    expect(winReview([deal('a', { amountMinor: null, earlierAsLarge: 0 })]).kind).toBe('largestOfWeek');
  });
});

describe('the quarter so far', () => {
  it('holds the deals closed from its first day to the as-of day, and what is open', () => {
    const cube = tinyCube({
      closes: [
        { day: '2026-03-31', won: 5, won_minor: 500 },
        { day: '2026-04-01', won: 2, won_minor: 200 },
        { day: '2026-06-30', won: 1, won_minor: 100, lost: 4 },
      ],
      opportunities: [{ day: '2026-01-05', opportunities: 9, won: 3, lost: 4, open_minor: 700 }],
    });
    expect(trackReview(cube, 'EUR')).toEqual({
      gap: { reason: 'noBudget' },
      quarterStart: '2026-04-01',
      quarterEnd: '2026-06-30',
      deals: 3,
      wonMinor: 300,
      open: 2,
      openMinor: 700,
      budget: null,
    });
    expect(trackReview(cube, null)).toMatchObject({ deals: 3, wonMinor: null, openMinor: null });
  });

  it.each([
    [20_454, '2026-01-01', '2026-03-31'],
    [20_818, '2026-10-01', '2026-12-31'],
  ])('is that of day %i', (asOf, quarterStart, quarterEnd) =>
    expect(trackReview(tinyCube({}, { asOf }), 'EUR')).toMatchObject({ quarterStart, quarterEnd }),
  );
});
