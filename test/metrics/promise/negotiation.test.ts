import { describe, expect, it } from 'vitest';
import { defaultSlaTerms } from '../../../src/domain/sla.ts';
import {
  firstDraft,
  nextDraft,
  withoutSegment,
  withTerms,
} from '../../../src/metrics/promise/draft-terms.ts';
import { negotiate } from '../../../src/metrics/promise/negotiation.ts';
import {
  negotiationBasis,
  nextMonth,
  valueStep,
  type CountedPast,
} from '../../../src/metrics/promise/negotiation-basis.ts';
import { pairOutcome } from '../../../src/metrics/promise/pair-outcome.ts';
import { promiseFront } from '../../../src/metrics/promise/promise-front.ts';
import { slaEffect } from '../../../src/metrics/sla-effect.ts';
import { zOf } from '../../../src/stats/normal.ts';
import { agreementWith } from '../../support/agreements.ts';
import { leadValueOf, leadValuesOf } from '../../support/promise-values.ts';

const asOf = '2026-06-30';
const span = { asOf, firstDay: '2025-06-01', currencies: 1 };
const months = Array.from({ length: 13 }, (_, place) =>
  place < 7
    ? `2025-${String(place + 6).padStart(2, '0')}-01`
    : `2026-${String(place - 6).padStart(2, '0')}-01`,
);

/** Ten leads of 400 a month, and one week of forty handovers, half of them answered within an hour. */
const past: CountedPast = {
  terms: defaultSlaTerms,
  sales: {
    because: null,
    cube: [3, 7].map((needed) => ({
      week: '2026-06-15',
      segment: 'Small',
      is_recent: true,
      needed,
      due: 8,
      attempts: needed === 3 ? 2 : 1,
      attempt_stop: false,
      attempts_due: true,
      handovers: 20,
    })),
    attempts: [{ attempt: 1, tried: 40, contacts: 4, tried_open: 40, opportunities: 2 }],
    suggestedMinutes: 480,
    attained: 0.5,
    effect: slaEffect([]),
    owners: [{ owner: 'Ada', leads: 12 }],
  },
  marketing: {
    delivered: months.map((month) => ({ month, channel: 'web', segment: 'Small', leads: 10 })),
    returned: [],
    values: leadValuesOf(leadValueOf('web', 'Small')),
    created: [{ channel: 'web', sourced: 10, created_minor: 5_000_000 }],
    costs: [{ channel: 'web', perLeadMinor: 2_000, currency: 'EUR' }],
  },
};

const work = { minutesPerAttempt: 12, hoursOpen: 40 };
const marketingAlone = (more: Partial<CountedPast['marketing']>) =>
  negotiationBasis({ ...past, marketing: { ...past.marketing, ...more } }, span).marketing;

