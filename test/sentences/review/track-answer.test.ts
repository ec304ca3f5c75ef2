import { describe, expect, it } from 'vitest';
import type { BudgetTrack } from '../../../src/metrics/plan/budget-track.ts';
import type { TrackReview } from '../../../src/metrics/review/track-review.ts';
import { chanceWords, trackAnswer, trackDefinition } from '../../../src/sentences/review/track-answer.ts';

const budget: BudgetTrack = {
  budgetMinor: 1_000_000_00,
  wonMinor: 400_000_00,
  openMinor: 300_000_00,
  arrivedMinor: 120_000_00,
  toCreateMinor: 100_000_00,
  expectedMinor: 920_000_00,
  range: { low: 840_000_00, high: 1_010_000_00 },
  chance: 0.234,
  gapMinor: 80_000_00,
  gapInLeads: { channel: 'website', leads: 340, by: '2026-12-05', isBeyondExperience: false },
};

const track = (part: Partial<BudgetTrack>): TrackReview => ({
  gap: null,
  quarterStart: '2026-10-01',
  quarterEnd: '2026-12-31',
  deals: 12,
  wonMinor: 400_000_00,
  open: 144,
  openMinor: 2_000_000_00,
  budget: { ...budget, ...part },
});

const answer = (part: Partial<BudgetTrack> = {}): string => trackAnswer(track(part), 'EUR');

describe('the answer to "on track?" with a budget', () => {
  it('is the share reached with its range, the gap, and what would close it', () => {
    expect(answer()).toBe(
      'We reach 92% of the Q4 budget, 80% range 84 to 101%; the gap is €80K, or 340 more website leads by 5 Dec',
    );
    expect(
      answer({ gapInLeads: { channel: 'web', leads: 1, by: '2026-12-31', isBeyondExperience: true } }),
    ).toMatch(/, or 1 more web lead by 31 Dec, more than 1.5 times its best month$/);
  });

  it('says so where no lead helps, where the budget is covered, and where the range is not known', () => {
    expect(answer({ gapInLeads: null })).toMatch(
      /€80K, and what arrives from now on closes after the quarter$/,
    );
    expect(answer({ gapMinor: 0, gapInLeads: null, expectedMinor: 1_100_000_00 })).toBe(
      'We reach 110% of the Q4 budget, 80% range 84 to 101%',
    );
    expect(answer({ range: null })).toContain('92% of the Q4 budget, how sure cannot be told; the gap');
  });

  it('is what was won once nothing is to come', () => {
    const over = { openMinor: 0, arrivedMinor: 0, toCreateMinor: 0, expectedMinor: 400_000_00 };
    expect(answer({ ...over, gapMinor: 600_000_00 })).toBe(
      '40% of the Q4 budget is won, €600K short, and nothing more is expected',
    );
    expect(answer({ ...over, expectedMinor: 1_000_000_00, gapMinor: 0 })).toBe(
      '100% of the Q4 budget is won',
    );
  });

  it('stands on its parts and its chance', () => {
    expect(trackDefinition(track({}), 'EUR')).toBe(
      '12 deals closed since 1 Oct 2026; the quarter ends on 31 Dec 2026. Expected: €300K of 144 open opportunities by their age, €120K of leads that have arrived, €100K of new ones at the pace of three months. The chance of the budget is 23%.',
    );
    expect(trackDefinition({ ...track({ chance: null }), deals: 0 }, 'EUR')).toMatch(
      /^No deal of the quarter is closed yet; it ends on 31 Dec 2026\..* three months\.$/,
    );
  });

  it('is never certain', () =>
    expect([0, 0.009, 0.01, 0.5, 0.99, 0.991, 1].map(chanceWords)).toEqual([
      'below 1%',
      'below 1%',
      '1%',
      '50%',
      '99%',
      'above 99%',
      'above 99%',
    ]));
});
