import { describe, expect, it } from 'vitest';
import type { WonDeal } from '../../../src/metrics/review/win-review.ts';
import {
  changeAnswer,
  changeDefinition,
  otherChangeWords,
  reversalWords,
} from '../../../src/sentences/review/change-answer.ts';
import { earlyWords, jointAnswer, jointDefinition } from '../../../src/sentences/review/joint-answer.ts';
import { pipelineAnswer, pipelineDefinition } from '../../../src/sentences/review/pipeline-answer.ts';
import { trackAnswer, trackDefinition } from '../../../src/sentences/review/track-answer.ts';
import { usualRange, volumesAnswer } from '../../../src/sentences/review/volume-answer.ts';
import { winAnswer, winDefinition } from '../../../src/sentences/review/win-answer.ts';
import { leadsWith, opportunitiesWith, reviewOf, weekly } from '../../support/review-cube.ts';
import type { TinyRow } from '../../support/tiny-cube.ts';

const l2oOf = (leads: readonly TinyRow[], more = {}) => reviewOf({ leads, ...more }).joints.l2o;

describe('the answer of a joint', () => {
  it('says the last ripe month and that it did not clearly change', () => {
    const review = l2oOf([
      { day: '2026-04-06', ...leadsWith(400, 40) },
      { day: '2026-05-04', ...leadsWith(400, 42) },
    ]);
    expect(jointAnswer(review)).toBe('10.5% in May, no clear change from 10.0% in April 2026');
    expect(jointDefinition(review, 'created')).toBe(
      'Leads that become opportunities within 30 days, by month or week of creation. May: 42 of 400, 95% interval 7.9 to 13.9%.',
    );
    expect(jointDefinition(review, 'mql')).toContain('by month or week of the first MQL.');
  });

  it('says of a change with an interval that it is probable, and from what', () =>
    expect(
      jointAnswer(
        l2oOf([
          { day: '2025-05-05', ...leadsWith(100, 40) },
          { day: '2026-05-04', ...leadsWith(100, 10) },
        ]),
      ),
    ).toBe('10.0% in May, probably down from 40.0% in May 2025'));

  it('says that too few leads tell nothing', () =>
    expect(jointAnswer(l2oOf([{ day: '2026-05-04', ...leadsWith(29, 10) }]))).toBe(
      '34.5% in May, too few to tell whether it moved',
    ));

  it('shows no rate of fewer than five', () =>
    expect(jointAnswer(l2oOf([{ day: '2026-05-04', ...leadsWith(4, 1) }]))).toBe(
      'Fewer than five in May, too few to tell whether it moved',
    ));

  it('says where the youngest month is heading', () => {
    const review = l2oOf(
      [
        { day: '2026-03-02', ...leadsWith(400, 200) },
        { day: '2026-06-01', journeys: 200, converted: 50, converted_windowed: 50, disqualified: 100 },
      ],
      {
        leadAges: [
          { day: 10, converted: 250 },
          { day: 40, disqualified: 300 },
        ],
      },
    );
    expect(jointAnswer(review)).toMatch(/^50\.0% in March, .*; June is heading for 25\.0 to 25\.0%$/);
  });

  it('says when the first rate comes', () =>
    expect(jointAnswer(l2oOf([{ day: '2026-06-15', journeys: 40 }]))).toBe(
      'No rate yet, the first in about 3 weeks',
    ));

  it('signals by the rule that it met', () => {
    const early = (last: number) =>
      earlyWords(
        l2oOf(weekly('2026-03-09', 14, (week) => leadsWith(100, week === 13 ? last : 20 + (week % 2)))),
      );
    expect(early(70)).toBe(
      'Within 14 days, an earlier sign: 70.0% in the week of 8 Jun (70 of 100), above its usual range.',
    );
    expect(early(20)).toContain('(20 of 100), within its usual variation.');
    expect(earlyWords(reviewOf({}).joints.l2o)).toBeNull();
  });
});

describe('the answer to why it moved', () => {
  const leads = (counts: readonly (readonly [string, string, number, number])[]): readonly TinyRow[] =>
    counts.map(([row, day, n, k]) => ({ row, day, ...leadsWith(n, k) }));

  it('names both parts with their signs and the channel whose share did most', () => {
    const { l2o, o2d } = reviewOf({
      leads: leads([
        ['webinar', '2025-05-05', 400, 72],
        ['website', '2025-05-05', 5000, 1550],
        ['webinar', '2026-05-04', 9000, 1710],
        ['website', '2026-05-04', 4500, 1440],
      ]),
    }).changes;
    expect(changeAnswer(l2o)).toBe(
      'Down 6.7 points on May 2025: −7.7 through the mix (first of all a larger share of webinar), +1.0 through the rates',
    );
    expect(changeDefinition(l2o)).toMatch(
      /^Leads that become opportunities, percentage points, May 2025 \(1,622 of 5,400, 30\.0%\) to May 2026 \(3,150 of 13,500, 23\.3%\)\. Difference, 95% interval −8\.1 to −5\.3 points\.$/,
    );
    expect(reversalWords(l2o)).toBe(
      'All together fell although every channel with enough leads rose: the mix moved.',
    );
    expect(otherChangeWords(o2d)).toBe('Opportunities that become deals: no opportunities yet.');
  });

  it('claims no change where the interval holds zero', () => {
    const { l2o } = reviewOf({
      leads: leads([
        ['web', '2026-04-06', 400, 40],
        ['web', '2026-05-04', 400, 44],
      ]),
    }).changes;
    expect(changeAnswer(l2o)).toBe(
      'No clear change on April 2026 (+1.0 points): 0.0 through the mix, +1.0 through the rates',
    );
    expect(reversalWords(l2o)).toBeNull();
  });

  it('says that there are no two months', () =>
    expect(changeAnswer(reviewOf({ leads: leads([['web', '2026-05-04', 400, 44]]) }).changes.l2o)).toBe(
      'No two months to compare yet',
    ));
});