describe('the basis of talks', () => {
  it('starts from what is done today', () => {
    const { today, segments, salesGap, loads } = negotiationBasis(past, span);
    expect(today).toEqual({
      marketing: { firstMonth: '2026-07-01', valueMinor: 400_000, growth: 0, o2dFloor: null },
      sales: { responseMinutes: 480, attempts: 1, attemptDays: 7, attainment: 0.8, bySegment: [] },
    });
    expect(segments).toEqual(['Small']);
    expect(salesGap).toBeNull();
    expect(loads).toEqual([{ owner: 'Ada', openLeads: 12, load: 12 / 500, level: 'ok' }]);
  });

  it('starts from the longest response time and the share that kept it, where no rep keeps one', () => {
    const slow = past.sales.cube.map((row) =>
      row.needed === 7 ? { ...row, needed: 8, handovers: 50 } : row,
    );
    const { today } = negotiationBasis(
      { ...past, sales: { ...past.sales, cube: slow, suggestedMinutes: null } },
      span,
    );
    expect(today.sales).toMatchObject({ responseMinutes: 960, attainment: 0.28, attempts: 2 });
  });

  it('starts from the terms in force without any handover', () => {
    const none = { ...past.sales, cube: [], suggestedMinutes: null };
    const { today } = negotiationBasis({ ...past, sales: none }, span);
    expect(today.sales).toMatchObject({ responseMinutes: 60, attempts: 6, attainment: 0.8 });
  });

  it('takes growth for today’s only where the past bears it', () => {
    const growing = months.map((month, place) => ({
      month,
      channel: 'web',
      segment: 'Small',
      leads: 100 * 1.02 ** place,
    }));
    const { today } = negotiationBasis(
      { ...past, marketing: { ...past.marketing, delivered: growing } },
      span,
    );
    expect(today.marketing.growth).toBe(0.02);
  });

  it.each([
    ['no outcome of opportunities', marketingAlone({ values: null }), 'deals'],
    [
      'no amounts',
      marketingAlone({ values: leadValuesOf(leadValueOf('web', 'Small', { valueMinor: null })) }),
      'amounts',
    ],
    ['no lead of late', marketingAlone({ delivered: [] }), 'leads'],
  ] as const)('says what is not known of marketing: %s', (_, found, gap) => expect(found).toEqual({ gap }));

  it('tells amounts in several currencies, and too few months, from amounts that are not there', () => {
    const values = leadValuesOf(leadValueOf('web', 'Small', { valueMinor: null }));
    const mixed = { ...past, marketing: { ...past.marketing, values } };
    expect(negotiationBasis(mixed, { ...span, currencies: 2 }).marketing).toEqual({ gap: 'currencies' });
    expect(negotiationBasis(past, { ...span, firstDay: '2026-04-02' }).marketing).toEqual({ gap: 'months' });
  });

  it('says what is not known of sales', () => {
    const because = 'No calls.';
    const silent = { ...past, sales: { ...past.sales, because, cube: [] } };
    expect(negotiationBasis(silent, span).salesGap).toEqual({ because });
    expect(negotiationBasis(past, { ...span, firstDay: '2026-04-03' }).salesGap).toEqual({ days: 89 });
    expect(negotiationBasis(past, { ...span, firstDay: '2026-04-02' }).salesGap).toBeNull();
  });

  it('promises from the next month that has not begun, in steps of about a hundredth', () => {
    expect(nextMonth('2026-06-30')).toBe('2026-07-01');
    expect(nextMonth('2026-06-29')).toBe('2026-07-01');
    expect(nextMonth('2026-12-31')).toBe('2027-01-01');
    expect(nextMonth('2026-12-01')).toBe('2027-01-01');
    expect([0, 50, 99_999, 100_000, 34_500_000].map(valueStep)).toEqual([1, 1, 100, 1000, 100_000]);
  });
});

