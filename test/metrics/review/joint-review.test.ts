import { describe, expect, it } from 'vitest';
import { jointReview } from '../../../src/metrics/review/joint-review.ts';
import { leadsWith, opportunitiesWith, weekly } from '../../support/review-cube.ts';
import { tinyCube } from '../../support/tiny-cube.ts';

describe('a joint of the review', () => {
  it('says that there are no leads, or no opportunities', () => {
    expect(jointReview(tinyCube({}), 'l2o', {}).gap).toEqual({ reason: 'noLeads' });
    expect(jointReview(tinyCube({}), 'o2d', {}).gap).toEqual({ reason: 'noOpportunities' });
  });

  it('shows nothing of what cannot be measured, and says why', () => {
    const review = jointReview(
      tinyCube({ opportunities: [{ day: '2026-01-05', ...opportunitiesWith(40, 40) }] }),
      'o2d',
      {
        o2d: 'Only won ones.',
      },
    );
    expect(review).toMatchObject({
      gap: { reason: 'notMeasurable', joint: 'o2d', because: 'Only won ones.' },
      windowDays: null,
      months: [],
      weeks: [],
      month: null,
      week: null,
    });
  });

  it('counts the days until the first week is ripe', () => {
    const cube = tinyCube({ leads: [{ day: '2026-06-15', journeys: 40 }] });
    expect(jointReview(cube, 'l2o', {}).gap).toEqual({ reason: 'allYoung', daysLeft: 21 });
  });

  it('shows twelve months and six weeks', () => {
    const cube = tinyCube({ leads: weekly('2025-01-06', 76, () => leadsWith(40, 4)) });
    const { months, weeks, gap } = jointReview(cube, 'l2o', {});
    expect(gap).toBeNull();
    expect([months.length, months[0]?.start, months.at(-1)?.start]).toEqual([12, '2025-07-01', '2026-06-01']);
    expect([weeks.length, weeks.at(-1)?.end]).toEqual([6, '2026-06-28']);
  });

  it('holds the last ripe month against the same month a year before', () => {
    const cube = tinyCube({
      leads: [
        { day: '2025-05-05', ...leadsWith(100, 10) },
        { day: '2026-04-06', ...leadsWith(100, 40) },
        { day: '2026-05-04', ...leadsWith(100, 40) },
      ],
    });
    const { month } = jointReview(cube, 'l2o', {});
    expect(month).toMatchObject({
      rate: { k: 40, n: 100 },
      compared: { start: '2025-05-01', rate: { k: 10, n: 100 } },
      verdict: 'probably',
      direction: 'up',
    });
  });

  it('holds it against the month before where that month had fewer than thirty', () => {
    const cube = tinyCube({
      leads: [
        { day: '2025-05-05', ...leadsWith(29, 10) },
        { day: '2026-04-06', ...leadsWith(400, 40) },
        { day: '2026-05-04', ...leadsWith(400, 40) },
      ],
    });
    expect(jointReview(cube, 'l2o', {}).month).toMatchObject({
      compared: { start: '2026-04-01', difference: 0 },
      verdict: 'usual',
    });
  });

  it('cannot tell of fewer than thirty leads', () => {
    const cube = tinyCube({
      leads: [
        { day: '2026-04-06', ...leadsWith(100, 5) },
        { day: '2026-05-04', ...leadsWith(29, 29) },
      ],
    });
    expect(jointReview(cube, 'l2o', {}).month).toMatchObject({ verdict: 'cannotTell', direction: 'none' });
  });

  it('signals where the last ripe week leaves its limits, with the side it left them on', () => {
    const with14th = (converted: number) =>
      jointReview(
        tinyCube({
          leads: weekly('2026-02-23', 14, (week) =>
            leadsWith(100, week === 13 ? converted : 20 + (week % 2)),
          ),
        }),
        'l2o',
        {},
      ).week;
    expect(with14th(60)).toMatchObject({ verdict: 'signal', direction: 'up', compared: null });
    expect(with14th(2)).toMatchObject({ verdict: 'signal', direction: 'down' });
    expect(with14th(20)).toMatchObject({ verdict: 'usual', direction: 'none' });
  });

  it('looks at fourteen days for an earlier sign of leads alone', () => {
    const cube = tinyCube({
      leads: weekly('2026-02-02', 20, () => leadsWith(100, 10)),
      opportunities: weekly('2026-02-02', 20, () => opportunitiesWith(40, 4)),
    });
    expect(jointReview(cube, 'l2o', {}).early?.period.end).toBe('2026-06-14');
    expect(jointReview(cube, 'l2o', {}).week?.period.end).toBe('2026-05-31');
    expect(jointReview(cube, 'o2d', {}).early).toBeNull();
  });
});
