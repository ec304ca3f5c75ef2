import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEpochDay } from '../../../src/domain/local-date.ts';
import { lastWholeWeek } from '../../../src/metrics/review/last-whole-week.ts';
import { weekSentences } from '../../../src/sentences/review/week-sentences.ts';
import { leadsWith, opportunitiesWith, reviewOf, weekly } from '../../support/review-cube.ts';
import type { TinyRow, TinyRows } from '../../support/tiny-cube.ts';

/** Fourteen quiet weeks of everything, ended by a week with these counts. */
const ending = (last: {
  readonly leads?: number;
  readonly revenue?: number;
  readonly pipeline?: number;
}): TinyRows => {
  const quiet = (value: number, lastValue: number | undefined) => (week: number) =>
    week === 13 && lastValue !== undefined ? lastValue : value + (week % 2);
  const leads = quiet(100, last.leads);
  const revenue = quiet(1_000_000, last.revenue);
  const pipeline = quiet(9_000_000, last.pipeline);
  return {
    arrivals: weekly('2026-03-23', 14, (week) => ({ leads: leads(week) })),
    leads: weekly('2026-03-23', 14, () => ({ ...leadsWith(100, 10), won: 2, won_windowed: 2 })),
    opportunities: weekly('2026-03-23', 14, (week) => opportunitiesWith(10, 2, pipeline(week))),
    closes: weekly('2026-03-23', 14, (week) => ({ won: 2, won_minor: revenue(week), won_with_amount: 2 })),
  };
};

describe('the signals of the review', () => {
  it('are none in a week like the others', () => expect(reviewOf(ending({})).signals).toEqual([]));

  it('stand by money, the largest first, pipeline by the share that is won', () => {
    const { signals } = reviewOf(ending({ leads: 300, revenue: 9_000_000, pipeline: 30_000_000 }));
    expect(signals.map(({ source }) => source)).toEqual(['revenue', 'pipeline', 'leads']);
    expect(signals.every(({ verdict, direction }) => verdict === 'signal' && direction === 'up')).toBe(true);
    const [revenue, pipeline, leads] = signals;
    expect(revenue?.moneyMinor).toBeCloseTo(9_000_000 - 1_000_000.5, 6);
    expect(pipeline?.moneyMinor).toBeCloseTo((30_000_000 - 9_000_000.5) * 0.2, 6);
    expect(leads?.moneyMinor).toBeCloseTo((300 - 100.5) * 1_000_000 * 0.02, 6);
  });

  it('bear no money without a currency, and keep the order of the page', () => {
    const { signals } = reviewOf(ending({ leads: 300, revenue: 9_000_000 }), { currency: null });
    expect(signals).toMatchObject([{ source: 'leads', moneyMinor: null }]);
  });

  it('say of a joint one thing: that of the week or the month, whichever is worth more', () => {
    const rows = {
      leads: weekly('2025-01-06', 74, (week) => leadsWith(100, week >= 69 ? 50 : 20 + (week % 2))),
      opportunities: weekly('2025-01-06', 70, () => opportunitiesWith(40, 8)),
    };
    const ofL2o = reviewOf(rows).signals.filter(({ source }) => source === 'l2o');
    expect(ofL2o).toMatchObject([
      { grain: 'month', start: '2026-05-01', verdict: 'signal', direction: 'up' },
    ]);
  });
});

describe('the head of the review', () => {
  it.each([
    ['2026-06-27', '2026-W25', '2026-06-21'],
    ['2026-06-28', '2026-W26', '2026-06-28'],
    ['2026-06-29', '2026-W26', '2026-06-28'],
    ['2027-01-03', '2026-W53', '2027-01-03'],
  ])('on %s is that of %s, which ends on %s', (asOf, label, end) =>
    expect(lastWholeWeek(toEpochDay(asOf))).toMatchObject({ label, end }),
  );

  it('says how many leads have a source', () => {
    const { header } = reviewOf({
      leads: [
        { row: 'Web', day: '2026-05-04', journeys: 90 },
        { row: '(blank)', day: '2026-05-04', journeys: 10 },
      ],
    });
    expect(header.withSource).toMatchObject({ k: 90, n: 100, rate: 0.9 });
    expect(header).toMatchObject({ asOf: '2026-06-30', currency: 'EUR', anchor: 'created' });
  });
});

const day = fc.integer({ min: 0, max: 540 }).map((offset) => toEpochDay('2025-01-06') + offset);
const row = fc.constantFrom('Web', 'List', '(blank)', '(unsourced)');
const leads = fc
  .record({ row, day, converted: fc.nat(40), rest: fc.nat(60) })
  .map(({ rest, ...lead }): TinyRow => ({
    ...lead,
    journeys: lead.converted + rest,
    converted_windowed: lead.converted,
    disqualified: rest >> 1,
  }));
const opportunities = fc
  .record({ row, day, won: fc.nat(9), lost: fc.nat(9), created_minor: fc.nat(99_999) })
  .map((one): TinyRow => ({ ...one, opportunities: one.won + one.lost }));
const different = (one: TinyRow): string => `${one.row} ${one.day}`;
const many = (one: fc.Arbitrary<TinyRow>) => fc.uniqueArray(one, { maxLength: 60, selector: different });
const anyRows: fc.Arbitrary<TinyRows> = fc.record({ leads: many(leads), opportunities: many(opportunities) });

describe('whatever the leads and opportunities', () => {
  const holds = (check: (rows: TinyRows) => void) =>
    fc.assert(fc.property(anyRows, check), { seed: 5, numRuns: 60 });

  it('mix and rates of a change add up to it', () =>
    holds((rows) => {
      for (const { change } of Object.values(reviewOf(rows).changes)) {
        if (change === null) continue;
        const lines = [...change.lines, ...(change.rest === null ? [] : [change.rest])];
        const sum = lines.reduce((total, { mix, rate }) => total + mix + rate, 0);
        expect(sum).toBeCloseTo(change.change, 9);
        expect(change.mixTotal + change.rateTotal).toBeCloseTo(change.after - change.before, 9);
      }
    }));

  it('a young period has no rate, a ripe one no projection, and an expected share lies within its range', () =>
    holds((rows) => {
      const { l2o, o2d } = reviewOf(rows).joints;
      for (const { rate, projected, k, n } of [...l2o.months, ...l2o.weeks, ...o2d.months, ...o2d.weeks]) {
        expect(rate === null || projected === null).toBe(true);
        expect(k).toBeLessThanOrEqual(n);
        if (projected === null) continue;
        expect(projected.low).toBeLessThanOrEqual(projected.rate + 1e-12);
        expect(projected.high).toBeGreaterThanOrEqual(projected.rate - 1e-12);
      }
    }));

  it('the week is at most three sentences, each of them ended', () =>
    holds((rows) => {
      const sentences = weekSentences(reviewOf(rows));
      expect(sentences.length).toBeGreaterThan(0);
      expect(sentences.length).toBeLessThanOrEqual(3);
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z0-9(].*\.$/);
    }));

  it('nothing is lost when it is written as JSON', () =>
    holds((rows) => {
      const review = reviewOf(rows);
      expect(JSON.parse(JSON.stringify(review))).toEqual(review);
    }));
});