describe('a pair of promises', () => {
  const basis = negotiationBasis(past, span);
  const found = negotiate(basis, basis.today, work);

  it('brings what its leads are worth, and its range is wider for few deals', () => {
    const { outcome, today, gain } = found.settlement ?? {};
    expect(gain).toBeNull();
    expect(outcome?.leads).toBeCloseTo(30, 9);
    expect(outcome?.valueMinor.value).toBeCloseTo(1_200_000, 6);
    expect(outcome?.deals.value).toBeCloseTo(0.6, 9);
    expect(outcome?.pipelineMinor).toBeCloseTo(30 * 0.1 * 500_000, 6);
    expect(outcome?.shortMinor).toBeCloseTo(60_000, 6);
    expect(outcome?.lateMinor).toBeNull();
    expect(today?.valueMinor.value).toBeCloseTo(1_200_000, 6);
    // Mean square of 10 and 30 over the squared mean of 20: 500 / 400.
    const spread = Math.exp(zOf(0.8) * Math.sqrt(0.3 ** 2 + 1.25 / 0.6));
    expect(outcome?.valueMinor.high).toBeCloseTo(1_200_000 * spread, 4);
    expect(outcome?.valueMinor.low).toBeCloseTo(1_200_000 / spread, 4);
    const ofDeals = Math.exp(zOf(0.8) * Math.sqrt(0.01 + 0.02 + 1 / 0.6));
    expect(outcome?.deals.high).toBeCloseTo(0.6 * ofDeals, 9);
  });

  it('brings more where speed goes with more, and less is lost when it is not kept', () => {
    const { mix, values } = basis.marketing as Exclude<typeof basis.marketing, { readonly gap: unknown }>;
    const gain = { share: 0.1, error: 0.05, perLead: 0.02 };
    const fast = pairOutcome(basis.today.marketing, mix, values, gain);
    expect(fast.valueMinor.value).toBeCloseTo(1_320_000, 6);
    expect(fast.deals.value).toBeCloseTo(0.66, 9);
    expect(fast.shortMinor).toBeCloseTo(66_000, 6);
    expect(fast.lateMinor).toBeCloseTo(0.1 * 30 * 0.02 * 400_000, 6);
    const spread = Math.exp(zOf(0.8) * Math.sqrt(0.3 ** 2 + (0.05 / 1.1) ** 2 + 1.25 / 0.66));
    expect(fast.valueMinor.high).toBeCloseTo(1_320_000 * spread, 4);
  });

  it('has no range where the spread is not known', () => {
    const { mix, values } = basis.marketing as Exclude<typeof basis.marketing, { readonly gap: unknown }>;
    const total = leadValueOf(null, null, { variation: null, dealSize: null });
    const { valueMinor } = pairOutcome(basis.today.marketing, mix, { ...values, total }, null);
    expect(valueMinor).toEqual({ value: valueMinor.value, low: null, high: null });
  });

  it('shows twelve months and the three to come against the promise', () => {
    const side = found.marketing;
    expect(side?.months.length).toBe(15);
    expect(side?.months.at(-4)).toEqual({
      month: '2026-06-01',
      deliveredMinor: 400_000,
      promisedMinor: 400_000,
    });
    expect(side?.months.at(-1)).toEqual({
      month: '2026-09-01',
      deliveredMinor: null,
      promisedMinor: 400_000,
    });
    expect(side?.kept).toEqual({ kept: 12, of: 12 });
    expect(side?.usualValue).toEqual({ low: 400_000, high: 400_000 });
    expect(side?.o2d).toMatchObject({ k: 20, n: 400, rate: 0.05 });
  });

  it('replays sales, and takes more hours with more leads', () => {
    expect(found.sales?.weeks).toEqual([
      { week: '2026-06-15', met: 20, due: 40, attemptsOk: 40, attemptsDue: 40 },
    ]);
    expect(found.sales?.usualMinutes).toEqual({ low: 960, high: 960 });
    expect(found.sales?.staffToday?.hoursPerWeek).toBeCloseTo((60 * 12) / 60, 9);
    const double = { ...basis.today.marketing, valueMinor: 800_000 };
    const more = negotiate(basis, { ...basis.today, marketing: double }, work);
    expect(more.sales?.staff?.hoursPerWeek).toBeCloseTo(24, 9);
    expect(more.marketing?.channels).toMatchObject([{ channel: 'web', isBeyondBest: true }]);
    expect(more.settlement?.chosenPoint?.hours).toBeCloseTo(24, 9);
    expect(more.settlement?.todayPoint?.hours).toBeCloseTo(12, 9);
    expect(more.settlement?.chosenPoint?.isKept).toBe(false);
    const half = { ...basis.today, sales: { ...basis.today.sales, attainment: 0.5 } };
    expect(negotiate(basis, half, work).settlement?.chosenPoint?.isKept).toBe(true);
  });

  it('says nothing of a side that cannot be known, and goes on with the other', () => {
    const none = negotiationBasis({ ...past, marketing: { ...past.marketing, values: null } }, span);
    const left = negotiate(none, none.today, work);
    expect([left.marketing, left.settlement]).toEqual([null, null]);
    expect(left.sales?.staff?.hoursPerWeek).toBeCloseTo(12, 9);
    const silent = { ...past, sales: { ...past.sales, because: 'No calls.', cube: [] } };
    const right = negotiate(negotiationBasis(silent, span), basis.today, work);
    expect(right.sales).toBeNull();
    expect(right.settlement?.outcome.valueMinor.value).toBeCloseTo(1_200_000, 6);
    expect(right.settlement?.front.pairs).toEqual([]);
    expect(right.settlement?.chosenPoint).toBeNull();
  });
});

