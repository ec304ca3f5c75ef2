import { describe, expect, it } from 'vitest';
import { standardDefinitions } from '../../src/domain/definition-set.ts';
import { agreementDiff } from '../../src/metrics/agreement-diff.ts';
import { agreementWith } from '../support/agreements.ts';

const first = agreementWith();

describe('what a later agreement changes', () => {
  it('is nothing where only version, language, signing day and sum differ', () => {
    const later = agreementWith({ version: 2, language: 'pl', signedOn: '2026-03-01', hash: '1'.repeat(64) });
    expect(agreementDiff(first, later)).toEqual({
      terms: [],
      parts: [],
      currencies: { before: 'EUR', after: 'EUR' },
    });
  });

  it('is every term of marketing, sales and time, with both values', () => {
    const later = agreementWith({
      startsOn: '2026-05-01',
      reviewOn: '2026-08-03',
      marketing: { firstMonth: '2026-05-01', valueMinor: 36_000_000, growth: 0.02, o2dFloor: null },
      sales: { ...first.sales, responseMinutes: 180, attempts: 5, attemptDays: 10, attainment: 0.95 },
    });
    expect(
      agreementDiff(first, later).terms.map(({ term, kind, before, after }) => [term, kind, before, after]),
    ).toEqual([
      ['value', 'money', 34_500_000, 36_000_000],
      ['growth', 'growth', 0.015, 0.02],
      ['firstMonth', 'month', '2026-02-01', '2026-05-01'],
      ['o2dFloor', 'share', 0.06, null],
      ['response', 'minutes', 240, 180],
      ['attempts', 'count', 4, 5],
      ['attemptDays', 'days', 7, 10],
      ['attainment', 'share', 0.9, 0.95],
      ['startsOn', 'day', '2026-02-01', '2026-05-01'],
      ['reviewOn', 'day', '2026-05-04', '2026-08-03'],
    ]);
  });

  it('tells the terms of a segment that came, went or changed', () => {
    const later = agreementWith({
      sales: {
        ...first.sales,
        bySegment: [{ segment: 'SMB', responseMinutes: 480, attempts: 3 }],
      },
    });
    expect(agreementDiff(first, later).terms).toEqual([
      { term: 'response', kind: 'minutes', segment: 'Enterprise', before: 60, after: null },
      { term: 'attempts', kind: 'count', segment: 'Enterprise', before: 6, after: null },
      { term: 'response', kind: 'minutes', segment: 'SMB', before: null, after: 480 },
      { term: 'attempts', kind: 'count', segment: 'SMB', before: null, after: 3 },
    ]);
  });

  it('leaves out a segment whose terms stay', () => {
    const later = agreementWith({
      sales: { ...first.sales, bySegment: [{ segment: 'Enterprise', responseMinutes: 60, attempts: 7 }] },
    });
    expect(agreementDiff(first, later).terms).toEqual([
      { term: 'attempts', kind: 'count', segment: 'Enterprise', before: 6, after: 7 },
    ]);
  });

  it('takes the same amount in another currency for another amount', () => {
    const later = agreementWith({ card: { ...first.card, currency: 'SEK' } });
    const { terms, parts, currencies } = agreementDiff(first, later);
    expect(terms.map(({ term }) => term)).toEqual(['value']);
    expect(parts).toEqual(['card']);
    expect(currencies).toEqual({ before: 'EUR', after: 'SEK' });
  });

  it('names the frozen parts that are not the same, whatever the order of their keys', () => {
    const { hours, ...calendar } = first.calendar;
    const sameCalendar = { hours, ...calendar };
    const later = agreementWith({
      calendar: sameCalendar,
      definitions: { ...standardDefinitions, reentryDays: 60 },
    });
    expect(agreementDiff(first, later).parts).toEqual(['definitions']);
    expect(
      agreementDiff(first, agreementWith({ calendar: { ...first.calendar, holidays: ['2026-12-24'] } }))
        .parts,
    ).toEqual(['calendar']);
  });
});
