import { describe, expect, it } from 'vitest';
import { marketingReview, type MarketingInput } from '../../../src/metrics/review/marketing-review.ts';
import { marketingNote, slaAnswer } from '../../../src/sentences/review/sla-answer.ts';
import { agreementWith } from '../../support/agreements.ts';
import { leadsWith, opportunitiesWith, reviewOf, slaInput, weekly } from '../../support/review-cube.ts';

const agreement = agreementWith({
  version: 3,
  startsOn: '2026-05-01',
  marketing: { firstMonth: '2026-05-01', valueMinor: 1_000_000, growth: 0.1, o2dFloor: 0.3 },
});

const month = (start: string, deliveredMinor: number, leadsWithoutValue = 0) => ({
  month: start,
  leads: 10,
  leadsWithoutValue,
  grossMinor: deliveredMinor,
  returnedMinor: 0,
  deliveredMinor,
});

const input: MarketingInput = {
  agreement,
  calendar: agreement.calendar,
  asOf: '2026-06-15',
  months: [month('2026-04-01', 9e9), month('2026-05-01', 900_000, 2), month('2026-06-01', 660_000)],
};

const rows = {
  leads: weekly('2025-09-01', 30, () => leadsWith(40, 8)),
  opportunities: weekly('2025-09-01', 30, () => opportunitiesWith(40, 8)),
};

const review = reviewOf(rows, { sla: slaInput(), marketing: input });

describe('whether marketing kept its promise', () => {
  it('is told month by month from the first of the agreement', () =>
    expect(review.sla.marketing.months).toEqual([
      {
        month: '2026-05-01',
        targetMinor: 1_000_000,
        owedMinor: 1_000_000,
        deliveredMinor: 900_000,
        attained: 0.9,
        isOver: true,
        leadsWithoutValue: 2,
      },
      {
        month: '2026-06-01',
        // Eleven of the twenty-two business days of June have passed.
        targetMinor: expect.closeTo(1_100_000, 6) as number,
        owedMinor: expect.closeTo(550_000, 6) as number,
        deliveredMinor: 660_000,
        attained: expect.closeTo(1.2, 9) as number,
        isOver: false,
        leadsWithoutValue: 0,
      },
    ]));

  it('adds the months up', () =>
    expect(review.sla.marketing.together).toEqual({
      targetMinor: expect.closeTo(2_100_000, 6) as number,
      owedMinor: expect.closeTo(1_550_000, 6) as number,
      deliveredMinor: 1_560_000,
      attained: expect.closeTo(1_560 / 1_550, 9) as number,
      leadsWithoutValue: 2,
    }));

  it('leaves out months that have not come', () =>
    expect(
      reviewOf(rows, {
        sla: slaInput(),
        marketing: { ...input, months: [month('2026-05-01', 1), month('2026-07-01', 1)] },
      }).sla.marketing.months.map(({ month: start }) => start),
    ).toEqual(['2026-05-01']));

  it('finds the floor broken only where the whole interval lies below it', () => {
    const floors = (floor: number) =>
      reviewOf(rows, {
        sla: slaInput(),
        marketing: {
          ...input,
          agreement: { ...agreement, marketing: { ...agreement.marketing, o2dFloor: floor } },
        },
      }).sla.marketing.floor?.isBroken;
    const rate = review.sla.marketing.floor?.rate;
    expect(rate?.rate).toBe(0.2);
    expect([floors(0.9), floors(0.2), floors(rate?.high ?? 0)]).toEqual([true, false, false]);
  });

  it('is said with the amounts, the running month by its days so far', () => {
    expect(slaAnswer(review.sla)).toMatch(
      /^Marketing delivered €6\.6K of the €5\.5K owed so far for June 2026, but O2D of 20\.0% lies below the floor of 30\.0%; no handover is due yet$/,
    );
    expect(marketingNote(review.sla.marketing)).toMatch(
      /^Since May 2026: €15\.6K delivered of €15\.5K owed, 100\.6%\. 2 leads have no value on the rate card agreed on\. O2D floor 30\.0%: 20\.0%, \d+ of \d+\.$/,
    );
  });

  it('is not told before the first month, without an agreement, and while it is counted', () => {
    const { o2d } = review.joints;
    expect(marketingReview({ ...input, months: [] }, false, o2d).gap).toEqual({
      reason: 'notStarted',
      firstMonth: '2026-05-01',
    });
    expect(marketingReview(null, false, o2d).gap).toEqual({ reason: 'noTarget' });
    expect(marketingReview(input, true, o2d).gap).toEqual({ reason: 'counting' });
  });
});