describe('the pairs that nothing beats', () => {
  const basis = negotiationBasis(past, span);
  const table = basis.marketing as Exclude<typeof basis.marketing, { readonly gap: unknown }>;
  const frontOf = (attainment: number) =>
    promiseFront(
      {
        cells: basis.cells,
        months: table.months,
        asOf,
        todayMinor: table.todayMinor,
        hoursOf: ({ attempts }) => attempts,
        factorOf: () => 2,
      },
      basis.today.marketing,
      { ...basis.today.sales, attainment },
    );

  it('are the fewest hours for each value that was delivered and kept', () => {
    const { pairs, front, isFrontKept } = frontOf(0.5);
    expect(pairs.length).toBe(90);
    // Half of the handovers had two attempts, all had one; nothing above today's value was ever delivered.
    expect(pairs.filter(({ isKept }) => isKept).map(({ share, attempts }) => `${share} ${attempts}`)).toEqual(
      [0.6, 0.7, 0.8, 0.9, 1].flatMap((share) => [`${share} 1`, `${share} 2`]),
    );
    expect(front.map(({ share, attempts }) => [share, attempts])).toEqual([
      [0.6, 1],
      [0.7, 1],
      [0.8, 1],
      [0.9, 1],
      [1, 1],
    ]);
    expect(front.at(-1)).toMatchObject({ cost: 1, gain: 2_400_000 });
    expect(front[0]).toMatchObject({ cost: expect.closeTo(0.6, 9), gain: expect.closeTo(1_440_000, 3) });
    expect(isFrontKept).toBe(true);
  });

  it('are those of all where none would have been kept', () => {
    const { pairs, front, isFrontKept } = frontOf(0.51);
    expect(pairs.some(({ isKept }) => isKept)).toBe(false);
    expect(isFrontKept).toBe(false);
    expect(front.at(-1)).toMatchObject({ share: 1.4, attempts: 1 });
  });
});

describe('the draft', () => {
  const { today } = negotiationBasis(past, span);

  it('can be reset, and the reset taken back until the next change', () => {
    const changed = { ...today, marketing: { ...today.marketing, growth: 0.03 } };
    const one = nextDraft({ draft: today, before: null }, { kind: 'change', draft: changed });
    expect(one).toEqual({ draft: changed, before: null });
    const reset = nextDraft(one, { kind: 'reset', today });
    expect(reset).toEqual({ draft: today, before: changed });
    expect(nextDraft(reset, { kind: 'takeBack' })).toEqual({ draft: changed, before: null });
    expect(nextDraft(reset, { kind: 'change', draft: today }).before).toBeNull();
    expect(nextDraft(one, { kind: 'takeBack' })).toEqual(one);
  });

  it('begins with the agreement in force, grown to the next month', () => {
    expect(firstDraft(null, today)).toBe(today);
    const started = firstDraft(agreementWith(), today);
    expect(started.marketing).toMatchObject({ firstMonth: '2026-07-01', growth: 0.015, o2dFloor: 0.06 });
    expect(started.marketing.valueMinor).toBe(Math.round(34_500_000 * 1.015 ** 5));
    expect(started.sales).toEqual(agreementWith().sales);
  });

  it('keeps an agreement that begins later, and takes the nearest terms that can be replayed', () => {
    const marketing = { ...agreementWith().marketing, firstMonth: '2026-08-01' };
    const sales = { ...agreementWith().sales, responseMinutes: 200, attempts: 14 };
    const started = firstDraft(agreementWith({ marketing, sales }), today);
    expect(started.marketing).toEqual(marketing);
    expect(started.sales).toMatchObject({ responseMinutes: 240, attempts: 10 });
  });

  it('gives a segment terms of its own, changes them, and takes them away', () => {
    const own = withTerms(today.sales, 'Small', { attempts: 3 });
    expect(own.bySegment).toEqual([{ segment: 'Small', responseMinutes: 480, attempts: 3 }]);
    const both = withTerms(withTerms(own, null, { responseMinutes: 60 }), 'Small', { responseMinutes: 30 });
    expect(both).toMatchObject({
      responseMinutes: 60,
      attempts: 1,
      bySegment: [{ segment: 'Small', responseMinutes: 30, attempts: 3 }],
    });
    expect(withoutSegment(both, 'Small').bySegment).toEqual([]);
  });
});
