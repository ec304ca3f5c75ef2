import { describe, expect, it } from 'vitest';
import type { MarketingSide, SalesSide, Settlement } from '../../../src/metrics/promise/negotiation.ts';
import type { PairOutcome } from '../../../src/metrics/promise/pair-outcome.ts';
import { slaEffect } from '../../../src/metrics/sla-effect.ts';
import { marketingGapWords, salesGapWords } from '../../../src/sentences/sla/gap-words.ts';
import {
  addedCostWords,
  attemptsNote,
  chanceWords,
  floorNote,
  growthNote,
  marketingAnswer,
  salesAnswer,
} from '../../../src/sentences/sla/half-answers.ts';
import {
  expectedCount,
  lateWords,
  noHeadline,
  pairHeadline,
  speedWords,
} from '../../../src/sentences/sla/settlement-words.ts';
import {
  amountWords,
  attemptWords,
  growthWords,
  responseShort,
  responseWords,
  shareWords,
} from '../../../src/sentences/sla/term-words.ts';

const outcome: PairOutcome = {
  leads: 100,
  valueMinor: { value: 108_000_000, low: 93_000_000, high: 122_000_000 },
  deals: { value: 28.2, low: 24, high: 32.4 },
  pipelineMinor: 1,
  shortMinor: 1,
  lateMinor: 3_100_000,
};

const settlement: Settlement = {
  outcome,
  today: { ...outcome, valueMinor: { value: 98_000_000, low: null, high: null } },
  gain: { share: 0.034, error: 0.01, perLead: 0.019 },
  front: { pairs: [], front: [], isFrontKept: false },
  chosenPoint: null,
  todayPoint: null,
};

const rate = (k: number, n: number, low: number, high: number) => ({ k, n, rate: k / n, low, high });

describe('the terms in words', () => {
  it('say minutes and hours of business, one and many', () => {
    expect([5, 30, 60, 120, 960].map(responseWords)).toEqual([
      '5 business minutes',
      '30 business minutes',
      '1 business hour',
      '2 business hours',
      '16 business hours',
    ]);
    expect([30, 60, 960].map(responseShort)).toEqual(['30 min', '1 h', '16 h']);
  });

  it('say attempts, growth, shares and amounts', () => {
    expect([1, 4].map(attemptWords)).toEqual(['1 attempt', '4 attempts']);
    expect([0, 0.015, -0.02].map(growthWords)).toEqual(['0.0%', '1.5%', '−2.0%']);
    expect([0, 0.8, 0.925].map(shareWords)).toEqual(['0%', '80%', '92.5%']);
    expect([amountWords(34_500_000, 'EUR'), amountWords(34_500_000, null)]).toEqual(['€345K', '345K']);
  });
});

describe('the headline', () => {
  it('says what the pair brings with its range, and what today’s does', () => {
    expect(pairHeadline(settlement, 'EUR')).toBe(
      'This pair of promises brings €1.08M of deals a quarter, 80% range €930K to €1.22M. Today’s pair brings €980K.',
    );
    const promised = settlement.outcome;
    const noRange = { ...promised, valueMinor: { ...promised.valueMinor, low: null, high: null } };
    expect(pairHeadline({ ...settlement, outcome: noRange }, 'EUR')).toContain(
      'a quarter; too few deals for a range. Today’s',
    );
    expect(pairHeadline({ ...settlement, outcome: settlement.today }, 'EUR')).toMatch(
      /^Today’s pair of promises brings €980K of deals a quarter.*: move a promise to see what another brings\.$/,
    );
  });

  it('says what cannot be known in place of a number', () =>
    expect(noHeadline('amounts')).toBe(
      'What this pair of promises brings cannot be told: no lead has a value: no deal has an amount.',
    ));

  it('gives numbers of deals with their range, small ones with a decimal', () => {
    expect(expectedCount(outcome.deals)).toBe('28 (24 to 32)');
    expect(expectedCount({ value: 0.62, low: 0.2, high: 1.96 })).toBe('0.6 (0.2 to 2)');
    expect(expectedCount({ value: 10, low: null, high: null })).toBe('10');
  });
});

describe('marketing’s half', () => {
  const side = { kept: { kept: 7, of: 12 } } as MarketingSide;
  const promise = { firstMonth: '2026-07-01', valueMinor: 34_500_000, growth: 0.015, o2dFloor: null };

  it('says the promise and how often it would have been kept', () => {
    expect(marketingAnswer(promise, side, 'EUR')).toBe(
      '€345K of weighted leads a month, growing 1.5%: kept in 7 of 12 months',
    );
    expect(marketingAnswer({ ...promise, growth: 0 }, side, 'EUR')).toBe(
      '€345K of weighted leads a month: kept in 7 of 12 months',
    );
    expect(marketingAnswer({ ...promise, growth: -0.01 }, side, 'EUR')).toContain(', shrinking 1.0%:');
    expect(marketingAnswer(promise, { ...side, kept: { kept: 0, of: 0 } }, 'EUR')).toMatch(
      /: no whole month to replay it on$/,
    );
    expect(marketingAnswer(promise, { ...side, kept: { kept: 1, of: 1 } }, 'EUR')).toMatch(/1 of 1 month$/);
  });

  it('says past growth only where it can be told from none', () => {
    const trend = { months: 24, growth: 0.012, low: 0.004, high: 0.021, chanceOf: () => 1 };
    expect(growthNote(trend)).toBe('Past growth 1.2% a month, 80% interval 0.4% to 2.1%.');
    expect(growthNote({ ...trend, low: -0.001 })).toBe(
      'Past growth cannot be told from none: 1.2% a month, 80% interval −0.1% to 2.1%.',
    );
    expect(growthNote(null)).toContain('cannot be told');
    expect([chanceWords(0.617, trend), chanceWords(null, null)]).toEqual([
      '62%, from 24 months',
      'Cannot tell: fewer than six whole months, or one without value',
    ]);
  });

  it('says what the leads to add would cost, as far as that is known', () => {
    expect(addedCostWords({ costMinor: 900_000, unknown: [] }, 'EUR')).toBe('€9K a month');
    expect(addedCostWords({ costMinor: 900_000, unknown: ['Webinar'] }, 'EUR')).toBe(
      '€9K a month, without 1 channel of no known cost',
    );
    expect(addedCostWords({ costMinor: null, unknown: ['Webinar'] }, 'EUR')).toContain('cannot be told');
  });

  it('holds the quality floor against the interval of what is measured', () => {
    const measured = rate(126, 2450, 0.0434, 0.0609);
    const words = '5.1% today, 126 of 2,450, 95% interval 4.3% to 6.1%.';
    expect(floorNote(null, measured)).toBe(`No floor is agreed. ${words}`);
    expect(floorNote(0.0434, measured)).toBe(`Kept on this history: ${words}`);
    expect(floorNote(0.05, measured)).toBe(`Cannot be told on this history: ${words}`);
    expect(floorNote(0.0609, measured)).toBe(`Cannot be told on this history: ${words}`);
    expect(floorNote(0.061, measured)).toBe(`Not kept on this history: ${words}`);
    expect(floorNote(0.05, { k: 1, n: 3, rate: null, low: null, high: null })).toContain('Too few');
  });
});