describe('the answers about volumes and pipeline', () => {
  const arrivals = (last: number) =>
    weekly('2026-03-23', 14, (week) => ({ leads: week === 13 ? last : 100 + 4 * (week % 2) }));

  it('are quiet in a quiet week, and name what left its range', () => {
    const quiet = reviewOf({ arrivals: arrivals(104) });
    expect(volumesAnswer(quiet.volumes, 'week 26')).toBe(
      'Every volume of week 26 is within its usual variation',
    );
    expect(volumesAnswer(reviewOf({ arrivals: arrivals(140) }).volumes, 'week 26')).toBe(
      'New leads up beyond usual variation; the rest as usual',
    );
    const [leads] = quiet.volumes;
    expect(leads === undefined ? null : usualRange(leads, 'EUR')).toBe('92 to 112');
  });

  it('say that too few weeks tell nothing', () =>
    expect(volumesAnswer(reviewOf({ arrivals: [{ day: '2026-06-22', leads: 4 }] }).volumes, 'week 26')).toBe(
      'Too few weeks to say what is usual; week 26 as it was',
    ));

  it('tell the pipeline of the week, its verdict and its growth', () => {
    const { pipeline } = reviewOf({
      opportunities: weekly('2026-01-05', 25, (week) =>
        opportunitiesWith(4, 0, 50_000_000 + 1_000_000 * (week % 2)),
      ),
    });
    expect(pipelineAnswer(pipeline, 'EUR')).toBe(
      '€500K of pipeline in the week, within its usual variation; falling 7.1% a month over three months',
    );
    expect(pipelineDefinition(pipeline, 'EUR')).toMatch(
      /^Value of the opportunities created, at creation, by whole week\. June as a whole: €/,
    );
  });

  it('say why there is no pipeline', () => {
    expect(pipelineAnswer(reviewOf({}).pipeline, 'EUR')).toBe('No opportunities yet');
    const opportunities = [{ day: '2026-06-22', ...opportunitiesWith(4, 0, 50_000) }];
    expect(pipelineAnswer(reviewOf({ opportunities }, { currency: null }).pipeline, null)).toBe(
      'Amounts are not added up',
    );
    expect(pipelineAnswer(reviewOf({ opportunities }).pipeline, 'EUR')).toBe(
      '€500 of pipeline in the week, too few weeks to say whether that is usual',
    );
  });
});

describe('the answers about the quarter and the win', () => {
  const closes = [{ day: '2026-06-24', won: 3, won_minor: 12_345_600, won_with_amount: 3 }];

  it('tell what was won and that there is no budget', () => {
    const { track } = reviewOf({ closes });
    expect(trackAnswer(track, 'EUR')).toBe('€123K won in Q2 so far; no budget to hold this against');
    expect(trackAnswer(reviewOf({ closes }, { currency: null }).track, null)).toBe(
      '3 deals won in Q2 so far; no budget to hold this against',
    );
    expect(trackDefinition(track, 'EUR')).toMatch(
      /^3 deals closed since 1 Apr 2026; the quarter ends on 30 Jun 2026\./,
    );
  });

  const won: WonDeal = {
    opportunityId: 'O-1',
    channel: 'Partner',
    segment: 'Enterprise',
    amountMinor: 21_200_000,
    closeDate: '2026-06-24',
    days: 61,
    earlier: 40,
    earlierOfChannel: 0,
    earlierOfSegment: 3,
    earlierOfBoth: 0,
    earlierAsLarge: 1,
  };

  it('celebrate the first deal of a channel', () => {
    const { wins } = reviewOf({}, { wins: [won] });
    expect(winAnswer(wins, 'EUR')).toBe(
      'First deal from Partner in these files: €212,000, 61 days from opportunity to deal',
    );
    expect(winDefinition(wins)).toBe(
      'Closed Wed, 24 Jun 2026, Enterprise from Partner. The only deal of the week. Record O-1.',
    );
  });

  it('name no channel that is not known, and no amount that cannot be added', () => {
    const { wins } = reviewOf(
      {},
      {
        currency: null,
        wins: [
          {
            ...won,
            channel: '(unsourced)',
            segment: '(blank)',
            earlierOfChannel: 1,
            earlierOfBoth: 1,
            days: 1,
          },
        ],
      },
    );
    expect(winAnswer(wins, null)).toBe('Largest deal of the week, 1 day from opportunity to deal');
    expect(winDefinition(wins)).toBe('Closed Wed, 24 Jun 2026. The only deal of the week. Record O-1.');
  });

  it('say that nothing was closed', () => {
    expect(winAnswer(reviewOf({}).wins, 'EUR')).toBe('No deal was closed this week');
    expect(winDefinition(reviewOf({}).wins)).toBe(
      'The largest deal of a week, or the first of its kind, stands here.',
    );
  });
});
