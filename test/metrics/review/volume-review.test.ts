import { describe, expect, it } from 'vitest';
import { pipelineReview } from '../../../src/metrics/review/pipeline-review.ts';
import { volumeReviews } from '../../../src/metrics/review/volume-review.ts';
import { opportunitiesWith, weekly } from '../../support/review-cube.ts';
import { tinyCube } from '../../support/tiny-cube.ts';

/** Leads of the fourteen whole weeks up to the as-of day, a little up and down, the last one as given. */
const arrivalsWith = (last: number, weeks = 14) =>
  tinyCube({
    arrivals: weekly('2026-03-23', weeks, (week) => ({
      leads: week === weeks - 1 ? last : 100 + 4 * (week % 2),
    })),
  });

describe('the volumes of the week', () => {
  it('are those of the last whole week, with the limits of the weeks before', () => {
    const [leads] = volumeReviews(arrivalsWith(104), true);
    expect(leads).toMatchObject({
      id: 'leads',
      isMoney: false,
      last: { start: '2026-06-22', end: '2026-06-28', value: 104, rules: [] },
      mean: 102,
      verdict: 'usual',
      direction: 'none',
    });
    expect(leads?.limits?.low).toBeCloseTo(102 - 2.66 * 4, 9);
    expect(leads?.limits?.high).toBeCloseTo(102 + 2.66 * 4, 9);
  });

  it('signal strictly outside the limits', () => {
    expect(volumeReviews(arrivalsWith(113), true)[0]).toMatchObject({
      verdict: 'signal',
      direction: 'up',
      last: { rules: [1] },
    });
    expect(volumeReviews(arrivalsWith(112), true)[0]).toMatchObject({ verdict: 'usual' });
    expect(volumeReviews(arrivalsWith(91), true)[0]).toMatchObject({ verdict: 'signal', direction: 'down' });
  });

  it('have no lower limit below nothing', () => {
    const cube = tinyCube({ arrivals: weekly('2026-03-23', 14, (week) => ({ leads: 10 * (week % 2) })) });
    expect(volumeReviews(cube, true)[0]?.limits?.low).toBe(0);
  });

  it('cannot be judged by fewer than twelve weeks', () => {
    const eleven = tinyCube({ arrivals: weekly('2026-04-13', 11, () => ({ leads: 9 })) });
    expect(volumeReviews(eleven, true)[0]).toMatchObject({ mean: null, limits: null, verdict: 'cannotTell' });
    const twelve = tinyCube({ arrivals: weekly('2026-04-06', 12, () => ({ leads: 9 })) });
    expect(volumeReviews(twelve, true)[0]).toMatchObject({ mean: 9, verdict: 'usual' });
  });

  it('leave out a week that is not over, stages that are not named and money that cannot be added', () => {
    const cube = tinyCube({
      arrivals: [
        { day: '2026-06-22', leads: 5 },
        { day: '2026-06-30', leads: 900 },
      ],
    });
    const volumes = volumeReviews(cube, false);
    expect(volumes.map(({ id }) => id)).toEqual(['leads', 'opportunities', 'deals']);
    expect(volumes[0]?.last).toMatchObject({ value: 5, end: '2026-06-28' });
    const named = tinyCube({ arrivals: [{ day: '2026-06-22', leads: 5, mqls: 2 }] });
    expect(volumeReviews(named, true).map(({ id }) => id)).toEqual([
      'leads',
      'mqls',
      'opportunities',
      'pipeline',
      'deals',
      'revenue',
    ]);
  });

  it('show the last half year', () => {
    const cube = tinyCube({ arrivals: weekly('2025-01-06', 77, () => ({ leads: 9 })) });
    const weeks = volumeReviews(cube, true)[0]?.weeks;
    expect([weeks?.length, weeks?.at(-1)?.end]).toEqual([26, '2026-06-28']);
  });

  it('of nothing have no week at all', () =>
    expect(volumeReviews(tinyCube({}), true)[0]).toMatchObject({
      last: null,
      weeks: [],
      verdict: 'cannotTell',
    }));
});

describe('the pipeline created', () => {
  const pipelineOf = (cube: ReturnType<typeof tinyCube>, hasCurrency = true) =>
    pipelineReview(cube, volumeReviews(cube, hasCurrency));

  it('has a growth of the last whole month and of the last three', () => {
    const cube = tinyCube({
      opportunities: [
        { day: '2026-03-02', ...opportunitiesWith(4, 0, 100) },
        { day: '2026-05-04', ...opportunitiesWith(4, 0, 400) },
        { day: '2026-06-01', ...opportunitiesWith(4, 0, 800), with_created_amount: 3 },
      ],
    });
    const review = pipelineOf(cube);
    expect(review).toMatchObject({
      month: { start: '2026-06-01', end: '2026-06-30', pipelineMinor: 800 },
      growth: 1,
      growthOverThree: 1,
      shareWithoutAmount: 0.25,
    });
    expect(review.gap).toBeNull();
  });

  it('says that there are no opportunities, too few weeks, or amounts that are not added up', () => {
    expect(pipelineOf(tinyCube({})).gap).toEqual({ reason: 'noOpportunities' });
    const week = tinyCube({ opportunities: [{ day: '2026-06-22', ...opportunitiesWith(4, 0, 100) }] });
    expect(pipelineOf(week).gap).toEqual({ reason: 'fewWeeks', have: 1, need: 12 });
    expect(pipelineOf(week, false)).toMatchObject({
      gap: { reason: 'noCurrency' },
      month: null,
      growth: null,
      weekly: null,
    });
  });
});