describe('sales’ half', () => {
  const side = { kept: { response: { kept: 15, of: 26 }, attempts: { kept: 9, of: 26 } } } as SalesSide;
  const promise = { responseMinutes: 240, attempts: 4, attemptDays: 7, attainment: 0.9, bySegment: [] };

  it('says the promise and how often it would have been kept', () => {
    expect(salesAnswer(promise, side)).toBe(
      'First attempt within 4 business hours for 90% of leads, four attempts a week: kept in 15 of 26 weeks',
    );
    expect(salesAnswer({ ...promise, attempts: 1 }, side)).toContain(', one attempt a week:');
  });

  it('says what the last promised attempt reached, where enough had one', () => {
    const point = {
      attempt: 4,
      contact: rate(61, 671, 0.07, 0.11),
      opportunity: rate(1, 9, 0, 1),
    };
    expect(attemptsNote(4, side, [point])).toBe(
      '4 attempts or a reason to stop: kept in 9 of 26 weeks. The 4th attempt reached 9.1% of those still silent, 61 of 671.',
    );
    const words = '5 attempts or a reason to stop: kept in 9 of 26 weeks.';
    expect(attemptsNote(5, side, [point])).toBe(words);
    const few = { ...point, attempt: 5, contact: { k: 1, n: 3, rate: null, low: null, high: null } };
    expect(attemptsNote(5, side, [few])).toBe(words);
  });
});

describe('what is said of speed', () => {
  const arms = (metK: number, missedK: number) => [
    { channel: 'web', segment: 'Small', met: { k: metK, n: 1000 }, missed: { k: missedK, n: 1000 } },
  ];
  const basis = { effect: slaEffect(arms(150, 100)), responseMinutes: 60, attained: 0.3 };

  it('is an association, with what would go with it', () => {
    const words = speedWords(settlement, basis, true);
    expect(words).toBe(
      'Leads answered within 1 business hour became opportunities 5.0 points more often than late ones, adjusted for channel and segment only: an association, no proof. If it went on, this promise of speed would go with 3.4% more.',
    );
    expect(lateWords(settlement, 'EUR')).toBe('costs €31K');
  });

  it('adds nothing where no more leads are answered in time than today', () => {
    const gain = { share: 0, error: 0, perLead: 0.05 };
    expect(speedWords({ ...settlement, gain }, basis, true)).toMatch(/than today, so it adds nothing\.$/);
  });

  it('changes nothing in money where it cannot be told, and says why', () => {
    const none = { ...settlement, gain: null, outcome: { ...outcome, lateMinor: null } };
    const unsure = { ...basis, effect: slaEffect(arms(105, 100)) };
    expect(speedWords(none, unsure, true)).toMatch(
      /^The promise of speed changes nothing in these amounts: on own history leads answered in time became opportunities \d\.\d points less to \d\.\d points more often than late ones\. Only a trial would tell\.$/,
    );
    expect(speedWords(none, { ...basis, effect: slaEffect([]) }, true)).toContain('too few comparable leads');
    expect(speedWords(none, basis, false)).toContain('how fast leads are answered is not in the data');
    expect(lateWords(none, 'EUR')).toBe('cannot be told');
  });

  it('never says that speed is the cause', () => {
    for (const words of [
      speedWords(settlement, basis, true),
      speedWords({ ...settlement, gain: null }, basis, true),
    ])
      expect(words).not.toMatch(/because|cause|leads to|thanks to|due to/i);
  });
});

describe('what cannot be known', () => {
  it.each(['deals', 'currencies', 'amounts', 'months', 'leads'] as const)(
    'of marketing names what is needed: %s',
    (gap) => {
      const { why, needs } = marketingGapWords(gap);
      expect(why).toMatch(/^[A-Z].*[^.]$/);
      expect(needs).toMatch(/^[A-Z].*\.$/);
      expect(`${why} ${needs}`).not.toMatch(/[—–]/);
    },
  );

  it('of sales is what the files lack, or the days', () => {
    expect(salesGapWords({ because: 'No calls.' }).needs).toBe('No calls.');
    expect(salesGapWords({ days: 1 }).why).toBe('1 day of history: too few to judge a promise');
    expect(salesGapWords({ days: 89 }).needs).toContain('90 days');
  });
});
