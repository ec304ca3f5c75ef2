import { describe, expect, it } from 'vitest';
import { toldSentences, weekSentences } from '../../../src/sentences/review/week-sentences.ts';
import { leadsWith, opportunitiesWith, reviewOf, weekly } from '../../support/review-cube.ts';

const arrivalsEnding = (last: number) =>
  weekly('2026-03-23', 14, (week) => ({ leads: week === 13 ? last : 100 + 4 * (week % 2) }));

describe('the week in at most three sentences', () => {
  it('has nothing to discuss in a week like the others', () =>
    expect(weekSentences(reviewOf({ arrivals: arrivalsEnding(104) }))).toEqual([
      'Nothing to discuss this week: every rate and volume that can be judged stays within its usual variation.',
    ]));

  it('names the one signal and says that the rest is usual', () =>
    expect(weekSentences(reviewOf({ arrivals: arrivalsEnding(140) }))).toEqual([
      'One signal this week: new leads, 140, are above their usual range.',
      'Everything else that can be judged stays within its usual variation.',
    ]));

  it('names the two that weigh most, and counts the others', () => {
    const quiet = (week: number, last: number) => (week === 13 ? last : 100 + 4 * (week % 2));
    const rows = {
      arrivals: weekly('2026-03-23', 14, (week) => ({ leads: quiet(week, 140), mqls: quiet(week, 60) })),
      closes: weekly('2026-03-23', 14, (week) => ({
        won: quiet(week, 150),
        won_minor: 100 * quiet(week, 900),
      })),
    };
    expect(weekSentences(reviewOf(rows))).toEqual([
      'Four signals this week: revenue won, €900, is above its usual range.',
      'New leads, 140, are above their usual range.',
      'Two more stand below; everything else that can be judged stays within its usual variation.',
    ]);
  });

  it('calls a trap by its channel and its fraction', () => {
    const channel = (
      row: string,
      leads: readonly [number, number],
      opportunities: readonly [number, number],
    ) => ({
      leads: { row, day: '2026-01-05', ...leadsWith(...leads) },
      opportunities: { row, day: '2026-01-05', ...opportunitiesWith(...opportunities) },
    });
    const channels = [channel('Web', [1000, 100], [400, 80]), channel('Webinar', [1000, 300], [300, 6])];
    const review = reviewOf({
      leads: channels.map(({ leads }) => leads),
      opportunities: channels.map(({ opportunities }) => opportunities),
    });
    expect(weekSentences(review)[0]).toMatch(
      / signals this week: Webinar makes opportunities that rarely become deals, 6 of 300\.$/,
    );
  });

  it('proves each sentence in the block of its signal, and the rest by the volumes', () => {
    const evidenceOfWeek = (rows: Parameters<typeof reviewOf>[0]) =>
      toldSentences(reviewOf(rows)).map(({ evidence }) => evidence);
    expect(evidenceOfWeek({ arrivals: arrivalsEnding(104) })).toEqual(['volumes']);
    const leads = [
      { day: '2025-05-05', ...leadsWith(100, 10) },
      { day: '2026-05-04', ...leadsWith(100, 40) },
    ];
    expect(evidenceOfWeek({ leads })).toEqual(['l2o', 'volumes']);
    expect(evidenceOfWeek({})).toEqual(['l2o']);
  });

  it('says of a probable change that it is no signal', () => {
    const leads = [
      { day: '2025-05-05', ...leadsWith(100, 10) },
      { day: '2026-05-04', ...leadsWith(100, 40) },
    ];
    expect(weekSentences(reviewOf({ leads }))).toEqual([
      'No signal this week, but the share of leads that become opportunities, 40.0% in May, is probably up from 10.0% in May 2025.',
      'Everything else that can be judged stays within its usual variation.',
    ]);
  });

  it('says that nothing can be judged, and why', () => {
    expect(weekSentences(reviewOf({}))).toEqual(['Nothing can be judged yet: no leads yet.']);
    expect(weekSentences(reviewOf({ leads: [{ day: '2026-06-22', journeys: 40 }] }))).toEqual([
      'Nothing can be judged yet: no rate yet, the first in about 4 weeks.',
    ]);
    expect(
      weekSentences(reviewOf({}, { notMeasurable: { l2o: 'No opportunities.', o2d: 'No opportunities.' } })),
    ).toEqual(['Nothing can be judged yet: this cannot be measured with these files.']);
  });
});
