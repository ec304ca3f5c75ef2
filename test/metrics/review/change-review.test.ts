import { describe, expect, it } from 'vitest';
import { changeReview } from '../../../src/metrics/review/change-review.ts';
import { jointReview } from '../../../src/metrics/review/joint-review.ts';
import { leadsWith } from '../../support/review-cube.ts';
import { tinyCube, type TinyRow } from '../../support/tiny-cube.ts';

const changeOf = (leads: readonly TinyRow[]) => {
  const cube = tinyCube({ leads });
  return changeReview(cube, jointReview(cube, 'l2o', {}));
};

/** The example of a total that falls although every channel rises by one point. */
const reversed: readonly TinyRow[] = [
  { row: 'webinar', day: '2025-05-05', ...leadsWith(400, 72) },
  { row: 'website', day: '2025-05-05', ...leadsWith(500, 155) },
  { row: 'list', day: '2025-05-05', ...leadsWith(100, 3) },
  { row: 'webinar', day: '2026-05-04', ...leadsWith(900, 171) },
  { row: 'website', day: '2026-05-04', ...leadsWith(450, 144) },
  { row: 'list', day: '2026-05-04', ...leadsWith(150, 6) },
];

describe('why a conversion moved', () => {
  it('is told against the same month a year before, as mix and rate that add up', () => {
    const review = changeOf(reversed);
    expect(review).toMatchObject({
      gap: null,
      isYearAgo: true,
      before: { start: '2025-05-01', end: '2025-05-31', rate: { k: 230, n: 1000 } },
      after: { start: '2026-05-01', end: '2026-05-31', rate: { k: 321, n: 1500 } },
      reversal: 'strong',
    });
    const { change } = review;
    expect(change?.mixTotal).toBeCloseTo(-0.026, 3);
    expect(change?.rateTotal).toBeCloseTo(0.01, 3);
    expect((change?.mixTotal ?? 0) + (change?.rateTotal ?? 0)).toBeCloseTo(-0.016, 12);
    expect(review.difference?.difference).toBeCloseTo(-0.016, 12);
  });

  it('is told against the month before where the year before had fewer than thirty leads', () => {
    const review = changeOf([
      { day: '2025-05-05', ...leadsWith(29, 3) },
      { day: '2026-04-06', ...leadsWith(100, 10) },
      { day: '2026-05-04', ...leadsWith(100, 20) },
    ]);
    expect(review).toMatchObject({
      isYearAgo: false,
      before: { start: '2026-04-01', rate: { k: 10, n: 100 } },
    });
    expect(review.change?.change).toBeCloseTo(0.1, 12);
    expect(review.reversal).toBeNull();
  });

  it('is told against thirty leads of the year before', () => {
    const review = changeOf([
      { day: '2025-05-05', ...leadsWith(30, 3) },
      { day: '2026-05-04', ...leadsWith(100, 20) },
    ]);
    expect(review.isYearAgo).toBe(true);
  });

  it('cannot be told with one ripe month, or none', () => {
    expect(changeOf([{ day: '2026-05-04', ...leadsWith(100, 20) }]).gap).toEqual({
      reason: 'fewMonths',
      have: 1,
      need: 2,
    });
    expect(changeOf([{ day: '2026-06-15', ...leadsWith(100, 20) }])).toMatchObject({
      gap: { reason: 'fewMonths', have: 0, need: 2 },
      change: null,
    });
  });

  it('cannot be told against a month without a single lead', () =>
    expect(
      changeOf([
        { day: '2026-02-02', ...leadsWith(100, 20) },
        { day: '2026-05-04', ...leadsWith(100, 20) },
      ]).change,
    ).toBeNull());

  it('keeps the reason why there is no rate', () => {
    const cube = tinyCube({});
    expect(changeReview(cube, jointReview(cube, 'l2o', {})).gap).toEqual({ reason: 'noLeads' });
  });
});
