import { describe, expect, it } from 'vitest';
import { channelDays, channelReview } from '../../../src/metrics/review/channel-review.ts';
import { leadsWith, opportunitiesWith } from '../../support/review-cube.ts';
import { tinyCube, tinyFrame, type TinyRow } from '../../support/tiny-cube.ts';

const channel = (
  row: string,
  leads: readonly [number, number],
  opportunities: readonly [number, number],
  day = '2026-01-05',
) => ({
  leads: { row, day, ...leadsWith(...leads) } satisfies TinyRow,
  opportunities: { row, day, ...opportunitiesWith(...opportunities) } satisfies TinyRow,
});

const reviewOfChannels = (channels: readonly ReturnType<typeof channel>[]) =>
  channelReview(
    tinyCube({
      leads: channels.map(({ leads }) => leads),
      opportunities: channels.map(({ opportunities }) => opportunities),
    }),
    {},
  );

const web = channel('Web', [1000, 100], [400, 80]);
const list = channel('List', [1000, 20], [60, 12]);

describe('the channels of the review', () => {
  it('are those of the twelve months up to the as-of day', () => {
    expect(channelDays(tinyFrame)).toEqual({ from: '2025-07-01', to: '2026-06-30', values: {} });
    const review = reviewOfChannels([web, list, channel('Old', [500, 50], [50, 5], '2025-06-30')]);
    expect(review.channels.map(({ group }) => group)).toEqual(['List', 'Web']);
    expect(reviewOfChannels([web, channel('New', [500, 50], [50, 5], '2025-07-01')]).channels).toHaveLength(
      2,
    );
  });

  it('bear both rates and their ranks; those of fewer than thirty have none', () => {
    const review = reviewOfChannels([web, list, channel('Tiny', [29, 9], [29, 9])]);
    const [first, tiny, third] = review.channels;
    expect(first).toMatchObject({
      group: 'List',
      leads: 1000,
      rankAtOpportunities: 2,
      rankAtDeals: 1,
      l2oSide: 'below',
    });
    expect(tiny).toMatchObject({ group: 'Tiny', rankAtOpportunities: null, rankAtDeals: null });
    expect(third).toMatchObject({
      group: 'Web',
      rankAtOpportunities: 1,
      l2o: { k: 100, n: 1000 },
      o2d: { k: 80, n: 400 },
    });
  });

  it('name the trap with the deals it misses, as a signal where it stands out after correction', () => {
    const { trap } = reviewOfChannels([web, list, channel('Webinar', [1000, 300], [300, 6])]);
    expect(trap?.channel).toBe('Webinar');
    expect(trap?.verdict).toBe('signal');
    expect(trap?.missedDeals).toBeCloseTo((98 / 760) * 300 - 6, 9);
  });

  it('name no trap where none is certain', () =>
    expect(reviewOfChannels([web, list, channel('Webinar', [1000, 300], [30, 3])]).trap).toBeNull());

  it('are not compared where there is only one; opportunities without a lead are no channel', () => {
    const review = reviewOfChannels([web, channel('(unsourced)', [0, 0], [100, 1])]);
    expect(review.gap).toEqual({ reason: 'oneChannel', channel: 'Web' });
    expect(review.trap).toBeNull();
  });

  it('are not compared where a joint cannot be measured, or there is no lead', () => {
    const cube = tinyCube({ leads: [web.leads, list.leads] });
    expect(channelReview(cube, { o2d: 'All won.' }).gap).toEqual({
      reason: 'notMeasurable',
      joint: 'o2d',
      because: 'All won.',
    });
    expect(channelReview(cube, { l2o: 'None.' }).gap).toMatchObject({ joint: 'l2o', because: 'None.' });
    expect(channelReview(tinyCube({}), {}).gap).toEqual({ reason: 'noLeads' });
  });
});
